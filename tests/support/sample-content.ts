import { existsSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(
  process.env['THROUGHLINE_SAMPLES'] ?? path.join(import.meta.dirname, '../../../shared/content'),
);

/** Real course files of others, which are no part of this project. Takes a path among them; undefined where they are absent. */
export function sampleContent(name: string): string | undefined {
  const file = path.join(FOLDER, name);
  return existsSync(file) ? file : undefined;
}
