import { crc32 } from 'node:zlib';

/** A ZIP of stored entries, written as it goes. */
export type StoredZip = {
  /** Writes one entry. The name is ASCII. */
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Writes the directory; nothing can be added then. */
  readonly end: () => Promise<void>;
};

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
/** Version 2.0 of the format, made on Unix, for a plain file that everybody may read (APPNOTE 4.4). */
const VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | VERSION;
const PLAIN_FILE = 0o100644;
/** 1 January 2000, midnight, as DOS writes it: no clock goes into a pack, so the same pack gives the same bytes. */
const DOS_DATE = (20 << 9) | (1 << 5) | 1;

/**
 * Creates a ZIP that is written through `write`, in order. A pack stays below 65,535 entries and 4 GiB (PACK-19), so
 * this is the small, old form. Ours, and not yazl's: yazl counts check sums in JavaScript, a second for each 240 MB
 * measured, and holds every entry in memory until it is written.
 */
export function createStoredZip(write: (bytes: Uint8Array) => Promise<void>): StoredZip {
  const directory: Buffer[] = [];
  let place = 0;
  const put = async (bytes: Uint8Array) => {
    place += bytes.length;
    await write(bytes);
  };
  return {
    add: async (name, bytes) => {
      const encoded = Buffer.from(name, 'latin1');
      const shared = describeEntry(encoded, bytes);
      directory.push(Buffer.concat([directoryHead(), shared, directoryTail(place), encoded]));
      await put(Buffer.concat([localHead(), shared, encoded]));
      await put(bytes);
    },
    end: async () => {
      const start = place;
      for (const entry of directory) await put(entry);
      await put(directoryEnd(directory.length, place - start, start));
    },
  };
}

/** What local header and directory say alike: flags, method, time, date, check sum, sizes, length of name and extra field. */
function describeEntry(name: Buffer, bytes: Uint8Array): Buffer {
  const part = Buffer.alloc(24);
  part.writeUInt16LE(DOS_DATE, 6);
  part.writeUInt32LE(crc32(bytes), 8);
  part.writeUInt32LE(bytes.length, 12);
  part.writeUInt32LE(bytes.length, 16);
  part.writeUInt16LE(name.length, 20);
  return part;
}

function localHead(): Buffer {
  const part = Buffer.alloc(6);
  part.writeUInt32LE(LOCAL_HEADER, 0);
  part.writeUInt16LE(VERSION, 4);
  return part;
}

function directoryHead(): Buffer {
  const part = Buffer.alloc(8);
  part.writeUInt32LE(DIRECTORY_ENTRY, 0);
  part.writeUInt16LE(MADE_ON_UNIX, 4);
  part.writeUInt16LE(VERSION, 6);
  return part;
}

function directoryTail(place: number): Buffer {
  const part = Buffer.alloc(14);
  part.writeUInt32LE(PLAIN_FILE * 0x10000, 6);
  part.writeUInt32LE(place, 10);
  return part;
}

function directoryEnd(entries: number, bytes: number, start: number): Buffer {
  const part = Buffer.alloc(22);
  part.writeUInt32LE(DIRECTORY_END, 0);
  part.writeUInt16LE(entries, 8);
  part.writeUInt16LE(entries, 10);
  part.writeUInt32LE(bytes, 12);
  part.writeUInt32LE(start, 16);
  return part;
}
