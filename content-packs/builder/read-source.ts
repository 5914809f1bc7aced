import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FILES, MAX_FILE_BYTES, packPathSchema } from '#protocol/packs/file-list.ts';
import type { ProblemList } from './problem.ts';

/** One file of a source folder: where it lies and how long it is. Its bytes are read when they are needed, and not kept. */
export type SourceFile = { readonly place: string; readonly bytes: number };

/** A teacher's folder: every file by its path inside the folder, composed (NFC), `/` between the parts. */
export type SourceFolder = {
  readonly root: string;
  readonly files: ReadonlyMap<string, SourceFile>;
};

/** Limits of a source folder: those of a pack, and 2 GiB together, because it must fit a tablet. */
export const SOURCE_LIMITS = { files: MAX_FILES, fileBytes: MAX_FILE_BYTES, allBytes: 2 * 1024 * 1024 * 1024 } as const;

/**
 * Finds the files of a source folder (station 2 of walk B). Takes the folder's path and where to put problems.
 * Links, devices and odd names are problems and are left out; hidden files are passed over.
 * Returns what is there; undefined when there is no such folder.
 */
export async function readSource(root: string, problems: ProblemList): Promise<SourceFolder | undefined> {
  const status = await lstat(root).catch(() => undefined);
  if (!status?.isDirectory()) {
    problems.block('folder-missing', path.basename(root), undefined, 'There is no folder of this name.');
    return undefined;
  }
  const files = new Map<string, SourceFile>();
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  if (names.length > SOURCE_LIMITS.files * 2) {
    problems.block('file-too-large', '.', undefined, `There are more than ${SOURCE_LIMITS.files} files here.`);
    return undefined;
  }
  const folded = new Set<string>();
  let allBytes = 0;
  const found = names
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const place of found) {
    const name = path.relative(root, place).split(path.sep).join('/').normalize('NFC');
    const file = lookAt(place, name, folded, problems);
    if (!file) continue;
    allBytes += file.bytes;
    if (allBytes > SOURCE_LIMITS.allBytes) {
      problems.block('file-too-large', name, undefined, 'With this file the folder is too large for a pack.');
      return undefined;
    }
    files.set(name, file);
  }
  return { root, files };
}

function lookAt(place: string, name: string, folded: Set<string>, problems: ProblemList): SourceFile | undefined {
  if (name.split('/').some((part) => part.startsWith('.'))) return undefined;
  const status = lstatSync(place);
  if (!status.isFile()) {
    // A link could point anywhere on the builder's machine and so carry a private file into a pack.
    problems.block('not-a-plain-file', name, undefined, 'This is a link, not a file. Put the file itself here.');
    return undefined;
  }
  if (!packPathSchema.safeParse(name).success) {
    const message =
      'This name is too long or holds a sign that file names must not have (\\ : * ? " < > |). Rename it.';
    problems.block('file-name', name, undefined, message);
    return undefined;
  }
  if (folded.has(name.toLowerCase())) {
    problems.block('file-name', name, undefined, 'Another file has this name but for capital letters. Rename one.');
    return undefined;
  }
  folded.add(name.toLowerCase());
  if (status.size > SOURCE_LIMITS.fileBytes) {
    problems.block('file-too-large', name, undefined, 'This file is too large for a pack.');
    return undefined;
  }
  return { place, bytes: status.size };
}

/** Reads a file of the folder whole; undefined when it is not there. */
export function readWhole(source: SourceFolder, name: string): Buffer | undefined {
  const file = source.files.get(name);
  return file && readFileSync(file.place);
}

/** Reads the first bytes of a file, to recognise it by; undefined when it is not there. */
export function readHead(source: SourceFolder, name: string, bytes: number): Buffer | undefined {
  const file = source.files.get(name);
  if (!file) return undefined;
  const handle = openSync(file.place, 'r');
  try {
    const head = Buffer.alloc(bytes);
    return head.subarray(0, readSync(handle, head, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}

/** Reads a source file as UTF-8 text with `\n` line ends; a problem and undefined when it is missing or not text. */
export function readText(source: SourceFolder, file: string, problems: ProblemList): string | undefined {
  const bytes = readWhole(source, file);
  if (!bytes) {
    problems.block('file-missing', file, undefined, 'This file is not there.');
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    problems.block('not-text', file, undefined, 'This is not a plain text file. Save it as UTF-8 text.');
    return undefined;
  }
}
