import { handInSchema, workOperations, type WorkPart, type WorkRecord } from '#protocol/education/assignment.ts';
import { checkWork } from '#protocol/education/work-rules.ts';
import { operationIdSchema } from '#protocol/ids.ts';
import type { Assignment } from '#protocol/packs/assignment.ts';
import { plainText } from '#protocol/packs/inline-text.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { nextDraft } from './next-draft.ts';
import type { WorkActionParts } from './work-action-parts.ts';
import { sendPhotos } from './work-photos.ts';
import { workTables, type WorkPhoto, type WorkTexts } from './work-tables.ts';

type StorageFault = { readonly code: 'storage-full' | 'signed-out' };

/** Keeps what is being written, encrypted; `keepBefore` also keeps what stood before as a version. */
export async function saveWorkDraft(the: WorkActionParts, activityId: string, texts: WorkTexts, keepBefore = false): Promise<Result<void, StorageFault>> {
  const { drafts } = workTables(the.database);
  const draft = nextDraft(await drafts.get(activityId), activityId, texts, the.now, keepBefore);
  const saved = await the.outbox.recordIntention({ writes: [await drafts.preparePut(draft)], operations: [] });
  return saved.ok ? ok(undefined) : saved;
}

/**
 * Hands work in: the record and its operation in one transaction (OUT-1). The operation has the work's own id, so that
 * its receipt is the work's. Photographs follow in operations of their own, in the same transaction. The draft stays,
 * so that another go begins with what was written and photographed.
 */
export async function handInWork(
  the: WorkActionParts,
  pack: { readonly packId: string; readonly packVersion: number },
  task: Assignment,
  texts: WorkTexts,
  photos: readonly WorkPhoto[] = [],
): Promise<Result<WorkRecord, StorageFault | { readonly code: 'nothing-written' | 'too-long' }>> {
  const parts = partsOf(task, texts);
  const checked = checkWork(parts, photos.length);
  if (!checked.ok) return checked;
  const workId = the.outbox.newId();
  const sent = sendPhotos(the, workId, photos);
  const payload = handInSchema.safeParse({ ...pack, workId, activityId: task.activityId, language: task.language, parts, ...(photos.length === 0 ? {} : { photos: sent.names }), writtenAt: the.now });
  if (!payload.success) return fail({ code: 'too-long' });
  const work: WorkRecord = { ...payload.data, kind: 'assignment', state: 'waiting', receipt: null, receivedAt: null, mark: null, refusal: null };
  const kept = await the.outbox.recordIntention({
    writes: [await workTables(the.database).works.preparePut(work)],
    operations: [{ id: operationIdSchema.parse(workId), kind: workOperations.handIn, payload: payload.data }, ...sent.operations],
  });
  return kept.ok ? ok(work) : kept;
}

/** Takes work back before it was handed over (OUT-5); the draft and its photographs are still there. */
export async function takeBackWork(
  the: WorkActionParts,
  { workId, photos = [] }: Pick<WorkRecord, 'workId' | 'photos'>,
): Promise<Result<void, StorageFault | { readonly code: 'already-sent' | 'unknown-operation' }>> {
  const taken = await the.outbox.withdraw(operationIdSchema.parse(workId), [workTables(the.database).works.prepareDelete(workId)]);
  // After it: a photograph without its work, should the power fail here, is refused at the gateway and kept nowhere.
  if (taken.ok) for (const { photoId } of photos) await the.outbox.withdraw(photoId, []);
  return taken;
}

function partsOf(task: Assignment, texts: WorkTexts): WorkPart[] {
  return task.parts.map(({ id, ask }) => ({ partId: id, ask: ask.map(plainText).join('\n\n').slice(0, 4000), text: texts[id] ?? '' }));
}
