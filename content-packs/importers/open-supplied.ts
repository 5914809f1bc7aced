import { readFileSync } from 'node:fs';
import { lstat, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { MAX_FILE_BYTES } from '#protocol/packs/file-list.ts';
import { ok, type Result } from '#protocol/result.ts';
import { decodeText } from '../builder/decode-text.ts';
import { ARCHIVE_LIMITS, explodeArchive } from './explode-archive.ts';
import { refuse, type ImportRefusal, type NotCarried } from './import-report.ts';
import type { Supplied, SuppliedFile } from './importer.ts';
import { createNameRegister } from './name-register.ts';
import { judgeName, printableName } from './supplied-name.ts';

/** What was supplied, and whether its files are ours to move (out of an archive) or somebody's to keep. */
export type OpenedSupplied = { readonly supplied: Supplied; readonly areOurs: boolean };

/** Endings of files that are ZIP archives whatever else they are. */
const ARCHIVE_NAMES = /\.(zip|imscc|epub|h5p|pif)$/i;

/**
 * Opens what a teacher supplied: a folder, an archive (known by its bytes and exploded into `stage`), or one plain file.
 * Takes the path, a folder of ours to unpack into and the name to call it by. Refuses what is empty or unsafe.
 */
export async function openSupplied(
  source: string,
  stage: string,
  name = path.basename(source),
): Promise<Result<OpenedSupplied, ImportRefusal>> {
  const status = await lstat(source).catch(() => undefined);
  if (status?.isDirectory()) return openFolder(source, name);
  if (!status?.isFile()) return refuse('not-there', `There is no file or folder “${printableName(name)}” here.`);
  if (status.size === 0) return refuse('empty', `“${printableName(name)}” is empty; save or fetch it again.`);
  if (await isArchive(source)) return openArchive(source, stage, name);
  if (ARCHIVE_NAMES.test(name))
    return refuse(
      'not-what-it-says',
      `“${printableName(name)}” is named like an archive and is none; it is damaged, or something else under a wrong name.`,
    );
  if (status.size > MAX_FILE_BYTES)
    return refuse('archive-too-large', `“${printableName(name)}” is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB.`);
  const judged = judgeName(name);
  const called = judged.is === 'good' ? judged.name : `file${path.extname(name).replace(/[^.\w]/g, '')}`;
  return ok({
    supplied: describe(name, true, new Map([[called, { path: source, bytes: status.size }]]), []),
    areOurs: false,
  });
}

async function openArchive(
  source: string,
  stage: string,
  name: string,
): Promise<Result<OpenedSupplied, ImportRefusal>> {
  const into = path.join(stage, 'unpacked');
  await mkdir(into);
  const exploded = await explodeArchive(source, into);
  if (!exploded.ok) return exploded;
  const { files, litter } = exploded.value;
  if (files.size === 0) return refuse('empty', `The archive “${printableName(name)}” has nothing in it.`);
  return ok({ supplied: describe(name, false, withoutTopFolder(files), sayLitter(litter)), areOurs: true });
}

/** Walks a teacher's folder. Links are refused: one could point anywhere on this machine and so carry a private file into a pack. */
async function openFolder(root: string, name: string): Promise<Result<OpenedSupplied, ImportRefusal>> {
  const files = new Map<string, SuppliedFile>();
  const names = createNameRegister();
  let litter = 0;
  let bytes = 0;
  const found = (await readdir(root, { recursive: true })).sort();
  if (found.length > ARCHIVE_LIMITS.entries)
    return refuse('archive-too-large', `The folder holds more than ${ARCHIVE_LIMITS.entries} files.`);
  for (const one of found) {
    const judged = judgeName(one.split(path.sep).join('/'));
    const status = await lstat(path.join(root, one));
    if (judged.is === 'litter') litter += status.isFile() ? 1 : 0;
    if (judged.is === 'litter' || status.isDirectory()) continue;
    if (!status.isFile())
      return refuse('archive-unsafe', `“${printableName(one)}” is a link, not a file; put the file itself there.`);
    const why = judged.is === 'unsafe' ? judged.why : names.add(judged.name);
    if (judged.is === 'unsafe' || why !== undefined)
      return refuse('archive-unsafe', `Nothing of the folder was used: ${why ?? ''}.`);
    bytes += status.size;
    if (status.size > ARCHIVE_LIMITS.fileBytes || bytes > ARCHIVE_LIMITS.allBytes)
      return refuse('archive-too-large', `With “${printableName(one)}” the folder is too large for a pack.`);
    files.set(judged.name, { path: path.join(root, one), bytes: status.size });
  }
  if (files.size === 0) return refuse('empty', `The folder “${printableName(name)}” has nothing in it.`);
  return ok({ supplied: describe(name, false, files, sayLitter(litter)), areOurs: false });
}

function describe(
  name: string,
  isOneFile: boolean,
  files: ReadonlyMap<string, SuppliedFile>,
  passedOver: readonly NotCarried[],
): Supplied {
  const placeOf = (file: string) => {
    const found = files.get(file);
    if (!found) throw new Error(`Asked for a file that was not supplied: ${file}`);
    return found.path;
  };
  return {
    name,
    isOneFile,
    files,
    passedOver,
    readBytes: async (file) => readFileSync(placeOf(file)),
    readHead: (file, bytes) => readHead(placeOf(file), bytes),
    readText: async (file) => decodeText(readFileSync(placeOf(file))),
  };
}

/** Archives are often made of a folder rather than of what is in it; the course is what is in it. */
function withoutTopFolder(files: ReadonlyMap<string, SuppliedFile>): ReadonlyMap<string, SuppliedFile> {
  const [first = ''] = files.keys();
  const top = first.slice(0, first.indexOf('/') + 1);
  if (top === '' || ![...files.keys()].every((name) => name.startsWith(top))) return files;
  return withoutTopFolder(new Map([...files].map(([name, file]) => [name.slice(top.length), file])));
}

function sayLitter(litter: number): readonly NotCarried[] {
  if (litter === 0) return [];
  const why = 'The computer that made this left them there (.DS_Store, __MACOSX, Thumbs.db); no course needs them.';
  return [{ what: `${litter} hidden ${litter === 1 ? 'file' : 'files'}`, why }];
}

async function isArchive(file: string): Promise<boolean> {
  const head = await readHead(file, 4);
  return ['504b0304', '504b0506'].includes(head.toString('hex'));
}

async function readHead(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
