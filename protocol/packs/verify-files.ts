import { fail, ok, type Result } from '../result.ts';
import { CHUNK_BYTES, fileListSchema, type FileEntry, type FileList, type FileRole } from './file-list.ts';
import { LESSON_FORMAT, lessonSchema, type Lesson } from './lesson.ts';
import type { FileListReference, ItemKind, Manifest } from './manifest.ts';
import { QUIZ_FORMAT, quizSchema, type Quiz } from './quiz.ts';
import { readJson } from './read-json.ts';
import type { HashBytes } from './verify-pack.ts';

/**
 * Why bytes are refused. The caller drops them and asks again; after a second refusal it reports.
 * - `size-wrong` / `hash-wrong` not the bytes the signed list names
 * - `not-a-file-list` / `not-a-lesson` / `not-a-quiz` right bytes of a wrong shape: a fault of the builder
 * - `contents-differ` lists and manifest do not agree with each other
 */
export type FileRefusal = {
  readonly code: 'size-wrong' | 'hash-wrong' | 'not-a-file-list' | 'not-a-lesson' | 'not-a-quiz' | 'contents-differ';
  readonly detail?: string;
};

/** Every file of a pack by its path; what a file server of a pack may answer with, and nothing else. */
export type PackIndex = ReadonlyMap<string, FileEntry>;

/** Judges one whole file by size and hash before it is kept or linked (PACK-14). Takes any entry with `bytes` and `sha256`. */
export async function verifyFile(
  entry: { readonly bytes: number; readonly sha256: string },
  bytes: Uint8Array,
  sha256: HashBytes,
): Promise<Result<true, FileRefusal>> {
  if (bytes.length !== entry.bytes) return fail({ code: 'size-wrong' });
  return (await sha256(bytes)) === entry.sha256 ? ok(true) : fail({ code: 'hash-wrong' });
}

/** Judges chunk `index` (from 0) of a file above 4 MiB while it streams (PACK-13). */
export async function verifyChunk(
  entry: FileEntry,
  index: number,
  bytes: Uint8Array,
  sha256: HashBytes,
): Promise<Result<true, FileRefusal>> {
  const expected = entry.chunks?.sha256[index];
  if (expected === undefined) return fail({ code: 'size-wrong' });
  if (bytes.length !== Math.min(CHUNK_BYTES, entry.bytes - index * CHUNK_BYTES)) return fail({ code: 'size-wrong' });
  return (await sha256(bytes)) === expected ? ok(true) : fail({ code: 'hash-wrong' });
}

/** Judges and reads one file list named by a manifest (PACK-10). */
export async function verifyFileList(
  reference: FileListReference,
  bytes: Uint8Array,
  sha256: HashBytes,
): Promise<Result<FileList, FileRefusal>> {
  const verified = await verifyFile(reference, bytes, sha256);
  if (!verified.ok) return verified;
  const parsed = fileListSchema.safeParse(readJson(bytes));
  if (!parsed.success || parsed.data.files.length !== reference.files) return fail({ code: 'not-a-file-list' });
  return ok(parsed.data);
}

/**
 * Puts manifest and file lists together and checks that they agree (PACK-15): every path once, totals right,
 * every entry there and of the right role. Takes the lists in any order; returns the index of the pack.
 */
export function indexPack(manifest: Manifest, lists: readonly FileList[]): Result<PackIndex, FileRefusal> {
  const index = new Map<string, FileEntry>();
  const names = new Set<string>();
  for (const file of lists.flatMap((list) => list.files)) {
    // Two names that differ in case alone are one name to whoever reads or copies them.
    const name = file.path.toLowerCase();
    if (names.has(name)) return fail({ code: 'contents-differ', detail: `${file.path} stands twice` });
    names.add(name);
    index.set(file.path, file);
  }
  const problem = totalsProblem(manifest, index) ?? entryProblem(manifest, index);
  return problem === undefined ? ok(index) : fail({ code: 'contents-differ', detail: problem });
}

/** Reads the verified bytes of a lesson file (PACK-20). */
export function parseLesson(bytes: Uint8Array): Result<Lesson, FileRefusal> {
  const parsed = lessonSchema.safeParse(readJson(bytes));
  return parsed.success ? ok(parsed.data) : fail({ code: 'not-a-lesson', detail: `expected ${LESSON_FORMAT}` });
}

/** Reads the verified bytes of a quiz file (PACK-27). */
export function parseQuiz(bytes: Uint8Array): Result<Quiz, FileRefusal> {
  const parsed = quizSchema.safeParse(readJson(bytes));
  return parsed.success ? ok(parsed.data) : fail({ code: 'not-a-quiz', detail: `expected ${QUIZ_FORMAT}` });
}

function totalsProblem(manifest: Manifest, index: PackIndex): string | undefined {
  const files = [...index.values()];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const optionalBytes = files.reduce((sum, file) => sum + (file.optional === true ? file.bytes : 0), 0);
  const { totals } = manifest;
  const agree = totals.files === files.length && totals.bytes === bytes && totals.optionalBytes === optionalBytes;
  return agree ? undefined : 'the totals do not fit the files';
}

function entryProblem(manifest: Manifest, index: PackIndex): string | undefined {
  for (const item of manifest.items) {
    for (const language of manifest.languages) {
      const path = item.entry[language];
      const file = path === undefined ? undefined : index.get(path);
      if (file?.role !== ENTRY_ROLES[item.kind] || file.optional === true) return `${item.activityId} has no ${language} file`;
    }
  }
  if (manifest.cover && index.get(manifest.cover.path)?.role !== 'image') return 'the cover picture is not there';
  return undefined;
}

/** The role an item's entry must have in the file lists (PACK-15). */
const ENTRY_ROLES: Readonly<Record<ItemKind, FileRole>> = {
  lesson: 'lesson',
  quiz: 'quiz',
  assignment: 'assignment',
  scorm12: 'content',
  scorm2004: 'content',
  cmi5: 'content',
  h5p: 'content',
  web: 'content',
  epub: 'content',
  pdf: 'pdf',
};
