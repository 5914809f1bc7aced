import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'vite';
import { serveFolder } from '../../scripts/bench/static-server.mts';
import { CHROMIUM } from '../support/prison/browser-tablet.ts';
import { cutPower, findProcess } from '../support/prison/power-cut.ts';
import { inProject } from '../../scripts/lib/paths.mts';
import type { Standing } from '../support/activation-page/activation-page.ts';

/** Every step that writes, as the page tells them: before each of them, and after the last, the browser is killed once. */
const STEPS = ['expect', 'keep-files', 'keep-piece-1', 'keep-piece-2', 'finish-file', 'activate', 'activated'] as const;
/** The big file comes in two pieces; after a kill only those are asked for that were not kept before it. */
const PIECES_LEFT = { expect: 2, 'keep-files': 2, 'keep-piece-1': 2, 'keep-piece-2': 1, 'finish-file': 0, activate: 0, activated: 0 };

let folder: string;
let server: Awaited<ReturnType<typeof serveFolder>>;
let context: BrowserContext | undefined;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'activation-'));
  const root = inProject('tests/support/activation-page');
  await build({ configFile: false, logLevel: 'error', root, base: './', build: { outDir: join(folder, 'page'), target: 'chrome111' } });
  server = await serveFolder(join(folder, 'page'));
});
test.afterAll(async () => {
  await context?.close().catch(() => undefined);
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('PACK-29 a real Chromium killed with SIGKILL before each step of bringing an edition has the old one or the new one whole, and goes on where it stopped', async () => {
  test.setTimeout(240_000);
  const profile = join(folder, 'profile');
  let page = await startPage(profile);
  expect(await page.evaluate((): Promise<Standing> => window.bring(1))).toEqual({ version: 1, whole: true });
  const seen = new Set<number>();
  for (const [at, step] of STEPS.entries()) {
    await killBefore(page, profile, step, 2 + at);
    page = await startPage(profile);
    const standing = await page.evaluate((): Promise<Standing> => window.standing());
    expect([standing.whole, [1 + at, 2 + at].includes(standing.version)], `killed before ${step}: ${JSON.stringify(standing)}`).toEqual([true, true]);
    expect(standing.version === 2 + at, `only what was switched is new: ${step}`).toBe(step === 'activated');
    seen.add(standing.version - at);
    expect(await page.evaluate((version): Promise<Standing> => window.bring(version), 2 + at)).toEqual({ version: 2 + at, whole: true });
    expect(await page.evaluate(() => window.piecesAsked), `pieces asked for after the kill before ${step}`).toBe(PIECES_LEFT[step]);
  }
  expect([...seen].sort()).toEqual([1, 2]);
});

/** The page holds still before the step, so that the kill falls exactly there. */
async function killBefore(page: Page, profile: string, step: string, version: number): Promise<void> {
  const bringing = page.evaluate(([name, next]) => window.bring(next, name), [step, version] as const);
  // One that fails, or ends without coming to the step, would be waited for in vain.
  const missed = bringing.then((standing) => { throw new Error(`It never came to ${step}: ${JSON.stringify(standing)}`); });
  missed.catch(() => undefined);
  await Promise.race([page.waitForFunction((name) => window.heldAt === name, step), missed]);
  const browser = findProcess(`--user-data-dir=${profile}`);
  if (browser === undefined) throw new Error('The browser is not running.');
  await cutPower(browser);
  await context?.close().catch(() => undefined);
}

async function startPage(profile: string): Promise<Page> {
  context = await chromium.launchPersistentContext(profile, CHROMIUM);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  await page.waitForFunction(() => typeof window.bring === 'function');
  return page;
}
