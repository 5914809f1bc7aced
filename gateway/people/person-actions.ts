import { randomBytes } from 'node:crypto';
import { makeUuidV7, type PersonId, type TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { AuditActor } from '../audit/hash-entry.ts';
import { idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { AudiencePort } from './audience-port.ts';
import { loadPerson, loadPersonByNumber, loadTabletsOfPerson, type PersonRecord } from './person-queries.ts';
import type { ChangePerson, NewPerson } from './staff-api.ts';
import type { PeopleTables } from './tables.ts';

/** Adds a person. Fails when somebody has the number already, whether here or gone. */
export async function addPerson(
  tx: GatewayTransaction,
  actor: AuditActor,
  person: NewPerson,
): Promise<Result<PersonRecord, { readonly code: 'prisoner-number-taken' }>> {
  const tables = tx.tables<PeopleTables>();
  if ((await loadPersonByNumber(tables, person.prisonerNumber)) !== undefined)
    return fail({ code: 'prisoner-number-taken' });
  const personId = makeUuidV7(tx.now, randomBytes(10)) as PersonId;
  await tables
    .insertInto('people')
    .values({
      id: idToBytes(personId),
      prisoner_number: person.prisonerNumber,
      first_name: person.firstName,
      last_name: person.lastName,
      wing: person.wing,
      cell: person.cell,
      status: 'here',
      created_at: tx.now,
    })
    .execute();
  await appendAudit(tx, { at: tx.now, actor, action: 'people.add', subject: personId, detail: {} });
  return ok({ personId, ...person, status: 'here' });
}

/**
 * Changes what is known of a person. Somebody who left keeps their records, but their tablets are taken from them in
 * the same job, so that no tablet can go on speaking for them (PUSH-8).
 */
export async function changePerson(
  tx: GatewayTransaction,
  actor: AuditActor,
  audience: AudiencePort,
  personId: PersonId,
  change: ChangePerson,
): Promise<Result<PersonRecord, { readonly code: 'not-found' }>> {
  const tables = tx.tables<PeopleTables>();
  const before = await loadPerson(tables, personId);
  if (before === undefined) return fail({ code: 'not-found' });
  const after: PersonRecord = { ...before, ...withoutUndefined(change) };
  await tables
    .updateTable('people')
    .set({
      first_name: after.firstName,
      last_name: after.lastName,
      wing: after.wing,
      cell: after.cell,
      status: after.status,
    })
    .where('id', '=', idToBytes(personId))
    .execute();
  const tablets = await loadTabletsOfPerson(tables, personId);
  if (after.status === 'left')
    await tables.deleteFrom('assignments').where('person', '=', idToBytes(personId)).execute();
  // Names stay out of the audit: it says which fields changed, not what they hold.
  await appendAudit(tx, {
    at: tx.now,
    actor,
    action: 'people.change',
    subject: personId,
    detail: { fields: Object.keys(change).sort(), status: after.status },
  });
  await audience.personChanged(tx, personId);
  if (tablets.length > 0) await audience.tabletsChanged(tx, tablets);
  return ok(after);
}

/** Makes these the people of a tablet, no others. Everyone must be here. */
export async function assignPeople(
  tx: GatewayTransaction,
  actor: AuditActor,
  audience: AudiencePort,
  tabletId: TabletId,
  personIds: readonly PersonId[],
): Promise<Result<void, { readonly code: 'person-not-here' }>> {
  const tables = tx.tables<PeopleTables>();
  const wanted = [...new Set(personIds)];
  for (const personId of wanted) {
    if ((await loadPerson(tables, personId))?.status !== 'here') return fail({ code: 'person-not-here' });
  }
  await tables.deleteFrom('assignments').where('tablet', '=', idToBytes(tabletId)).execute();
  for (const personId of wanted) {
    await tables
      .insertInto('assignments')
      .values({ tablet: idToBytes(tabletId), person: idToBytes(personId), assigned_at: tx.now })
      .execute();
  }
  await appendAudit(tx, { at: tx.now, actor, action: 'tablets.assign', subject: tabletId, detail: { people: wanted } });
  await audience.tabletsChanged(tx, [tabletId]);
  return ok(undefined);
}

/** A field that was not sent stays as it is. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
