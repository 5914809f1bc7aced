import type { Kysely } from 'kysely';
import type { RecordId } from '#protocol/ids.ts';
import { bytesToId } from '../db/id-bytes.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import { loadLifts } from './lifts.ts';
import { revocationOf } from './revocations.ts';
import type { Revocation } from './staff-api.ts';
import type { PackTables } from './tables.ts';

/** What stands as taken back, newest first, for the console: with who wants to let it in again. */
export async function listRevocations(
  tables: Kysely<PackTables>,
  staffNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
  staff: StaffCaller,
): Promise<Revocation[]> {
  const rows = await tables.selectFrom('pack_revocations').selectAll().orderBy('revoked_at', 'desc').execute();
  const lifts = await loadLifts(tables);
  const askers = [...lifts.values()].map((lift) => lift.askedBy);
  const names = await staffNames([...rows.map((row) => bytesToId<string>(row.revoked_by)), ...askers]);
  return rows.map((row) => {
    const lift = lifts.get(bytesToId<RecordId>(row.id));
    const asked = lift === undefined ? null : { ...lift, askedBy: names.get(lift.askedBy) ?? '', mine: lift.askedBy === staff.staffId };
    return { ...revocationOf(row, names), lift: asked };
  });
}
