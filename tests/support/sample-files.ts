import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../scripts/lib/paths.mts';

/** Where the sample content of suppliers lies; it is no part of the project. */
const FOLDER = process.env['THROUGHLINE_SAMPLES'] ?? inProject('../shared/content');

/** A sample file's bytes, or undefined where the samples are absent: the test then skips and says so. */
export function readSample(name: string): Buffer | undefined {
  const path = join(FOLDER, name);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** The reason such a test gives for being skipped. */
export const NO_SAMPLES = 'The sample content is not here (set THROUGHLINE_SAMPLES to its folder).';
