import type { LateTablet } from './staff-api.ts';

const DAY = 24 * 60 * 60 * 1000;

/** As much of a tablet as says how old the work on it may be. Times by the gateway's clock, milliseconds since 1970. */
export type WorkOnTablet = {
  /** When the oldest work that is known to be on it was done; null: none is known, or it is too old a version to say. */
  readonly oldestUnsentAt: number | null;
  /** Its last contact; before the first one, its enrolment. */
  readonly heardAt: number;
};

/**
 * Why a tablet is on the list of those whose work is older than `days`: `unsent` it said so itself; `silent` it was not
 * heard of for so long, and nobody knows what was done on it since. Null: neither.
 */
export function judgeLate({ oldestUnsentAt, heardAt }: WorkOnTablet, days: number, now: number): LateTablet['why'] | null {
  const bound = now - days * DAY;
  if (oldestUnsentAt !== null && oldestUnsentAt < bound) return 'unsent';
  return heardAt < bound ? 'silent' : null;
}

/** Whose work may be oldest comes first; then by wing and name, so that two looks show the same order. */
export function compareLate(one: LateTablet, other: LateTablet): number {
  return (
    one.oldestAt - other.oldestAt || one.wing.localeCompare(other.wing) || one.name.localeCompare(other.name)
  );
}
