import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Finds which of its words lie in some bytes, as UTF-8 or as UTF-16 (how Chromium keeps strings). */
export type WordSearch = (bytes: Buffer) => readonly string[];

/** The files below `folders` that hold these words. */
export function filesWith(words: string, folders: readonly string[]): readonly string[] {
  return findInFiles(createWordSearch([words]), folders).map(({ file }) => file);
}

/** Every word of a search that lies in a file below `folders`, with that file. */
export function findInFiles(search: WordSearch, folders: readonly string[]): readonly { readonly word: string; readonly file: string }[] {
  return folders.flatMap((folder) => findBelow(search, folder));
}

/** Throws where there is nothing to search: then nothing found says nothing. */
function findBelow(search: WordSearch, folder: string): readonly { readonly word: string; readonly file: string }[] {
  let bytes = 0;
  const found = allFiles(folder).flatMap((file) => {
    const content = read(file);
    bytes += content.length;
    return search(content).map((word) => ({ word, file }));
  });
  if (bytes === 0) throw new Error(`There is nothing to search in ${folder}.`);
  return found;
}

/** One pass over the bytes, however many words there are. Each has at least four letters. */
export function createWordSearch(words: readonly string[]): WordSearch {
  const needles = words.flatMap((word) => (['utf8', 'utf16le'] as const).map((as) => ({ word, bytes: Buffer.from(word, as) })));
  const byStart = Map.groupBy(needles, ({ bytes }) => bytes.readUInt32BE(0));
  // Most places are left after a look at two bytes.
  const mayStart = new Uint8Array(0x1_00_00);
  for (const { bytes } of needles) mayStart[bytes.readUInt16BE(0)] = 1;
  return (bytes) => {
    const found = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (mayStart[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] !== 1) continue;
      for (const needle of byStart.get(bytes.readUInt32BE(at)) ?? [])
        if (bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) found.add(needle.word);
    }
    return [...found];
  };
}

/** Every regular file below a folder, as absolute paths. */
export function allFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A program may take a file away between the list and the look. */
function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return Buffer.alloc(0);
    throw cause;
  }
}
