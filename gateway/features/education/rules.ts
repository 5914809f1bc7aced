import type { PackAudience } from '../../packs/staff-api.ts';

/** As much of a person as decides what is published to them. */
export type Reader = { readonly personId: string; readonly wing: string };

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
    case 'person':
      return audience.personId === person.personId;
  }
}
