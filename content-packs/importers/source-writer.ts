import { constants, copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packPathSchema } from '#protocol/packs/file-list.ts';
import type { SourceWriter } from './importer.ts';

/** A writer that also counts, for the report. */
export type CountingWriter = SourceWriter & { readonly counts: { files: number; bytes: number } };

/**
 * Creates the writer of a source folder. `areOurs`: the supplied files were unpacked by us and are linked into place,
 * which costs nothing; somebody's own files are copied. It waits for no other thread: importing has a process of its own. A path that is none of a pack is a bug of the importer and throws.
 */
export function createSourceWriter(root: string, areOurs: boolean): CountingWriter {
  const counts = { files: 0, bytes: 0 };
  const made = new Set<string>();
  const placeFor = (name: string, bytes: number) => {
    if (!packPathSchema.safeParse(name).success) throw new Error(`Not a path of a pack: ${name}`);
    counts.files += 1;
    counts.bytes += bytes;
    const place = path.join(root, name);
    const folder = path.dirname(place);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return place;
  };
  return {
    counts,
    writeText: async (name, text) => writeNew(placeFor(name, Buffer.byteLength(text)), text),
    writeBytes: async (name, bytes) => writeNew(placeFor(name, bytes.length), bytes),
    carry: async (file, name) => {
      const place = placeFor(name, file.bytes);
      if (areOurs) linkSync(file.path, place);
      else copyFileSync(file.path, place, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    },
  };
}

/** `wx`: two things of one name are a bug of the importer, and neither may silently win. */
function writeNew(place: string, content: string | Uint8Array): void {
  writeFileSync(place, content, { flag: 'wx' });
}
