import type { Kysely } from 'kysely';
import type { PersonId, RecordId } from '#protocol/ids.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import { displayName } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { TutorTables } from '../tutor-tables.ts';
import type { Group } from './staff-api.ts';

type Tables = Kysely<TutorTables & PeopleTables>;

/** Every group by name, with those of its people who are here. */
export async function listGroups(tables: Tables): Promise<Group[]> {
  const groups = await tables.selectFrom('education_groups').selectAll().orderBy('name').execute();
  const members = await tables
    .selectFrom('education_group_people')
    .innerJoin('people', 'people.id', 'education_group_people.person')
    .select(['group_id', 'people.id', 'first_name', 'last_name'])
    .where('people.status', '=', 'here')
    .orderBy('last_name')
    .orderBy('first_name')
    .execute();
  return groups.map(({ id, name }) => {
    const groupId = bytesToId<RecordId>(id);
    return {
      groupId,
      name,
      people: members
        .filter((member) => bytesToId<RecordId>(member.group_id) === groupId)
        .map((member) => ({
          personId: bytesToId<PersonId>(member.id),
          name: displayName({ firstName: member.first_name, lastName: member.last_name }),
        })),
    };
  });
}

/**
 * The groups each of these people is in, for whoever publishes to an audience `group`: takes `tx.tables()` inside a job.
 * A person in no group is not in the map.
 */
export async function loadGroupsOf(tables: Kysely<TutorTables>, personIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const groups = new Map<string, Set<string>>();
  if (personIds.length === 0) return groups;
  const rows = await tables.selectFrom('education_group_people').selectAll().where('person', 'in', personIds.map(idToBytes)).execute();
  for (const row of rows) {
    const personId = bytesToId<string>(row.person);
    groups.set(personId, (groups.get(personId) ?? new Set()).add(bytesToId<string>(row.group_id)));
  }
  return groups;
}

/** Whether there is such a group. */
export async function groupExists(tables: Kysely<TutorTables>, groupId: string): Promise<boolean> {
  const row = await tables.selectFrom('education_groups').select('id').where('id', '=', idToBytes(groupId)).executeTakeFirst();
  return row !== undefined;
}
