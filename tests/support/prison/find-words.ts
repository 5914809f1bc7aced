import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below `folders` that hold these words as UTF-8 or as UTF-16 (how Chromium keeps strings). */
export function filesWith(words: string, folders: readonly string[]): readonly string[] {
  const needles = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  return folders.flatMap(allFiles).filter((file) => {
    const bytes = read(file);
    return needles.some((needle) => bytes.includes(needle));
  });
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
  } catch {
    return Buffer.alloc(0);
  }
}
