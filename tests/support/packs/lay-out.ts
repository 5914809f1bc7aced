import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DroppedFile } from './draft-desk.ts';

/** Writes a dropped folder below `home` and returns where its top is, for a browser's own dialog. */
export function layOut(home: string, files: readonly DroppedFile[]): string {
  const place = mkdtempSync(join(home, 'drop-'));
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  return join(place, files[0]?.path.split('/')[0] ?? '');
}
