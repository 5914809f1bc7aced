import { randomBytes } from 'node:crypto';
import { makeUuidV7, type PersonId, type RecordId, type TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { StaffCaller } from '../../../http/staff-route.ts';
import { loadPerson, loadTabletsOfPerson } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { TutorTables } from '../tutor-tables.ts';
import { groupExists } from './group-queries.ts';

/** Told, in the same job, that the people of these tablets are in other groups now: publications may be for a group. */
export type GroupsChanged = (tx: GatewayTransaction, tabletIds: readonly TabletId[]) => Promise<void>;

type Named = Result<RecordId, { readonly code: 'not-found' | 'group-name-taken' }>;

/** Makes a group without people. */
export async function createGroup(tx: GatewayTransaction, staff: StaffCaller, name: string): Promise<Named> {
  if (await isTaken(tx, name)) return fail({ code: 'group-name-taken' });
  const groupId = makeUuidV7(tx.now, randomBytes(10)) as RecordId;
  await tx.tables<TutorTables>().insertInto('education_groups').values({ id: idToBytes(groupId), name, created_at: tx.now }).execute();
  await note(tx, staff, 'groups.create', groupId, {});
  return ok(groupId);
}

/** Gives a group another name. */
export async function renameGroup(tx: GatewayTransaction, staff: StaffCaller, groupId: RecordId, name: string): Promise<Named> {
  if (!(await groupExists(tx.tables(), groupId))) return fail({ code: 'not-found' });
  if (await isTaken(tx, name, groupId)) return fail({ code: 'group-name-taken' });
  await tx.tables<TutorTables>().updateTable('education_groups').set({ name }).where('id', '=', idToBytes(groupId)).execute();
  await note(tx, staff, 'groups.rename', groupId, {});
  return ok(groupId);
}

/** Puts exactly these people into a group. Somebody who is not here is refused, and nothing changes. */
export async function setGroupPeople(
  tx: GatewayTransaction,
  staff: StaffCaller,
  changed: GroupsChanged,
  groupId: RecordId,
  personIds: readonly PersonId[],
): Promise<Result<void, { readonly code: 'not-found' | 'person-not-here' }>> {
  if (!(await groupExists(tx.tables(), groupId))) return fail({ code: 'not-found' });
  for (const personId of personIds) {
    const person = await loadPerson(tx.tables<PeopleTables>(), personId);
    if (person?.status !== 'here') return fail({ code: 'person-not-here' });
  }
  const before = await clearGroup(tx, groupId);
  const wanted = [...new Set(personIds)];
  if (wanted.length > 0)
    await tx.tables<TutorTables>().insertInto('education_group_people').values(wanted.map((person) => ({ group_id: idToBytes(groupId), person: idToBytes(person) }))).execute();
  await note(tx, staff, 'groups.people', groupId, { people: wanted });
  await tellTablets(tx, changed, [...before.filter((one) => !wanted.includes(one)), ...wanted.filter((one) => !before.includes(one))]);
  return ok(undefined);
}

/** Removes a group; its people stay people, and what was published to it reaches nobody any more. */
export async function removeGroup(tx: GatewayTransaction, staff: StaffCaller, changed: GroupsChanged, groupId: RecordId): Promise<Result<void, { readonly code: 'not-found' }>> {
  if (!(await groupExists(tx.tables(), groupId))) return fail({ code: 'not-found' });
  const before = await clearGroup(tx, groupId);
  await tx.tables<TutorTables>().deleteFrom('education_groups').where('id', '=', idToBytes(groupId)).execute();
  await note(tx, staff, 'groups.remove', groupId, {});
  await tellTablets(tx, changed, before);
  return ok(undefined);
}

async function clearGroup(tx: GatewayTransaction, groupId: RecordId): Promise<readonly PersonId[]> {
  const tables = tx.tables<TutorTables>();
  const rows = await tables.selectFrom('education_group_people').select('person').where('group_id', '=', idToBytes(groupId)).execute();
  await tables.deleteFrom('education_group_people').where('group_id', '=', idToBytes(groupId)).execute();
  return rows.map((row) => bytesToId<PersonId>(row.person));
}

async function tellTablets(tx: GatewayTransaction, changed: GroupsChanged, personIds: readonly PersonId[]): Promise<void> {
  const tablets = new Set<TabletId>();
  for (const personId of personIds) for (const tabletId of await loadTabletsOfPerson(tx.tables<PeopleTables>(), personId)) tablets.add(tabletId);
  if (tablets.size > 0) await changed(tx, [...tablets]);
}

async function isTaken(tx: GatewayTransaction, name: string, except?: RecordId): Promise<boolean> {
  const row = await tx.tables<TutorTables>().selectFrom('education_groups').select('id').where('name', '=', name).executeTakeFirst();
  return row !== undefined && bytesToId<string>(row.id) !== except;
}

function note(tx: GatewayTransaction, staff: StaffCaller, action: string, subject: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  return appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action, subject, detail });
}
