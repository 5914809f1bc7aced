import type { PackAudience } from '../../packs/staff-api.ts';

/** As much of a person as decides what is published to them. */
export type Reader = {
  readonly personId: string;
  readonly wing: string;
  /** Ids of the learner groups they are in. */
  readonly groups?: ReadonlySet<string> | undefined;
};

/**
 * Whom on one tablet a pack is for, by every publication of it. `everyone`: all who use the tablet, now and later.
 * A list: these people only. Undefined: nobody here, so the tablet need not have it.
 */
export function readersOf(
  audiences: readonly PackAudience[],
  people: readonly Reader[],
): 'everyone' | readonly string[] | undefined {
  if (audiences.some((audience) => audience.kind === 'everyone')) return 'everyone';
  const readers = people
    .filter((person) => audiences.some((audience) => isFor(audience, person)))
    .map((person) => person.personId);
  return readers.length === 0 ? undefined : readers.sort();
}

function isFor(audience: PackAudience, person: Reader): boolean {
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'wing':
      return audience.wing === person.wing;
    case 'group':
      return person.groups?.has(audience.groupId) === true;
    case 'person':
      return audience.personId === person.personId;
    case 'tablet':
      // A test tablet is told by itself, whoever uses it.
      return false;
  }
}

/** Days a course is sent ahead of its first day, so that a tablet seldom in touch has it in time; it shows it then. */
const SENT_AHEAD = 7;

/** First and last day of a publication, `YYYY-MM-DD`; null is no bound. */
export type Days = { readonly from: string | null; readonly until: string | null };

/** Whether tablets are told of a publication today: from a week before its first day to the end of its last. */
export function isTold({ from, until }: Days, today: string): boolean {
  return (until === null || today <= until) && (from === null || shiftDay(from, -SENT_AHEAD) <= today);
}

/** The days that several publications to one tablet make together: the widest, for none of them may be cut short. */
export function joinDays(days: readonly Days[]): { readonly from?: string; readonly until?: string } {
  const from = days.some((one) => one.from === null) ? undefined : days.map((one) => one.from ?? '').sort()[0];
  const until = days.some((one) => one.until === null) ? undefined : days.map((one) => one.until ?? '').sort().at(-1);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function shiftDay(day: string, by: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + by * 24 * 60 * 60 * 1000;
  return new Date(at).toISOString().slice(0, 10);
}
