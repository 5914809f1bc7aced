import type { Kysely, Selectable } from 'kysely';
import type { PersonId, TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { tabletReportSchema } from '#protocol/sync/exchange.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import { countOpenAlerts } from '../../alerts/queries.ts';
import type { AlertTables } from '../../alerts/tables.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { TabletCaller } from '../../http/tablet-route.ts';
import type { TabletProof } from '../../http/tablet-scope.ts';
import { displayName, loadPeopleOfTablet } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import type { StaffTablet } from './staff-api.ts';
import type { TabletTables } from './tables.ts';

type Tables = Kysely<TabletTables & PeopleTables>;
type TabletRow = Selectable<TabletTables['tablets']>;

/** Which tablet a proof stands for now; looked up on every request, so that a revocation works at once. */
export async function findTablet(
  tables: Tables,
  proof: TabletProof,
): Promise<Result<TabletCaller, { readonly code: 'not-enrolled' | 'revoked' }>> {
  const row = await tables
    .selectFrom('tablets')
    .select(['id', 'name', 'state'])
    .where('credential_sha256', '=', proof.sha256)
    .where('credential', '=', proof.kind)
    .executeTakeFirst();
  if (row === undefined) return fail({ code: 'not-enrolled' });
  if (row.state !== 'enrolled') return fail({ code: 'revoked' });
  return ok({ tabletId: bytesToId<TabletId>(row.id), name: row.name });
}

/** A person's public keys for a tablet, newest first. */
export async function keysOf(tables: Tables, tabletId: TabletId, personId: PersonId): Promise<readonly Uint8Array[]> {
  const rows = await tables
    .selectFrom('person_keys')
    .select('public_key')
    .where('tablet', '=', idToBytes(tabletId))
    .where('person', '=', idToBytes(personId))
    .orderBy('since', 'desc')
    .execute();
  return rows.map((row) => row.public_key);
}

/** The people a tablet may speak for now. */
export async function peopleOf(tables: Tables, tabletId: TabletId): Promise<ReadonlySet<PersonId>> {
  return new Set(
    (await loadPeopleOfTablet(tables as unknown as Kysely<PeopleTables>, tabletId)).map((person) => person.personId),
  );
}

/** Names of tablets by id. */
export async function loadTabletNames(
  tables: Tables,
  tabletIds: readonly TabletId[],
): Promise<ReadonlyMap<TabletId, string>> {
  if (tabletIds.length === 0) return new Map();
  const rows = await tables
    .selectFrom('tablets')
    .select(['id', 'name'])
    .where('id', 'in', tabletIds.map(idToBytes))
    .execute();
  return new Map(rows.map((row) => [bytesToId<TabletId>(row.id), row.name]));
}

/** Where a tablet is, for a call for help that came from it. */
export async function loadTabletPlace(tables: Kysely<TabletTables>, tabletId: TabletId): Promise<{ readonly name: string; readonly wing: string; readonly cell: string }> {
  const row = await tables
    .selectFrom('tablets')
    .select(['name', 'wing', 'cell'])
    .where('id', '=', idToBytes(tabletId))
    .executeTakeFirst();
  return row ?? { name: '', wing: '', cell: '' };
}

/** Every tablet there is, enrolled or not: what is published to everyone waits for those to come. */
export async function loadAllTabletIds(tx: Pick<GatewayTransaction, 'tables'>): Promise<readonly TabletId[]> {
  return (await tx.tables<TabletTables>().selectFrom('tablets').select('id').execute()).map((row) =>
    bytesToId<TabletId>(row.id),
  );
}

/** Every tablet as the console shows it, by wing and name. */
export async function listTablets(tables: Tables): Promise<StaffTablet[]> {
  const rows = await tables.selectFrom('tablets').selectAll().orderBy('wing').orderBy('name').orderBy('id').execute();
  return Promise.all(rows.map((row) => describeTablet(tables, row)));
}

/** One tablet as the console shows it, or undefined. */
export async function loadTablet(tables: Tables, tabletId: TabletId): Promise<StaffTablet | undefined> {
  const row = await tables.selectFrom('tablets').selectAll().where('id', '=', idToBytes(tabletId)).executeTakeFirst();
  return row === undefined ? undefined : describeTablet(tables, row);
}

async function describeTablet(tables: Tables, row: TabletRow): Promise<StaffTablet> {
  const report = row.report === null ? undefined : tabletReportSchema.safeParse(JSON.parse(row.report));
  return {
    tabletId: bytesToId<TabletId>(row.id),
    name: row.name,
    wing: row.wing,
    cell: row.cell,
    state: row.state as StaffTablet['state'],
    credential: row.credential as StaffTablet['credential'],
    enrolledAt: row.enrolled_at,
    revokedAt: row.revoked_at,
    lastContactAt: row.last_contact_at,
    // A report written by an older version may no longer fit; then the tablet simply has none yet.
    report: report?.success === true ? report.data : null,
    enrolmentCode: row.code_expires_at === null ? null : { expiresAt: row.code_expires_at, usedAt: row.code_used_at },
    openAlerts: await countOpenAlerts(tables as unknown as Kysely<AlertTables>, bytesToId<TabletId>(row.id)),
    people: await describePeople(tables, row.id),
  };
}

async function describePeople(tables: Tables, tablet: Uint8Array): Promise<StaffTablet['people']> {
  const people = await loadPeopleOfTablet(tables, bytesToId<TabletId>(tablet));
  const codes = await tables
    .selectFrom('first_sign_in_codes')
    .select(['person', 'expires_at', 'used_at'])
    .where('tablet', '=', tablet)
    .execute();
  const keys = await tables
    .selectFrom('person_keys')
    .select(['person', 'since'])
    .where('tablet', '=', tablet)
    .orderBy('since')
    .execute();
  return people.map((person) => {
    const isTheirs = (row: { readonly person: Uint8Array }): boolean => bytesToId(row.person) === person.personId;
    const code = codes.find(isTheirs);
    return {
      personId: person.personId,
      prisonerNumber: person.prisonerNumber,
      name: displayName(person),
      firstSignInAt: keys.find(isTheirs)?.since ?? null,
      firstSignInCode: code === undefined ? null : { expiresAt: code.expires_at, usedAt: code.used_at },
    };
  });
}
