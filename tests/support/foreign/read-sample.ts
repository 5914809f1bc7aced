import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { addContentShim } from '../../../content-packs/importers/add-content-shim.ts';
import { openSupplied } from '../../../content-packs/importers/open-supplied.ts';
import { FILE_TYPES } from '../../../protocol/packs/file-list.ts';
import { inProject } from '../../../scripts/lib/paths.mts';

const SAMPLES = process.env['THROUGHLINE_SAMPLES'] ?? inProject('../shared/content');

/** Whether the real course files are here: they are other people's and not part of the project. */
export function hasSamples(): boolean {
  return existsSync(join(SAMPLES, 'scorm'));
}

/** The files of a sample archive that a pack may carry, its pages with the content shim in them, as an importer makes them. */
export async function readSample(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const opened = await openSupplied(join(SAMPLES, path), mkdtempSync(join(tmpdir(), 'throughline-sample-')));
  if (!opened.ok) throw new Error(`${path} cannot be opened`);
  const files = new Map<string, Buffer>();
  for (const name of opened.value.supplied.files.keys()) {
    const ending = extname(name).slice(1).toLowerCase();
    if (!(ending in FILE_TYPES)) continue;
    const bytes = await opened.value.supplied.readBytes(name);
    files.set(name, /^x?html?$/.test(ending) ? addContentShim(bytes) : bytes);
  }
  return files;
}
