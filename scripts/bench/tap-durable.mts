import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { makeRow, percentile, type BenchRow } from './bench-row.mts';
import { withChromium } from './open-chromium.mts';
import { serveFolder } from './static-server.mts';
import type { TapTurn } from './tap-page/tap-page.ts';

const TAPS = 400;

/**
 * From a tap to its record flushed (strict) and shown by a live query, through the product's own outbox and encrypted
 * tables in Chromium on disk, against one raw strict IndexedDB put, turn by turn. Both percentiles are over the raw
 * put's median, as the goal says.
 */
export async function benchTapDurable(): Promise<readonly BenchRow[]> {
  const out = mkdtempSync(join(tmpdir(), 'bench-tap-'));
  await build({ configFile: false, logLevel: 'error', root: fileURLToPath(new URL('tap-page', import.meta.url)), base: './', build: { outDir: out, emptyOutDir: true, target: 'chrome111' } });
  const server = await serveFolder(out);
  try {
    const turns = await withChromium(async (context) => {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(server.url);
      return page.evaluate((taps): Promise<readonly TapTurn[]> => window.runTaps(taps), TAPS);
    });
    const raw = percentile(turns.map((turn) => turn.raw), 0.5);
    const taps = turns.map((turn) => turn.tap);
    return [
      makeRow('tap to visible and durable, p50 in ms / p50 of one raw strict IndexedDB put', percentile(taps, 0.5), raw, { atMost: 2 }),
      makeRow('tap to visible and durable, p95 in ms / p50 of one raw strict IndexedDB put', percentile(taps, 0.95), raw, { atMost: 3 }),
    ];
  } finally {
    server.close();
    rmSync(out, { recursive: true, force: true });
  }
}
