import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'throughline-seeded-';
/** One test run: the process that started us, whichever of its workers we are. */
const OURS = join(tmpdir(), `${PREFIX}${String(process.ppid)}`);

/**
 * A new folder for a prison. Seeding builds and signs three packs, so the first prison of a test run lends its fresh
 * data to the others; `isSeeded` says whether it is there already.
 */
export function makePrisonFolder(): { readonly folder: string; readonly isSeeded: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-prison-'));
  const isSeeded = existsSync(OURS);
  if (isSeeded) cpSync(OURS, folder, { recursive: true });
  return { folder, isSeeded };
}

/** Keeps a copy of a seeded prison whose programs stand still, for the rest of this test run; older runs' copies go. */
export function lendSeededPrison(folder: string): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX)))
    if (!existsSync(`/proc/${name.slice(PREFIX.length)}`))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  if (existsSync(OURS)) return;
  const copy = mkdtempSync(join(tmpdir(), 'throughline-copy-'));
  cpSync(folder, copy, { recursive: true });
  try {
    renameSync(copy, OURS);
  } catch {
    // Another worker was quicker.
    rmSync(copy, { recursive: true, force: true });
  }
}
