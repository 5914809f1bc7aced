import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { makeRow, median, type BenchRow } from './bench-row.mts';
import type { DiaryFigures } from './diary-page/diary-page.ts';
import { withChromium } from './open-chromium.mts';
import { serveFolder } from './static-server.mts';

/** Ten years of days. */
const PAGES = 3650;
const TURNS = 25;

/**
 * A diary of ten years against one of a day, through the product's own screen, queries and encrypted tables in Chromium on
 * disk; then what encryption costs, against the same rows in the clear in the same database. Reads count all a screen gets:
 * found by index, opened, parsed by the schema and in order; the plain read has nothing of that but the index.
 */
export async function benchDiaryYears(): Promise<readonly BenchRow[]> {
  const out = mkdtempSync(join(tmpdir(), 'bench-diary-'));
  await build({ configFile: false, logLevel: 'error', root: fileURLToPath(new URL('diary-page', import.meta.url)), base: './', build: { outDir: out, emptyOutDir: true, target: 'chrome111' } });
  const server = await serveFolder(out);
  try {
    const figures = await withChromium(async (context) => {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(server.url);
      return page.evaluate(([pages, turns]): Promise<DiaryFigures> => window.runDiary(pages, turns), [PAGES, TURNS] as const);
    });
    return [
      makeRow('opening the diary, ms p50 with 3,650 pages / with one', median(figures.openFull), median(figures.openEmpty), { atMost: 1.5 }),
      makeRow('charting 3,650 pages, longest task in ms (0: none over 50) / 50', figures.longest, 50, { atMost: 1 }),
      makeRow('strict writes per second, encrypted / plain', 1000 / median(figures.writeSealed), 1000 / median(figures.writePlain), { atLeast: 0.95 }),
      makeRow('indexed reads of 1,000 per second, opened and parsed / plain and unparsed', 1000 / median(figures.readSealed), 1000 / median(figures.readPlain), { atLeast: 0.8 }),
    ];
  } finally {
    server.close();
    rmSync(out, { recursive: true, force: true });
  }
}
