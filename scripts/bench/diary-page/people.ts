import { ok } from '#protocol/result.ts';
import { encodeBase64Url } from '#protocol/base64.ts';
import { recordIdSchema } from '#protocol/ids.ts';
import { dayParts, responses, triggers, type CheckIn } from '#protocol/selfhelp/check-in.ts';
import { addDays } from '#protocol/selfhelp/rules.ts';
import type { SignedIn, ShellPort } from '#protocol/shell/bridge.ts';
import { openPersonDatabase } from '../../../renderer/db/open-person-database.ts';
import { openTabletDatabase } from '../../../renderer/db/open-tablet-database.ts';
import { asRecord, selfhelpStores, selfhelpTables, type KeptRecord } from '../../../renderer/features/selfhelp/tables.ts';
import { localToday } from '../../../renderer/features/selfhelp/use-diary.ts';
import type { Person } from '../../../renderer/session/person.ts';
import { joinPerson } from '../../../renderer/sync/join-person.ts';

/** The same rows without encryption, for comparison: what the tablet would keep if nothing were private. */
export const PLAIN_STORE = { name: 'bench_plain', indexes: ['kind', 'place', 'month'] } as const;

/** A person with a diary of `pages` days back from today and a welcome that was read, as their screens want them. */
export async function makePerson(number: number, pages: number): Promise<Person> {
  const stores = [...selfhelpStores, PLAIN_STORE];
  const tablet = await openTabletDatabase({ stores: [], personStores: stores, name: `bench-tablet-${String(number)}` });
  const lookup = number.toString(16).padStart(32, '0');
  const signedIn = { personId: '0193a000-0000-7000-8000-00000000000a', lookup, dataKey: encodeBase64Url(new Uint8Array(32).fill(number)) } as unknown as SignedIn;
  const database = await openPersonDatabase({ signedIn, tablet });
  const shell = { sealOperation: async () => ok({}) } as unknown as ShellPort;
  const { outbox } = joinPerson({ database, shell, features: new Map(), clock: () => Date.now(), randomBytes: () => crypto.getRandomValues(new Uint8Array(10)), onStored: () => undefined });
  const person = { personId: signedIn.personId, displayName: 'Sam', prisonerNumber: 'A1234BC', lookup, failuresSinceSignIn: 0, database, tabletDatabase: tablet, outbox, shell } as Person;
  const today = localToday();
  const profile: KeptRecord = keep(1, { kind: 'profile', day: today, at: 1, body: { welcomedAt: 1, asksUse: false } });
  await fill(person, [profile, ...Array.from({ length: pages }, (_, index) => keep(index + 2, asRecord(pageOf(addDays(today, index + 1 - pages), index))))]);
  return person;
}

/** A page like one that somebody fills in: a few picks and a sentence. The same for the same number. */
export function pageOf(day: string, index: number): CheckIn {
  const trigger = triggers[index % triggers.length] ?? 'nothing';
  const response = responses[(index * 5) % responses.length] ?? 'nothing';
  const strongest = dayParts[index % dayParts.length] ?? 'evening';
  return { day, at: index, mood: 1 + ((index * 7) % 5), craving: (index * 3) % 11, sleep: 4 + (index % 5), triggers: [trigger], responses: [response], note: `A day like others, number ${String(index)}.`, strongest, helped: 'little' };
}

/** A record under an id that sorts by its number, as ids sort by time. */
export function keep(number: number, record: KeptRecord['record']): KeptRecord {
  return { recordId: recordIdSchema.parse(`0193a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`), revision: 1, record };
}

async function fill(person: Person, rows: readonly KeptRecord[]): Promise<void> {
  const { records } = selfhelpTables(person.database);
  for (let from = 0; from < rows.length; from += 200) {
    const writes = await Promise.all(rows.slice(from, from + 200).map((row) => records.preparePut(row)));
    const puts = writes.flatMap((write) => ('put' in write ? [write.put] : []));
    await person.database.dexie.table('selfhelp_pages').bulkPut(puts);
    const plain = puts.map((put, index) => ({ ...put, box: rows[from + index] }));
    await person.database.dexie.table(PLAIN_STORE.name).bulkPut(plain);
  }
}
