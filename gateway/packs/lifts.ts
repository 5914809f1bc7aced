import type { Kysely } from 'kysely';
import type { RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import { loadRevocationRow, noteRevocation } from './revocations.ts';
import type { Lift } from './staff-api.ts';
import type { PackTables } from './tables.ts';

type Asked = Result<void, { readonly code: 'not-found' | 'lift-asked' }>;
type Lifted = Result<void, { readonly code: 'not-found' | 'lift-not-asked' | 'lift-second-person' }>;

/** The first of two people asks that something be let in again, and says why. Nothing changes for tablets. */
export async function askToLift(
  tx: GatewayTransaction,
  staff: StaffCaller,
  revocationId: RecordId,
  reason: string,
): Promise<Asked> {
  const row = await loadRevocationRow(tx, revocationId);
  if (row === undefined) return fail({ code: 'not-found' });
  const asked = await tx
    .tables<PackTables>()
    .insertInto('pack_lifts')
    .values({ revocation: row.id, reason, asked_at: tx.now, asked_by: idToBytes(staff.staffId) })
    .onConflict((conflict) => conflict.column('revocation').doNothing())
    .executeTakeFirst();
  if (asked.numInsertedOrUpdatedRows === 0n) return fail({ code: 'lift-asked' });
  await noteRevocation(tx, staff, 'packs.ask-unrevoke', row, reason);
  return ok(undefined);
}

/** Takes such a wish back, or turns it down; what was taken back stays so. */
export async function dropLift(
  tx: GatewayTransaction,
  staff: StaffCaller,
  revocationId: RecordId,
): Promise<Result<void, { readonly code: 'not-found' }>> {
  const row = await loadRevocationRow(tx, revocationId);
  const lift = row === undefined ? undefined : await takeLift(tx, row.id);
  if (row === undefined || lift === undefined) return fail({ code: 'not-found' });
  await noteRevocation(tx, staff, 'packs.drop-unrevoke', row, lift.reason);
  return ok(undefined);
}

/**
 * The second person agrees: it is let in again. The revocation goes; the audit keeps it, and who asked for lifting it
 * and why. Whoever asked cannot agree.
 */
export async function agreeToLift(tx: GatewayTransaction, staff: StaffCaller, revocationId: RecordId): Promise<Lifted> {
  const row = await loadRevocationRow(tx, revocationId);
  if (row === undefined) return fail({ code: 'not-found' });
  const lift = (await loadLifts(tx.tables<PackTables>())).get(revocationId);
  if (lift === undefined) return fail({ code: 'lift-not-asked' });
  if (lift.askedBy === staff.staffId) return fail({ code: 'lift-second-person' });
  await takeLift(tx, row.id);
  await tx.tables<PackTables>().deleteFrom('pack_revocations').where('id', '=', row.id).execute();
  await noteRevocation(tx, staff, 'packs.unrevoke', row, lift.reason);
  return ok(undefined);
}

/** Who asked for what to be let in again, by the revocation's id; `askedBy` is an id. */
export async function loadLifts(
  tables: Kysely<PackTables>,
): Promise<ReadonlyMap<RecordId, Pick<Lift, 'reason' | 'askedAt' | 'askedBy'>>> {
  const rows = await tables.selectFrom('pack_lifts').selectAll().execute();
  return new Map(
    rows.map((row) => [
      bytesToId<RecordId>(row.revocation),
      { reason: row.reason, askedAt: row.asked_at, askedBy: bytesToId<string>(row.asked_by) },
    ]),
  );
}

async function takeLift(tx: GatewayTransaction, revocation: Uint8Array): Promise<{ readonly reason: string } | undefined> {
  const tables = tx.tables<PackTables>();
  const row = await tables.selectFrom('pack_lifts').select('reason').where('revocation', '=', revocation).executeTakeFirst();
  await tables.deleteFrom('pack_lifts').where('revocation', '=', revocation).execute();
  return row;
}
