import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '#protocol/result.ts';
import { CARRIER_LIMITS, isCarrierName, type CarrierProblem, type PackCarrier } from './pack-carrier.ts';

const STORED = 0;
const FILE_KIND_MASK = 0o170000;
const PLAIN_FILE = 0o100000;

/**
 * Opens a `.pack` file (a stored ZIP) from anybody at all (PACK-19). Looks at every entry before one byte of content
 * is read: names by allow-list, once each, plain, stored, and all sizes together no more than the file itself has,
 * so that neither a compression bomb nor overlapping entries can unfold.
 */
export async function openPackArchive(file: string): Promise<Result<PackCarrier, CarrierProblem>> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    return fail({ code: 'not-a-pack' });
  }
  const entries = await readDirectory(zip);
  if (!entries.ok) {
    zip.close();
    return entries;
  }
  return ok({
    names: [...entries.value.keys()],
    read: (name, maxBytes) => readEntry(zip, entries.value.get(name), name, maxBytes),
    close: () => zip.close(),
  });
}

async function readDirectory(zip: ZipFile): Promise<Result<ReadonlyMap<string, Entry>, CarrierProblem>> {
  if (zip.entryCount > CARRIER_LIMITS.entries) return fail({ code: 'too-many-files' });
  const entries = new Map<string, Entry>();
  let allBytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const code = entryProblem(entry, entries);
      if (code) return fail({ code, detail: printable(entry.fileName) });
      allBytes += entry.uncompressedSize;
      if (allBytes > Math.min(CARRIER_LIMITS.allBytes, zip.fileSize)) return fail({ code: 'too-large' });
      entries.set(entry.fileName, entry);
    }
  } catch {
    // yauzl itself refuses names with .., a leading slash or a backslash, and directories that do not add up.
    return fail({ code: 'cut-short' });
  }
  return ok(entries);
}

function entryProblem(entry: Entry, known: ReadonlyMap<string, Entry>): CarrierProblem['code'] | undefined {
  if (!isCarrierName(entry.fileName)) return 'name-not-allowed';
  if (known.has(entry.fileName)) return 'name-twice';
  // The high half holds the Unix mode where the writer was a Unix one; a link or device is refused.
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KIND_MASK;
  if (kind !== 0 && kind !== PLAIN_FILE) return 'not-a-plain-file';
  if (entry.isEncrypted() || entry.compressionMethod !== STORED) return 'not-stored';
  return entry.compressedSize === entry.uncompressedSize ? undefined : 'not-stored';
}

async function readEntry(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  maxBytes: number,
): Promise<Result<Uint8Array, CarrierProblem>> {
  if (!entry) return fail({ code: 'file-missing', detail: name });
  if (entry.uncompressedSize > maxBytes) return fail({ code: 'too-large', detail: name });
  try {
    return ok(await buffer(await zip.openReadStreamPromise(entry)));
  } catch {
    return fail({ code: 'cut-short', detail: name });
  }
}

/** A hostile name must not write control characters to somebody's terminal. */
function printable(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}
