import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { packIdSchema, sha256Schema } from '#protocol/ids.ts';
import type { HighestSeen } from '#protocol/packs/verify-pack.ts';
import { writeDurably } from './write-durably.ts';

/** The highest edition of each pack this tablet ever believed, where no page and no pack can write (PACK-6). */
export type EditionsSeen = {
  readonly all: () => HighestSeen;
  /** Remembers an edition; on the disk when it returns. */
  readonly remember: (packId: string, version: number, manifestSha256: string) => void;
};

const fileSchema = z.record(packIdSchema, z.strictObject({ version: z.int(), manifestSha256: sha256Schema }));

/** Keeps them in `<folder>/identity/editions-seen.json`. A torn file counts as empty; the page's own record stands beside it. */
export function loadEditionsSeen(folder: string): EditionsSeen {
  const home = join(folder, 'identity');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = join(home, 'editions-seen.json');
  let seen: HighestSeen = read(file);
  return {
    all: () => seen,
    remember: (packId, version, manifestSha256) => {
      const before = Object.hasOwn(seen, packId) ? seen[packId] : undefined;
      if (before !== undefined && before.version >= version) return;
      seen = { ...seen, [packId]: { version, manifestSha256 } };
      writeDurably(file, JSON.stringify(seen));
    },
  };
}

function read(file: string): HighestSeen {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
