import { recordKindSchema } from '#protocol/sync/change.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { SyncTables } from './sync-tables.ts';

/** Whom a change is for: a tablet (in plain), or a person, on whichever tablets they are assigned to (sealed). */
export type Audience = `tablet:${string}` | `person:${string}`;

/** The audience of a tablet's own stream. */
export function tabletAudience(tabletId: string): Audience {
  return `tablet:${tabletId}`;
}

/** The audience of one person's stream. */
export function personAudience(personId: string): Audience {
  return `person:${personId}`;
}

/** A record put whole, or removed. `record` is `feature.record`; `id` at most 200 characters (protocol/sync/change.ts). */
export type NewChange = {
  readonly audience: Audience;
  readonly record: string;
  readonly id: string;
} & ({ readonly put: unknown } | { readonly removed: true });

/**
 * Writes a change into the log, in the job that changed the record (SPEC PUSH-7). It replaces the record's older
 * row for that audience: a tablet that missed ten versions needs only the last (PULL-3). Throws for a record whose name
 * tablets do not read: they would refuse the whole exchange, and every one after it.
 */
export async function appendChange(tx: GatewayTransaction, change: NewChange): Promise<void> {
  const record = recordKindSchema.parse(change.record);
  const row = {
    commit_number: tx.commit,
    ordinal: tx.nextOrdinal(),
    at: tx.now,
    body: 'put' in change ? JSON.stringify(change.put) : null,
  };
  await tx
    .tables<SyncTables>()
    .insertInto('change_log')
    .values({ audience: change.audience, record, record_id: change.id, ...row })
    .onConflict((conflict) => conflict.columns(['audience', 'record', 'record_id']).doUpdateSet(row))
    .execute();
  tx.announce(change.audience);
}

/**
 * Forgets tombstones written before `before` (milliseconds). Cursors older than the newest forgotten one get a reset
 * from then on (SPEC PULL-5). Returns how many were forgotten.
 */
export async function pruneTombstones(tx: GatewayTransaction, before: number): Promise<number> {
  const tables = tx.tables<SyncTables>();
  const old = await tables
    .selectFrom('change_log')
    .select(({ fn }) => [fn.max('commit_number').as('horizon'), fn.countAll<number>().as('count')])
    .where('body', 'is', null)
    .where('at', '<', before)
    .executeTakeFirstOrThrow();
  if (old.count === 0) return 0;
  await tables.deleteFrom('change_log').where('body', 'is', null).where('at', '<', before).execute();
  await raiseMark(tx, 'horizon', old.horizon);
  return old.count;
}

/** Notes that every commit up to `commit` is in a back-up (SPEC OUT-4). A back-up calls it once it is safe elsewhere. */
export async function noteBackup(tx: GatewayTransaction, commit: number): Promise<void> {
  await raiseMark(tx, 'backed-up-to', commit);
}

/** Sets a mark; marks only rise. */
async function raiseMark(tx: GatewayTransaction, name: string, value: number): Promise<void> {
  await tx
    .tables<SyncTables>()
    .insertInto('sync_marks')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }).where('sync_marks.value', '<', value))
    .execute();
  tx.announce('sync-marks');
}
