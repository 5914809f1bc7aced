import { lstat, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { packPathSchema } from '#protocol/packs/file-list.ts';
import type { ProblemList } from './problem.ts';

/** A teacher's folder as values: every file by its path inside the folder, `/` between the parts. */
export type SourceFolder = {
  readonly root: string;
  readonly files: ReadonlyMap<string, Buffer>;
};

/** Limits of a source folder: 5,000 files, 256 MiB for one, 1 GiB together. Reasons: it is read into memory, and it must fit a tablet. */
export const SOURCE_LIMITS = { files: 5000, fileBytes: 256 * 1024 * 1024, allBytes: 1024 * 1024 * 1024 } as const;

/**
 * Reads a source folder (station 2 of walk B). Takes the folder's path and where to put problems.
 * Links, devices and odd names are problems and are not read; hidden files are passed over.
 * Returns what could be read; undefined when there is no such folder.
 */
export async function readSource(root: string, problems: ProblemList): Promise<SourceFolder | undefined> {
  const status = await lstat(root).catch(() => undefined);
  if (!status?.isDirectory()) {
    problems.block('folder-missing', path.basename(root), undefined, 'There is no folder of this name.');
    return undefined;
  }
  const files = new Map<string, Buffer>();
  const names = await readdir(root, { recursive: true });
  if (names.length > SOURCE_LIMITS.files) {
    problems.block('file-too-large', '.', undefined, `There are more than ${String(SOURCE_LIMITS.files)} files here.`);
    return undefined;
  }
  let allBytes = 0;
  for (const name of names.sort()) {
    const bytes = await readOne(root, name.split(path.sep).join('/'), problems, SOURCE_LIMITS.allBytes - allBytes);
    if (!bytes) continue;
    allBytes += bytes.length;
    files.set(name.split(path.sep).join('/'), bytes);
  }
  return { root, files };
}

async function readOne(root: string, name: string, problems: ProblemList, room: number): Promise<Buffer | undefined> {
  if (name.split('/').some((part) => part.startsWith('.'))) return undefined;
  const status = await lstat(path.join(root, name));
  if (status.isDirectory()) return undefined;
  if (!status.isFile()) {
    // A link could point anywhere on the builder's machine and so carry a private file into a pack.
    problems.block('not-a-plain-file', name, undefined, 'This is a link, not a file. Put the file itself here.');
    return undefined;
  }
  if (!packPathSchema.safeParse(name).success) {
    problems.block(
      'file-name',
      name,
      undefined,
      'Use only small letters a to z, digits, dots, hyphens and underscores in file names.',
    );
    return undefined;
  }
  if (status.size > Math.min(SOURCE_LIMITS.fileBytes, room)) {
    problems.block('file-too-large', name, undefined, 'This file is too large for a pack.');
    return undefined;
  }
  return readFile(path.join(root, name));
}

/** Reads a source file as UTF-8 text with `\n` line ends; a problem and undefined when it is missing or not text. */
export function readText(source: SourceFolder, file: string, problems: ProblemList): string | undefined {
  const bytes = source.files.get(file);
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
