import {
  educationOperations,
  educationRecords,
  type ProgressEvent,
  progressOperationSchema,
} from '#protocol/education/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { appendChange, personAudience } from '../../sync/change-log.ts';
import type { ApplyOperation, OperationContext } from '../../sync/push-dependencies.ts';
import type { EducationTables } from './tables.ts';

/** Answers so far may be this long (protocol/education/schema.ts). */
const MAX_DATA = 64 * 1024;

/**
 * Takes progress from a tablet: appends the events, and puts them back on the person's stream, so that a moved
 * prisoner's new tablet knows where they stopped. Nothing is added up here; the tutor's view does that with the same
 * rules as the tablet. Not in the audit: it would tell who was awake when.
 */
export const applyEducationOperation: ApplyOperation = async (tx, operation, context) => {
  if (operation.kind !== educationOperations.progress) return fail({ code: 'kind-unknown' });
  const parsed = progressOperationSchema.safeParse(operation.payload);
  if (!parsed.success) return fail({ code: 'payload-invalid' });
  if (parsed.data.events.some((event) => JSON.stringify(event.data).length > MAX_DATA))
    return fail({ code: 'payload-invalid' });
  for (const event of parsed.data.events) await appendEvent(tx, event, context);
  return ok(undefined);
};

async function appendEvent(tx: GatewayTransaction, event: ProgressEvent, context: OperationContext): Promise<void> {
  const inserted = await tx
    .tables<EducationTables>()
    .insertInto('education_events')
    .values({
      id: idToBytes(event.eventId),
      person: idToBytes(context.personId),
      pack_id: event.packId,
      pack_version: event.packVersion,
      activity_id: event.activityId,
      verb: event.verb,
      at: event.at,
      data: JSON.stringify(event.data),
      received_at: context.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  // An id that is there already is the same event again, or somebody else's: neither may be written over.
  if (inserted.numInsertedOrUpdatedRows === 0n) return;
  await appendChange(tx, {
    audience: personAudience(context.personId),
    record: educationRecords.progress,
    id: event.eventId,
    put: event,
  });
}
