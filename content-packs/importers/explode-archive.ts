import { closeSync, createWriteStream, openSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { MAX_FILES, MAX_FILE_BYTES } from '#protocol/packs/file-list.ts';
import { ok, type Result } from '#protocol/result.ts';
import { refuse, type ImportRefusal } from './import-report.ts';
import type { SuppliedFile } from './importer.ts';
import { createNameRegister } from './name-register.ts';
import { judgeName, printableName } from './supplied-name.ts';

/**
 * Limits of a supplied archive (content-packs.md 6.3): entries, bytes of all and of one file once unpacked, and how many
 * times its own size it may unfold to. A mebibyte is always allowed, or a tiny course of blank pages would count as a bomb.
 */
export const ARCHIVE_LIMITS = {
  entries: MAX_FILES,
  allBytes: 2 * 1024 * 1024 * 1024,
  fileBytes: MAX_FILE_BYTES,
  ratio: 100,
  alwaysBytes: 1024 * 1024,
} as const;

/** Files by their supplied names, lying in the target folder under numbers, and how many names were passed over. */
export type Exploded = { readonly files: ReadonlyMap<string, SuppliedFile>; readonly litter: number };

const STORED = 0;
const DEFLATED = 8;
/** What stands before an entry's bytes: 30 bytes, then its name and extra field (APPNOTE 4.3.7). */
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const FILE_KIND_MASK = 0o170000;
const PLAIN_FILE = 0o100000;
const FOLDER = 0o040000;
/** Entries up to this size are unpacked in one go, which is several times quicker than streaming them. */
const IN_ONE_GO_BYTES = 4 * 1024 * 1024;
type ToUnpack = { readonly entry: Entry; readonly name: string; readonly target: string };

/**
 * Unpacks a ZIP from anybody at all into a folder of ours. Every entry is looked at before one byte is unpacked, and
 * files are written under numbers, so that no name of a supplier ever reaches the file system here. Takes the archive
 * and an existing empty folder; returns the files in the archive's order, or refuses the archive whole.
 */
export async function explodeArchive(file: string, into: string): Promise<Result<Exploded, ImportRefusal>> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch {
    return refuse('archive-broken', `“${printableName(path.basename(file))}” is not a whole ZIP archive: ${AGAIN}`);
  }
  try {
    const planned = await planEntries(zip, into);
    if (!planned.ok) return planned;
    const broken = await unpackAll(file, zip, planned.value.entries);
    if (broken) return broken;
    const files = planned.value.entries.map(({ entry, name, target }): [string, SuppliedFile] => [
      name,
      { path: target, bytes: entry.uncompressedSize },
    ]);
    return ok({ files: new Map(files), litter: planned.value.litter });
  } finally {
    zip.close();
  }
}

const AGAIN = 'it is cut short or damaged; make it or fetch it again.';

async function planEntries(
  zip: ZipFile,
  into: string,
): Promise<Result<{ readonly entries: readonly ToUnpack[]; readonly litter: number }, ImportRefusal>> {
  if (zip.entryCount > ARCHIVE_LIMITS.entries)
    return refuse(
      'archive-too-large',
      `The archive holds ${zip.entryCount} files; ${ARCHIVE_LIMITS.entries} is the most.`,
    );
  const entries: ToUnpack[] = [];
  const names = createNameRegister();
  const sizes = { packed: 0, unpacked: 0 };
  let litter = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const raw = nameOf(entry);
      const judged = judgeName(raw.replace(/[\\/]$/, ''));
      if (judged.is === 'unsafe') return unsafe(judged.why);
      const kind = kindProblem(entry, raw) ?? sizeProblem(entry, sizes, zip.fileSize);
      if (kind) return kind;
      if (judged.is === 'litter') litter += 1;
      if (judged.is === 'litter' || /[\\/]$/.test(raw)) continue;
      const twice = names.add(judged.name);
      if (twice !== undefined) return unsafe(twice);
      entries.push({ entry, name: judged.name, target: path.join(into, String(entries.length)) });
    }
  } catch {
    return refuse('archive-broken', `The list of files in the archive does not add up: ${AGAIN}`);
  }
  return ok({ entries, litter });
}

/**
 * Names are UTF-8 where the archive says so (a flag or the Unicode path field) or where their bytes are; macOS writes
 * UTF-8 and does not say it. Anything else is code page 437, as the format has it.
 */
function nameOf(entry: Entry): string {
  const { fileNameRaw, generalPurposeBitFlag: flags, extraFields } = entry;
  const said = yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, false);
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
    const hasUnicodeField = extraFields.some(({ id }) => id === 0x7075);
    return hasUnicodeField ? said : utf8;
  } catch {
    return said;
  }
}

function kindProblem(entry: Entry, name: string) {
  const shown = `“${printableName(name)}”`;
  // The high half holds the Unix mode where the writer was a Unix one; a link could point at a file of this machine.
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KIND_MASK;
  if (kind !== 0 && kind !== PLAIN_FILE && kind !== FOLDER) return unsafe(`${shown} is a link or a device, not a file`);
  if (entry.isEncrypted())
    return refuse('archive-broken', `The archive is locked with a password (${shown}); make one without.`);
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return refuse('archive-broken', `${shown} is packed in a way nobody here can unpack; make an ordinary ZIP.`);
  return undefined;
}

function sizeProblem(entry: Entry, sizes: { packed: number; unpacked: number }, archiveBytes: number) {
  sizes.packed += entry.compressedSize;
  sizes.unpacked += entry.uncompressedSize;
  const { allBytes, fileBytes, ratio, alwaysBytes } = ARCHIVE_LIMITS;
  if (entry.uncompressedSize > fileBytes)
    return refuse(
      'archive-too-large',
      `“${printableName(nameOf(entry))}” is larger than ${megabytes(fileBytes)}; make it smaller.`,
    );
  if (sizes.unpacked > allBytes)
    return refuse('archive-too-large', `The archive unpacks to more than ${megabytes(allBytes)}; split the course.`);
  // Entries that share bytes, or that unfold without end, are how small archives fill disks.
  if (sizes.packed > archiveBytes || sizes.unpacked > ratio * archiveBytes + alwaysBytes)
    return unsafe('it unpacks to far more than its size, as archives do that are made to fill a disk');
  return undefined;
}

async function unpackAll(file: string, zip: ZipFile, entries: readonly ToUnpack[]) {
  const handle = openSync(file, 'r');
  try {
    for (const one of entries) {
      try {
        if (isSmall(one.entry)) unpackSmall(handle, one);
        else await streamOne(zip, one.entry, one.target);
      } catch (error) {
        if (isOfTheDisk(error)) throw error;
        return refuse('archive-broken', `“${printableName(one.name)}” in the archive cannot be unpacked: ${AGAIN}`);
      }
    }
    return undefined;
  } finally {
    closeSync(handle);
  }
}

function isSmall({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize <= IN_ONE_GO_BYTES && compressedSize <= IN_ONE_GO_BYTES;
}

/**
 * Unpacks one entry without waiting for another thread: for thousands of small files the waiting costs more than the
 * work, and importing has a process of its own. Throws when the bytes are not what the archive promised: their number,
 * their check sum, or not unpackable at all.
 */
function unpackSmall(handle: number, { entry, target }: ToUnpack): void {
  const { uncompressedSize: promised, compressedSize, relativeOffsetOfLocalHeader: start } = entry;
  const header = readPart(handle, start, LOCAL_HEADER_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_HEADER) throw new Error('no entry here');
  const data = start + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readPart(handle, data, compressedSize);
  const bytes = entry.compressionMethod === STORED ? packed : inflate(packed, promised);
  if (bytes.length !== promised || crc32(bytes) !== entry.crc32) throw new Error('not the promised bytes');
  writeFileSync(target, bytes);
}

/** In one piece: pieces of the usual 16 KiB would be joined afterwards, which takes as long as the unpacking. */
function inflate(packed: Buffer, promised: number): Buffer {
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, promised), chunkSize: Math.max(64, promised + 1) });
}

function readPart(handle: number, start: number, bytes: number): Buffer {
  const part = Buffer.allocUnsafe(bytes);
  if (readSync(handle, part, 0, bytes, start) !== bytes) throw new Error('the archive ends too early');
  return part;
}

async function streamOne(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  let sum = 0;
  // yauzl ends the stream with an error at the first byte more than promised.
  const source = await zip.openReadStreamPromise(entry);
  const summed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  };
  await pipeline(source, summed, createWriteStream(target));
  if (sum !== entry.crc32) throw new Error('not the promised bytes');
}

/** A full or forbidden disk is no fault of the archive, and is not said to be one. */
function isOfTheDisk(error: unknown): boolean {
  return ['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'EMFILE'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function unsafe(why: string) {
  return refuse('archive-unsafe', `Nothing of the archive was used: ${why}.`);
}

function megabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`;
}
