import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_MEMORY, releaseMemorySchema, type ReleaseMemory } from '#protocol/packs/release-memory.ts';
import { writeDurably } from './write-durably.ts';

/** The roles and the release this tablet took last, where no page and no pack can write (ROLE-5). */
export type ReleaseStore = {
  readonly memory: () => ReleaseMemory;
  /** On the disk when it returns. */
  readonly keep: (memory: ReleaseMemory) => void;
};

/** Keeps them in `<folder>/identity/release.json`. A torn file counts as none: the gateway tells the whole chain again. */
export function loadReleaseStore(folder: string): ReleaseStore {
  const home = join(folder, 'identity');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = join(home, 'release.json');
  let memory = read(file);
  return {
    memory: () => memory,
    keep: (next) => {
      if (next === memory) return;
      writeDurably(file, JSON.stringify(next));
      memory = next;
    },
  };
}

function read(file: string): ReleaseMemory {
  try {
    return releaseMemorySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return EMPTY_MEMORY;
  }
}
