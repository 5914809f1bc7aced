import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Reads a file of the data folder that must never change once made (a key, a secret), or makes it on first start.
 * Written whole and flushed before it gets its name, 0600 in a folder of 0700: a power cut leaves it or leaves nothing.
 * `make` gives the text. An existing empty file is a damaged one: that is thrown, for a new key in its place would
 * lock every tablet out.
 */
export async function loadOrMakeSecretFile(path: string, make: () => Promise<string> | string): Promise<string> {
  const known = readSecretFile(path);
  if (known !== undefined) {
    if (known.trim() === '')
      throw new Error(`The file ${path} is empty. Restore it from a back-up; a new one would lock every tablet out.`);
    return known;
  }
  const text = await make();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  return text;
}

/** Reads such a file; undefined when it was never made. */
export function readSecretFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
