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
 * The only kinds of file a pack may carry. The type stands in the signed list and is never guessed from the bytes
 * (PACK-12). Pages, scripts and styles are for what other programs made (SCORM, cmi5, H5P, EPUB, plain HTML): they run
 * in a frame of the pack's own origin and nowhere else (PACK-32).
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
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  cur: 'image/x-icon',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  wav: 'audio/wav',
  oga: 'audio/ogg',
  ogv: 'video/ogg',
  m4v: 'video/mp4',
  pdf: 'application/pdf',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  xml: 'application/xml',
  opf: 'application/oebps-package+xml',
  ncx: 'application/x-dtbncx+xml',
  smil: 'application/smil+xml',
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/plain',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  wasm: 'application/wasm',
  bin: 'application/octet-stream',
} as const;

/** A file-name ending that has a type. */
export type FileEnding = keyof typeof FILE_TYPES;

/** Longest path inside a pack, in characters. */
export const MAX_PATH_LENGTH = 240;

/** One part of a path: letters of any script, digits, spaces and the marks that file names of suppliers have; never hidden, never upward. */
const PATH_PART = /^(?!\.)[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\\/:*?"<>|]+(?<![. ])$/u;

/** First parts that belong to the player and to runtime packs (PACK-11). */
const RESERVED_PARTS: ReadonlySet<string> = new Set(['__host', '__runtime', '__lrs']);

/**
 * A path inside a pack (PACK-11): parts with `/` between them, in Unicode's composed form, no empty, hidden or upward
 * part, nothing a file system or an address reads as something else. It never reaches a file system.
 */
export const packPathSchema = z.string().check(
  z.minLength(1),
  z.maxLength(MAX_PATH_LENGTH),
  z.refine((path) => path.normalize('NFC') === path),
  z.refine((path) => path.split('/').every((part) => PATH_PART.test(part))),
  z.refine((path) => !RESERVED_PARTS.has((path.split('/')[0] ?? '').toLowerCase())),
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
  'assignment',
  'pdf',
  /** A member of something that was exploded: SCORM, cmi5, H5P, EPUB, a folder of pages. */
  'content',
  /** A member of a runtime pack (PACK-33). */
  'runtime',
]);

/** What a file is for. */
export type FileRole = z.infer<typeof fileRoleSchema>;

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
