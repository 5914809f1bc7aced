import { z } from 'zod/mini';
import { sha256Schema } from '../ids.ts';

/** First line of every file list; a reader that does not know it refuses the pack. */
export const FILE_LIST_FORMAT = 'throughline-file-list/1';

/** Files above this many bytes carry chunk hashes, so that a cut download resumes without hashing again (PACK-13). */
export const CHUNKED_ABOVE_BYTES = 4 * 1024 * 1024;

/** Size of one chunk: 1 MiB (content-packs.md 6.2). */
export const CHUNK_BYTES = 1024 * 1024;

/** Largest single file of a pack: 512 MiB. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** Most files in one pack (security.md 8.2). */
export const MAX_FILES = 20_000;

/**
 * The only kinds of file a pack may carry. The type stands in the signed list and is never guessed from
 * the bytes (PACK-12). HTML, scripts and styles are not here: nothing in issue-1 packs needs them.
 */
export const FILE_TYPES = {
  json: 'application/json',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
} as const;

/** A file-name ending that has a type. */
export type FileEnding = keyof typeof FILE_TYPES;

/** A path inside a pack: lower case, no empty, hidden or upward part; `__host/` belongs to the player (PACK-11). */
export const packPathSchema = z.string().check(
  z.maxLength(200),
  z.regex(/^[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*)*$/),
  z.refine((path) => path !== '__host' && !path.startsWith('__host/')),
);

/** What a file is for, beside being itself: lets a small tablet skip the `optional` ones. */
export const fileRoleSchema = z.enum([
  'lesson',
  'quiz',
  'image',
  'audio',
  'video',
  'poster',
  'captions',
  'narration',
  'search-index',
]);

/** One file of a pack: where it is, what it is, and what its bytes must be. */
export const fileEntrySchema = z
  .object({
    path: packPathSchema,
    sha256: sha256Schema,
    bytes: z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES)),
    type: z.enum(Object.values(FILE_TYPES)),
    role: fileRoleSchema,
    optional: z.optional(z.boolean()),
    chunks: z.optional(
      z.object({ size: z.literal(CHUNK_BYTES), sha256: z.readonly(z.array(sha256Schema).check(z.maxLength(512))) }),
    ),
  })
  .check(z.refine((entry) => chunkCountIsRight(entry.bytes, entry.chunks?.sha256.length)));
/** One file of a pack. */
export type FileEntry = z.infer<typeof fileEntrySchema>;

/** A file list: the second level under the manifest. One list for each item, so that an erratum moves one list (PACK-10). */
export const fileListSchema = z.object({
  format: z.literal(FILE_LIST_FORMAT),
  files: z.readonly(z.array(fileEntrySchema).check(z.maxLength(MAX_FILES))),
});
/** A file list. */
export type FileList = z.infer<typeof fileListSchema>;

/** Chunk hashes stand exactly on files above 4 MiB, one for each MiB begun. */
function chunkCountIsRight(bytes: number, chunkCount: number | undefined): boolean {
  if (bytes <= CHUNKED_ABOVE_BYTES) return chunkCount === undefined;
  return chunkCount === Math.ceil(bytes / CHUNK_BYTES);
}
