import { encodeBase64Url } from '#protocol/base64.ts';
import { workOperations } from '#protocol/education/assignment.ts';
import type { PhotoName, SendPhoto } from '#protocol/education/photo.ts';
import { recordIdSchema, sha256Schema } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { WorkActionParts } from './work-action-parts.ts';
import { workTables, type WorkPhoto } from './work-tables.ts';

/** Keeps a photograph with what is written for a task, encrypted; `enough` where the task takes no more of them. */
export async function keepPhoto(
  the: WorkActionParts,
  task: { readonly activityId: string; readonly photos: number },
  jpeg: Uint8Array<ArrayBuffer>,
): Promise<Result<void, { readonly code: 'enough' | 'storage-full' | 'signed-out' }>> {
  const { photos } = workTables(the.database);
  if ((await photos.count({ index: 'activityId', equals: task.activityId })) >= task.photos) return fail({ code: 'enough' });
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', jpeg));
  const sha256 = sha256Schema.parse([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  const photo: WorkPhoto = { id: the.outbox.newId(), activityId: task.activityId, sha256, jpeg: encodeBase64Url(jpeg) };
  const kept = await the.outbox.recordIntention({ writes: [await photos.preparePut(photo)], operations: [] });
  return kept.ok ? ok(undefined) : kept;
}

/** Removes a photograph from what is being written; what was handed in with it keeps it. */
export async function removePhoto(the: WorkActionParts, id: string): Promise<void> {
  await the.outbox.recordIntention({ writes: [workTables(the.database).photos.prepareDelete(id)], operations: [] });
}

/** The photographs of a task in the order they were taken. Live inside useLiveQuery. */
export function loadPhotos(database: WorkActionParts['database'], activityId: string): Promise<readonly WorkPhoto[]> {
  return workTables(database).photos.list({ index: 'activityId', equals: activityId });
}

/** How a hand-in names its photographs, and the operations that bring them after it. */
export function sendPhotos(the: WorkActionParts, workId: string, photos: readonly WorkPhoto[]) {
  const named = photos.map((photo): PhotoName & Pick<WorkPhoto, 'jpeg'> => ({ photoId: recordIdSchema.parse(the.outbox.newId()), sha256: photo.sha256, jpeg: photo.jpeg }));
  return {
    names: named.map(({ photoId, sha256 }): PhotoName => ({ photoId, sha256 })),
    operations: named.map(({ photoId, jpeg }) => ({
      id: photoId,
      kind: workOperations.photo,
      payload: { photoId, workId: recordIdSchema.parse(workId), jpeg } satisfies SendPhoto,
    })),
  };
}
