import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { stringify } from 'yaml';
import { openPreview } from '../commands/open-preview.mts';
import { Problem } from '../lib/problem.mts';
import { makeRow, median, type BenchRow } from './bench-row.mts';
import { withChromium } from './open-chromium.mts';

/** Each item is opened so often, each time in a page of its own. */
const ROUNDS = 5;

/** A plain page, opened in a frame as everything of another maker is. */
const PAGE = '<!doctype html><html><head><script src="/__host/content-shim.js"></script><title>A page</title></head><body><h1>A page</h1></body></html>';

/** A SCORM 1.2 course that asks for its API as they all do. */
const SCORM = PAGE.replace('<h1>', '<script>var at=window;while(!at.API)at=at.parent;at.API.LMSInitialize("");at.API.LMSSetValue("cmi.core.lesson_location","1");</script><h1>');

/** Goals in milliseconds over those of a Markdown lesson (content-packs.md 9: 1.0 s against 0.3 s). */
const AT_MOST = 3.34;

/**
 * Milliseconds from the click to what is shown, cold, for each kind of player, as a ratio to one of our Markdown lessons
 * in the same run. The preview's page is the learner's player (ARCHITECTURE, walk B).
 */
export async function benchLessonOpen(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-open-'));
  try {
    writeSource(folder);
    return await measure(folder, ['page', 'scorm12', 'scorm2004']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens every named item of a source folder and its Markdown lesson in turns. */
async function measure(source: string, slugs: readonly string[]): Promise<readonly BenchRow[]> {
  const preview = await openPreview({ path: source, port: 0, runtimes: [] });
  if (!preview.ok) throw new Problem('The pack of the bench was not built.');
  const { url, pack, close } = preview.value;
  const { packId } = pack.manifest;
  try {
    return await withChromium(async (context) => {
      const times = new Map<string, number[]>(['lesson', ...slugs].map((slug) => [slug, []]));
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [slug, taken] of times) taken.push(await openOnce(context, `${url}#${packId}.${slug}/en`));
      const own = median(times.get('lesson') ?? []);
      return slugs.map((slug) => makeRow(`${slug} opened cold, ms / Markdown lesson`, median(times.get(slug) ?? []), own, { atMost: AT_MOST }));
    });
  } finally {
    await close();
  }
}

async function openOnce(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('html[data-preview-state="shown"]').waitFor({ state: 'attached' });
    return await page.evaluate(() => performance.now());
  } finally {
    await page.close();
  }
}

function writeSource(folder: string): void {
  mkdirSync(join(folder, 'en'), { recursive: true });
  writeFileSync(join(folder, 'en', 'lesson.md'), '# A lesson\n\nA few words to read.\n');
  for (const [slug, words] of [['page', PAGE], ['scorm12', SCORM], ['scorm2004', SCORM.replaceAll('API.LMS', 'API_1484_11.').replaceAll('at.API)', 'at.API_1484_11)').replace('cmi.core.lesson_location', 'cmi.location')]] as const) {
    mkdirSync(join(folder, 'content', slug), { recursive: true });
    writeFileSync(join(folder, 'content', slug, 'index.html'), words);
  }
  const foreign = (id: string, kind: string, rule: string) => ({ id, kind, title: { en: id }, folder: `content/${id}`, entry: `content/${id}/index.html`, minutes: 1, completion: { rule } });
  const items = [{ id: 'lesson', lesson: 'lesson.md', minutes: 1 }, foreign('page', 'web', 'viewed'), foreign('scorm12', 'scorm12', 'scorm'), foreign('scorm2004', 'scorm2004', 'scorm')];
  writeFileSync(join(folder, 'pack.yaml'), stringify({ id: 'bench-open', languages: ['en'], title: { en: 'Bench' }, summary: { en: 'Bench' }, subject: 'bench', level: ['any'], licence: 'Apache-2.0', attribution: ['The bench'], items }));
}
