import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { buildPack } from '../../content-packs/builder/build-pack.ts';
import { buildH5pRuntime } from '../build-h5p-runtime.mts';
import { openPreview } from '../commands/open-preview.mts';
import { Problem } from '../lib/problem.mts';
import { makeRow, median, type BenchRow } from './bench-row.mts';
import { canSpeak, writeOpenSource, type OpenedItem } from './lesson-open-source.mts';
import { withChromium } from './open-chromium.mts';

/** Each item is opened so often, each time in a page of its own. */
const ROUNDS = 5;

/** Goal of a Markdown lesson in milliseconds (content-packs.md 9). */
const LESSON_MS = 300;

/**
 * Milliseconds from the click until the item's own words can be seen, cold, for each kind of player, as a ratio to one of
 * our Markdown lessons in the same run. The preview's page is the learner's player (ARCHITECTURE, walk B).
 */
export async function benchLessonOpen(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-open-'));
  try {
    const [source, spoken, runtime] = ['source', 'spoken', 'h5p-runtime.pack'].map((name) => join(folder, name)) as [string, string, string];
    const items = await writeOpenSource(source, 'every player');
    const needsRuntime = items.some(({ slug }) => slug === 'h5p');
    if (needsRuntime) await buildH5pRuntime({ out: runtime, version: 1, keys: [] });
    const own = await measure(source, items, needsRuntime ? [runtime] : []);
    return (await canSpeak()) ? [...own, await measureSpoken(spoken, folder)] : own;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens every item of a source folder in turns. */
async function measure(source: string, items: readonly OpenedItem[], runtimes: readonly string[]): Promise<readonly BenchRow[]> {
  const times = await timesOf(source, items, runtimes);
  const own = median(times.get('lesson') ?? []);
  const rows = items.filter(({ slug }) => slug !== 'lesson').map(({ slug, atMost }) => makeRow(`${slug} opened cold, ms / Markdown lesson`, median(times.get(slug) ?? []), own, { atMost }));
  return [makeRow('Markdown lesson opened cold, ms / limit', own, LESSON_MS, { atMost: 1 }), ...rows];
}

/** The same lesson, read aloud, against itself unread: each in a pack of its own. */
async function measureSpoken(source: string, folder: string): Promise<BenchRow> {
  const items = await writeOpenSource(source, 'spoken');
  const out = join(folder, 'spoken.pack');
  const built = await buildPack({ source, out, narrationCache: join(folder, 'narration') });
  if (!built.ok) throw new Problem('The spoken pack of the bench was not built.');
  const [silent, read] = [await timesOf(source, items, []), await timesOf(out, items, [])].map((times) => median(times.get('lesson') ?? []));
  return makeRow('narrated lesson opened cold, ms / the same lesson unread', read ?? 0, silent ?? 0, { atMost: items[0]?.atMost ?? 1 });
}

async function timesOf(path: string, items: readonly OpenedItem[], runtimes: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const preview = await openPreview({ path, port: 0, runtimes });
  if (!preview.ok) throw new Problem(`The pack of the bench was not built: ${JSON.stringify(preview.error).slice(0, 500)}`);
  const { url, pack, close } = preview.value;
  try {
    return await withChromium(async (context) => {
      const times = new Map(items.map(({ slug }) => [slug, [] as number[]]));
      for (let round = 0; round < ROUNDS; round += 1)
        for (const item of items) times.get(item.slug)?.push(await openOnce(context, `${url}#${pack.manifest.packId}.${item.slug}/en`, item));
      return times;
    });
  } finally {
    await close();
  }
}

async function openOnce(context: BrowserContext, address: string, { words, inside }: OpenedItem): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(address, { waitUntil: 'commit' });
    const player = page.frameLocator('iframe.pack-frame');
    const screen = inside === undefined ? player : player.frameLocator(inside);
    await screen.getByText(words).first().waitFor();
    return await page.evaluate(() => performance.now());
  } finally {
    await page.close();
  }
}
