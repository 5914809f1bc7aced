import { keyValueFile } from './key-value-file.ts';

/**
 * How the tablet looks, kept apart from everything else and read without Dexie: the first screen needs it before it
 * paints, and Dexie alone would be a quarter of what may load until then (issue 1, bench). Nothing private is here.
 */
const preferences = keyValueFile('throughline-preferences');

/**
 * Takes the key (`tablet`, `place`, or a person's lookup hash); returns undefined when there is nothing, or no
 * storage at all: a tablet that cannot remember its text size still works.
 */
export async function readPreference(key: string): Promise<unknown> {
  try {
    return await preferences.get(key);
  } catch {
    return undefined;
  }
}

/** Remembers a preference; says whether it could. */
export async function writePreference(key: string, value: unknown): Promise<boolean> {
  try {
    await preferences.put(key, value);
    return true;
  } catch {
    return false;
  }
}
