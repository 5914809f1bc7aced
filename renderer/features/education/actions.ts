import { educationOperations, progressEventSchema, type ProgressData, type ProgressEvent, type ProgressVerb } from '#protocol/education/schema.ts';
import { ok, type Result } from '#protocol/result.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { Outbox } from '../../sync/outbox.ts';
import { progressTable } from './tables.ts';

/** What the person did in an activity; `now` in milliseconds by the tablet's clock, for display only. */
export type ProgressToRecord = {
  readonly packId: string;
  readonly packVersion: number;
  readonly activityId: string;
  readonly verb: ProgressVerb;
  readonly data: ProgressData;
  readonly now: number;
};

/** Keeps one progress event and its operation in one strict transaction (OUT-1). */
export async function recordProgress(progress: ProgressToRecord, { database, outbox }: { readonly database: PersonDatabase; readonly outbox: Outbox }): Promise<Result<ProgressEvent, { readonly code: 'storage-full' | 'signed-out' }>> {
  const { now, ...what } = progress;
  const event = progressEventSchema.parse({ ...what, eventId: outbox.newId(), at: now });
  const write = await progressTable(database).preparePut(event);
  const kept = await outbox.recordIntention({ writes: [write], operations: [{ kind: educationOperations.progress, payload: { events: [event] } }] });
  return kept.ok ? ok(event) : kept;
}
