import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { makeRow, type BenchRow } from './bench-row.mts';
import { withChromium } from './open-chromium.mts';
import { serveFolder } from './static-server.mts';

/** Limit in bytes: React, zustand and i18next are 85 kB of it; Dexie must come after (performance.md 2.8). */
const LIMIT = 110_000;

/** JavaScript that was asked for before the first screen's first paint, gzipped, against the limit. */
export async function benchFirstLoad(): Promise<readonly BenchRow[]> {
  const folder = fileURLToPath(new URL('../../out/renderer', import.meta.url));
  const server = await serveFolder(folder);
  try {
    const scripts = await withChromium(async (context) => {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(server.url);
      await page.waitForFunction(() => document.documentElement.dataset['firstScreen'] === 'ready');
      return page.evaluate(() => {
        const painted = performance.getEntriesByName('first-screen')[0]?.startTime ?? Number.POSITIVE_INFINITY;
        const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        return resources.filter((entry) => new URL(entry.name).pathname.endsWith('.js') && entry.startTime < painted).map((entry) => new URL(entry.name).pathname);
      });
    });
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);
    return [makeRow('JavaScript loaded before the first screen is painted, gzipped bytes / limit', bytes, LIMIT, { atMost: 1 })];
  } finally {
    server.close();
  }
}
