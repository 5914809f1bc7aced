import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test, type Page } from '@playwright/test';
import type { StaffRole } from '../../gateway/staff/staff-api.ts';
import { inProject } from '../../scripts/lib/paths.mts';
import { smallCourse } from '../support/packs/draft-desk.ts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { layOut } from '../support/packs/lay-out.ts';
import { openStaffedGateway, type StaffedGateway } from '../support/staffed-gateway.ts';

let gateway: StaffedGateway;
let folder: string;
test.beforeAll(async () => {
  if (!existsSync(inProject('out/console'))) throw new Error('out/console is missing: run npm run build.');
  gateway = await openStaffedGateway();
  folder = mkdtempSync(join(tmpdir(), 'throughline-dropped-'));
});
test.afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a teacher brings a folder, mends what is said, looks at it as a learner and submits; security sees the difference and approves', async ({ browser }) => {
  test.setTimeout(240_000);
  const administrator = await open(desk(browser), 'administrator', 'packs/keys');
  await administrator.getByRole('button', { name: 'Make this prison’s keys' }).click();
  await administrator.getByRole('alertdialog').getByRole('button', { name: 'Make them' }).click();
  await expect(administrator.getByRole('table')).toContainText('security');
  await look(administrator, 'keys');
  const teacher = await open(desk(browser), 'education', 'packs/drafts');
  await look(teacher, 'drafts-empty');
  await teacher.locator('input[webkitdirectory]').setInputFiles(layOut(folder, smallCourse('Start in a corner.', '')));
  await teacher.getByText('Must be put right: 1').waitFor({ timeout: 60_000 });
  await look(teacher, 'draft-checked');
  await teacher.getByLabel('What does the picture show?').fill('A square board');
  await teacher.getByRole('button', { name: 'Write it in' }).click();
  await teacher.getByRole('button', { name: 'Check again', exact: true }).click();
  await teacher.getByRole('button', { name: 'Submit', exact: true }).waitFor({ timeout: 90_000 });
  await look(teacher, 'draft-ready');
  await teacher.getByRole('link', { name: 'Look at it as a learner' }).click();
  await teacher.frameLocator('iframe').getByText('Start in a corner.').waitFor({ timeout: 30_000 });
  await expect(teacher.frameLocator('iframe').getByRole('img', { name: 'A square board' })).toBeVisible();
  await look(teacher, 'draft-preview');
  await teacher.getByRole('link', { name: 'Back to the draft' }).click();
  await teacher.getByRole('button', { name: 'Submit', exact: true }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Submit' }).click();
  await teacher.getByText('Somebody who did not bring').waitFor();
  const security = await open(desk(browser), 'security', 'packs/drafts');
  await security.getByRole('link', { name: 'Laying a floor' }).click();
  await security.getByText('This is the first edition').waitFor();
  await look(security, 'draft-decision');
  await security.getByRole('button', { name: 'Approve', exact: true }).click();
  await security.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
  await security.getByText('Both signatures are on it').waitFor({ timeout: 60_000 });
  await look(security, 'draft-approved');
});

test('an upload that was cut off by a reload goes on when the same files are dropped again', async ({ page }) => {
  test.setTimeout(120_000);
  await open(Promise.resolve(page), 'education', 'packs/drafts');
  const chosen = layOut(folder, smallCourse('Cut in the middle.'));
  await page.route('**/packs/uploads/*/1?*', (route) => route.abort());
  await page.locator('input[webkitdirectory]').setInputFiles(chosen);
  await page.getByText('The gateway does not answer').waitFor();
  await page.unroute('**/packs/uploads/*/1?*');
  await page.reload();
  await page.getByText('Being sent').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => { if (request.method() === 'PATCH') sent.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''); });
  await page.locator('input[webkitdirectory]').setInputFiles(chosen);
  await page.getByText(/checked in the real player|as a learner will, then/).waitFor({ timeout: 30_000 });
  expect(sent).toEqual(['1', '2']);
});

for (const [language, theme] of [['cy', 'dark'], ['ar', 'contrast']] as const) {
  test(`the desk where courses are made works in ${language}, ${theme}`, async ({ page }) => {
    await open(Promise.resolve(page), 'education', 'packs/drafts', `${language} ${theme}`);
    await look(page, `drafts-${language}`);
    await page.locator('main table a').first().click();
    await page.locator('main h1').waitFor();
    await look(page, `draft-${language}`);
  });
}

/** A workstation of somebody's own. */
async function desk(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage();
}

async function open(opening: Promise<Page>, role: StaffRole, place: string, look = 'en light'): Promise<Page> {
  const page = await opening;
  await page.addInitScript((value) => { localStorage.setItem('throughline-console-look', value); }, look);
  await page.goto(`${gateway.webUrl}/staff/#/${place}`);
  await page.locator('input[autocomplete=username]').fill(gateway.username(role));
  await page.locator('input[autocomplete=current-password]').fill(gateway.password);
  await page.keyboard.press('Enter');
  // The sign-in page has a heading, too.
  await page.locator('input[autocomplete=current-password]').waitFor({ state: 'detached' });
  await page.locator('main h1').waitFor();
  await expect(page.locator('.ui-spinner')).toHaveCount(0);
  return page;
}

/** Nothing axe finds, nothing wider than the window; and a picture, where one is asked for. */
async function look(page: Page, name: string): Promise<void> {
  expect(await findAxeFaults(page, ['iframe']), name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} is wider than the window`).toBeLessThanOrEqual(0);
  const folder = process.env['THROUGHLINE_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
