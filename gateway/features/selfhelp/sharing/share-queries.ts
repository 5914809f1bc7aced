import type { Kysely } from 'kysely';
import type { PersonId, PrisonerNumber, RecordId } from '#protocol/ids.ts';
import type { ShareRole } from '#protocol/selfhelp/sharing.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { StaffCaller } from '../../../http/staff-route.ts';
import { displayName, personOf } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { StaffId } from '../../../staff/staff-api.ts';
import type { StaffTables } from '../../../staff/tables.ts';
import type { ShareHead, SharingDesk } from './staff-api.ts';
import type { SharingTables } from './tables.ts';

type Tables = Kysely<SharingTables & StaffTables & PeopleTables>;

/** What the desk of a role shows to one of its members. */
export async function loadDesk(tables: Tables, staff: StaffCaller, role: ShareRole, now: number): Promise<SharingDesk> {
  const me = idToBytes(staff.staffId);
  const [roleKey, deskKey, grant] = await Promise.all([
    tables.selectFrom('sharing_role_keys').selectAll().where('role', '=', role).executeTakeFirst(),
    tables.selectFrom('sharing_desk_keys').selectAll().where('staff', '=', me).executeTakeFirst(),
    tables.selectFrom('sharing_grants').select(['enc', 'box']).where('role', '=', role).where('staff', '=', me).executeTakeFirst(),
  ]);
  return {
    role,
    staffId: staff.staffId,
    roleKey: roleKey === undefined ? null : { keyNumber: roleKey.key_number, publicKey: roleKey.public_key },
    deskKey: deskKey === undefined ? null : { publicKey: deskKey.public_key, salt: deskKey.salt, wrapped: deskKey.wrapped },
    grant: grant ?? null,
    waiting: await listWaiting(tables, role, staff.staffId),
    shares: await listShares(tables, role, now),
  };
}

/** What is shared with a role now by people who are here, the newest first. */
export async function listShares(tables: Tables, role: ShareRole, now: number, shareId?: RecordId): Promise<ShareHead[]> {
  let query = tables
    .selectFrom('shares')
    .innerJoin('people', 'people.id', 'shares.person')
    .selectAll('people')
    .select((row) => [
      'shares.id as share',
      'shares.since',
      'shares.until',
      row.selectFrom('share_openings').whereRef('share_openings.share', '=', 'shares.id').select(({ fn }) => fn.min('share_openings.at').as('first')).as('opened_at'),
      row.selectFrom('share_answers').whereRef('share_answers.share', '=', 'shares.id').select(({ fn }) => fn.countAll<number>().as('count')).as('answers'),
    ])
    .where('shares.role', '=', role)
    .where('shares.until', '>', now)
    .where('people.status', '=', 'here')
    .orderBy('shares.since', 'desc');
  if (shareId !== undefined) query = query.where('shares.id', '=', idToBytes(shareId));
  return (await query.execute()).map((row) => {
    const person = personOf(row);
    return {
      shareId: bytesToId<RecordId>(row.share),
      personId: person.personId satisfies PersonId,
      prisonerNumber: person.prisonerNumber satisfies PrisonerNumber,
      name: displayName(person),
      wing: person.wing,
      cell: person.cell,
      since: row.since,
      until: row.until,
      openedAt: row.opened_at === null ? null : Number(row.opened_at),
      answers: Number(row.answers ?? 0),
    };
  });
}

async function listWaiting(tables: Tables, role: ShareRole, me: StaffId): Promise<SharingDesk['waiting']> {
  const rows = await tables
    .selectFrom('sharing_desk_keys')
    .innerJoin('staff', 'staff.id', 'sharing_desk_keys.staff')
    .leftJoin('sharing_grants', (join) => join.onRef('sharing_grants.staff', '=', 'staff.id').on('sharing_grants.role', '=', role))
    .select(['staff.id', 'staff.username', 'staff.name', 'sharing_desk_keys.public_key'])
    .where('staff.role', '=', role)
    .where('staff.active', '=', 1)
    .where('sharing_grants.staff', 'is', null)
    .where('staff.id', '!=', idToBytes(me))
    .orderBy('staff.username')
    .execute();
  return rows.map((row) => ({ staffId: bytesToId<StaffId>(row.id), username: row.username, name: row.name, publicKey: row.public_key }));
}
