import { fail, ok } from '#protocol/result.ts';
import { type SaveRecord, saveRecordSchema, selfhelpOperations, selfhelpRecords } from '#protocol/selfhelp/schema.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { appendChange, personAudience } from '../../sync/change-log.ts';
import type { ApplyOperation, OperationContext } from '../../sync/push-dependencies.ts';
import type { SelfhelpTables } from './tables.ts';

/**
 * Keeps a private record so that a broken tablet does not lose a diary. The gateway cannot read it, has no route that
 * gives it to staff, and does not write it into the audit: when somebody wrote is theirs too (ADR 0008).
 *
 * A record has one writer, but that writer may have had two tablets. A save made from an older revision than the
 * newest here is a sibling: both are kept, each under its own revision, and both go back to the person (ADR 0003).
 */
export const applySelfhelpOperation: ApplyOperation = async (tx, operation, context) => {
  if (operation.kind !== selfhelpOperations.save) return fail({ code: 'kind-unknown' });
  const parsed = saveRecordSchema.safeParse(operation.payload);
  if (!parsed.success) return fail({ code: 'payload-invalid' });
  await saveRevision(tx, parsed.data, context);
  return ok(undefined);
};

async function saveRevision(tx: GatewayTransaction, save: SaveRecord, context: OperationContext): Promise<void> {
  const tables = tx.tables<SelfhelpTables>();
  const key = { person: idToBytes(context.personId), record: idToBytes(save.recordId) };
  const kept = await tables
    .selectFrom('selfhelp_records')
    .select(['revision', 'stream_id'])
    .where('person', '=', key.person)
    .where('record', '=', key.record)
    .execute();
  const replaced = kept.find((row) => row.revision === save.baseRevision);
  const revision = Math.max(0, save.baseRevision, ...kept.map((row) => row.revision)) + 1;
  // Made from one that is kept: it takes that one's place. Made from any other: all stay, and it stands beside them.
  const streamId = replaced?.stream_id ?? (kept.length === 0 ? save.recordId : `${save.recordId}.${String(revision)}`);
  if (replaced !== undefined) {
    await tables
      .deleteFrom('selfhelp_records')
      .where('person', '=', key.person)
      .where('record', '=', key.record)
      .where('revision', '=', replaced.revision)
      .execute();
  }
  await tables
    .insertInto('selfhelp_records')
    .values({ ...key, revision, stream_id: streamId, box: save.box, received_at: context.now })
    .execute();
  await appendChange(tx, {
    audience: personAudience(context.personId),
    record: selfhelpRecords.stored,
    id: streamId,
    put: { recordId: save.recordId, revision, box: save.box },
  });
}
