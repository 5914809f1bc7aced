import type { Selectable } from 'kysely';
import type { PersonId } from '#protocol/ids.ts';
import { educationRecords, progressEventSchema, type ProgressEvent } from '#protocol/education/schema.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { appendChange, personAudience } from '../../sync/change-log.ts';
import type { EducationTables } from './tables.ts';

/** The event a row holds. */
export function eventOf(row: Selectable<EducationTables['education_events']>): ProgressEvent {
  return progressEventSchema.parse({
    eventId: bytesToId(row.id),
    packId: row.pack_id,
    packVersion: row.pack_version,
    activityId: row.activity_id,
    verb: row.verb,
    at: row.at,
    data: JSON.parse(row.data) as unknown,
  });
}

/**
 * Stores an event and puts it on its person's stream, so that a moved prisoner's new tablet knows where they stopped.
 * Answers false for an id that is there already: the same event again, or somebody else's; neither may be written over.
 */
export async function appendEvent(tx: GatewayTransaction, event: ProgressEvent, personId: PersonId, now: number): Promise<boolean> {
  const inserted = await tx
    .tables<EducationTables>()
    .insertInto('education_events')
    .values({
      id: idToBytes(event.eventId),
      person: idToBytes(personId),
      pack_id: event.packId,
      pack_version: event.packVersion,
      activity_id: event.activityId,
      verb: event.verb,
      at: event.at,
      data: JSON.stringify(event.data),
      received_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  await appendChange(tx, {
    audience: personAudience(personId),
    record: educationRecords.progress,
    id: event.eventId,
    put: event,
  });
  return true;
}
