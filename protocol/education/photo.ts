import { z } from 'zod/mini';
import { base64Url, recordIdSchema, sha256Schema } from '../ids.ts';
import { MAX_PHOTOS } from '../packs/assignment.ts';

/**
 * Most bytes of one photograph: in base64, sealed and in base64 again it still fits one operation (400,000 letters), so
 * that it never has to be taken apart and put together again.
 */
export const MAX_PHOTO_BYTES = 200_000;
/** Longest side in pixels: small writing on a page of A4 can be read, and no more is kept of a cell than the page. */
export const MAX_PHOTO_SIDE = 1600;

/** A photograph's JPEG in base64url; `photo-rules.ts` judges the bytes. */
export const jpegSchema = base64Url(Math.ceil((MAX_PHOTO_BYTES * 4) / 3)).check(z.minLength(100));

/** A photograph as the hand-in names it: by the id of the operation that brings it, and by what its bytes must be. */
export const photoNameSchema = z.strictObject({ photoId: recordIdSchema, sha256: sha256Schema });
export type PhotoName = z.infer<typeof photoNameSchema>;

/** The photographs of a piece of work, in the order they were taken. */
export const photosSchema = z
  .array(photoNameSchema)
  .check(z.minLength(1), z.maxLength(MAX_PHOTOS), z.refine((photos) => new Set(photos.map(({ photoId }) => photoId)).size === photos.length, 'Every photograph stands once'));

/**
 * Operation `education.photo`: one photograph of work on paper, whole. It follows the hand-in that names it; `photoId` is
 * also the id of the operation. Each comes by itself, because one operation could not carry them all.
 */
export const sendPhotoSchema = z.strictObject({ photoId: recordIdSchema, workId: recordIdSchema, jpeg: jpegSchema });
export type SendPhoto = z.infer<typeof sendPhotoSchema>;
