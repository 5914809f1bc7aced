import type { SaveRecord } from '#protocol/private-records/schema.ts';
import { idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import { appendChange, personAudience } from '../sync/change-log.ts';
import type { OperationContext } from '../sync/push-dependencies.ts';

/** A private record as ciphertext (ADR 0008). Ids are 16 bytes, times milliseconds since 1970. */
export type PrivateRecordRow = {
  readonly person: Uint8Array;
  readonly record: Uint8Array;
  readonly revision: number;
  /** Its place in the person's stream: siblings of one record have places of their own. */
  readonly stream_id: string;
  /** The ciphertext, base64url, as it came. */
  readonly box: string;
  readonly received_at: number;
};

/** Where a feature's private records are kept, and as what they go back to the person. */
export type PrivateShelf = { readonly table: 'selfhelp_records' | 'education_private' | 'recovery_sheets'; readonly record: string };

/**
 * Keeps one revision of a private record and gives it back on the person's stream. A record has one writer, but that
 * writer may have had two tablets. A save made from an older revision than the newest here is a sibling: both are kept,
 * each under its own revision, and both go back to the person (ADR 0003). What names the box it replaces goes by that.
 */
export async function keepPrivateRecord(
  tx: GatewayTransaction,
  { table, record }: PrivateShelf,
  save: SaveRecord,
  context: OperationContext,
): Promise<void> {
  const tables = tx.tables<Record<PrivateShelf['table'], PrivateRecordRow>>();
  const key = { person: idToBytes(context.personId), record: idToBytes(save.recordId) };
  const kept = await tables
    .selectFrom(table)
    .select(['revision', 'stream_id', 'box'])
    .where('person', '=', key.person)
    .where('record', '=', key.record)
    .execute();
  const replaced = kept.find((row) => (save.baseBox === undefined ? row.revision === save.baseRevision : row.box === save.baseBox));
  const revision = Math.max(0, save.baseRevision, ...kept.map((row) => row.revision)) + 1;
  // Made from one that is kept: it takes that one's place. Made from any other: all stay, and it stands beside them.
  const streamId = replaced?.stream_id ?? (kept.length === 0 ? save.recordId : `${save.recordId}.${String(revision)}`);
  const chosenAgainst = kept.filter((row) => row !== replaced && save.replaces?.includes(row.revision) === true);
  const gone = [...(replaced === undefined ? [] : [replaced]), ...chosenAgainst].map((row) => row.revision);
  if (gone.length > 0) {
    await tables
      .deleteFrom(table)
      .where('person', '=', key.person)
      .where('record', '=', key.record)
      .where('revision', 'in', gone)
      .execute();
  }
  await tables
    .insertInto(table)
    .values({ ...key, revision, stream_id: streamId, box: save.box, received_at: context.now })
    .execute();
  const audience = personAudience(context.personId);
  for (const row of chosenAgainst) if (row.stream_id !== streamId) await appendChange(tx, { audience, record, id: row.stream_id, removed: true });
  await appendChange(tx, { audience, record, id: streamId, put: { recordId: save.recordId, revision, box: save.box } });
}
