import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { vaultRecordSchema, type VaultRecord } from '#protocol/session/key-hierarchy.ts';
import type { Result } from '#protocol/result.ts';
import { writeFileDurably, type StorageFull } from './write-file-durably.ts';

/** People's wrapped keys on this tablet, one file each, by their lookup. */
export type VaultRecords = {
  /** The record, its last good copy where the file is torn, or nothing. */
  readonly load: (lookup: string) => Promise<VaultRecord | undefined>;
  /** On the disk when it returns, or `storage-full` with the old one unchanged. */
  readonly save: (lookup: string, record: VaultRecord) => Promise<Result<null, StorageFull>>;
  /** Moves a torn file out of the way of a new one; it is kept for whoever can mend it. */
  readonly setAsideDamaged: (lookup: string) => Promise<void>;
};

/** Keeps the records in `<folder>/vault`, readable by the owner only. */
export function fileVaultRecords(folder: string): VaultRecords {
  const fileOf = (lookup: string): string => join(folder, 'vault', `${lookup}.json`);
  return {
    load: async (lookup) => (await readRecord(fileOf(lookup))) ?? (await readRecord(`${fileOf(lookup)}.previous`)),
    save: (lookup, record) => writeFileDurably(fileOf(lookup), JSON.stringify(record)),
    setAsideDamaged: async (lookup) => {
      const file = fileOf(lookup);
      const hasText = (await readText(file)) !== undefined;
      if (hasText && (await readRecord(file)) === undefined) await rename(file, `${file}.damaged`);
    },
  };
}

async function readRecord(file: string): Promise<VaultRecord | undefined> {
  const text = await readText(file);
  if (text === undefined) return undefined;
  try {
    return vaultRecordSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
