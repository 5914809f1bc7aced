import { expect as plainExpect, test, type FrameLocator, type Page } from '@playwright/test';
import { errorsOf } from '../support/errors-of.ts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { makePdf } from '../support/pdf-fixture.ts';
import { openPlayerStage, type PlayerStage } from '../support/player-stage.ts';
import { NO_SAMPLES, readSample } from '../support/sample-files.ts';

/** PDF files in Chromium, under the policy of a pack's own origin. */
/** Two busy cores open a book in more than the usual five seconds. */
const expect = plainExpect.configure({ timeout: 20_000 });

let stage: PlayerStage;
test.beforeAll(async () => { stage = await openPlayerStage(); });
test.afterAll(() => stage.close());

const player = (page: Page): FrameLocator => page.frameLocator('iframe');
const lay = (bytes: Buffer): void => {
  stage.files.clear();
  stage.files.set('content/leaflet.pdf', { type: 'application/pdf', bytes });
};
const open = (page: Page, more = {}): Promise<void> => stage.open(page, { kind: 'pdf', entry: 'content/leaflet.pdf', ...more });

test('a PDF is read page by page, with words that can be chosen, and is completed at its end', async ({ page }) => {
  const errors = errorsOf(page);
  lay(await makePdf());
  await open(page);
  await expect(player(page).getByText('Part 1 of the leaflet')).toBeVisible();
  await expect(player(page).locator('[data-drawn=yes] canvas')).toBeVisible();
  for (let turn = 0; turn < 4; turn += 1) await player(page).getByRole('button', { name: 'Page on' }).click();
  await expect(player(page).getByText('Part 5 of the leaflet')).toBeVisible();
  await player(page).getByRole('button', { name: 'Finish' }).click();
  const progress = (await stage.heard(page)).flatMap((said) => (said.type === 'progress' ? [said] : []));
  expect(progress[0]).toMatchObject({ verb: 'opened', data: { place: '1', share: 0.2 } });
  expect(progress.at(-1)).toMatchObject({ verb: 'completed', data: { place: '5', share: 1 } });
  expect(errors).toEqual([]);
});

test('contents, page number, bookmark, zoom and keys work, and it goes on at its page', async ({ page }) => {
  lay(await makePdf());
  await open(page, { resume: { page: 0, answers: {}, place: '3' } });
  await expect(player(page).getByText('Part 3 of the leaflet')).toBeVisible();
  await player(page).getByRole('button', { name: 'Contents' }).click();
  await player(page).getByRole('button', { name: 'Part 4' }).click();
  await expect(player(page).getByText('Part 4 of the leaflet')).toBeVisible();
  await player(page).getByRole('button', { name: 'Mark this page' }).click();
  await player(page).getByLabel('Page', { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await expect(player(page).getByText('Part 2 of the leaflet')).toBeVisible();
  await player(page).getByRole('region', { name: 'The pages' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(player(page).getByText('Part 3 of the leaflet')).toBeVisible();
  const width = () => player(page).locator('.pdf-sheet').evaluate((sheet) => sheet.clientWidth);
  const before = await width();
  await player(page).getByRole('button', { name: 'Larger' }).click();
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await player(page).getByRole('button', { name: 'Fit the width' }).click();
  await expect.poll(width).toBe(before);
  await player(page).getByRole('button', { name: 'My bookmarks' }).click();
  await player(page).getByRole('button', { name: 'Page 4' }).click();
  await expect(player(page).getByText('Part 4 of the leaflet')).toBeVisible();
  expect((await stage.heard(page)).some((said) => said.type === 'state' && said.state.includes('"place":"4"'))).toBe(true);
});

for (const [what, bytes] of [['broken', Buffer.from('%PDF-1.4 and then nothing of use')], ['none at all', Buffer.from('<html>')]] as const)
  test(`a file that is ${what} as a PDF says so kindly and shows the way back`, async ({ page }) => {
    lay(bytes);
    await open(page);
    await expect(player(page).getByText('This lesson could not be opened.')).toBeVisible();
    await expect(player(page).getByRole('button', { name: 'Back to the course' })).toBeVisible();
  });

for (const [theme, language] of [['light', 'en'], ['contrast', 'ar']] as const)
  test(`axe finds nothing in the PDF's tools, ${theme}, ${language}`, async ({ page }) => {
    lay(await makePdf());
    await open(page, { theme, language, direction: language === 'ar' ? 'rtl' : 'ltr' });
    await expect(player(page).locator('[data-drawn=yes]')).toBeVisible();
    expect(await findAxeFaults(page, ['.textLayer', '.hiddenCanvasElement'])).toEqual([]);
  });

test('the sample PDF opens with its contents, and the broken one is refused', async ({ page }) => {
  const [good, broken] = ['sample_doc_with_toc', 'broken'].map((name) => readSample(`media/${name}.pdf`));
  test.skip(good === undefined || broken === undefined, NO_SAMPLES);
  lay(good ?? Buffer.alloc(0));
  await open(page);
  await player(page).getByRole('button', { name: 'Contents' }).click();
  await player(page).getByRole('button', { name: 'Subsection 3 (len=1)' }).click();
  await expect(player(page).locator('[data-drawn=yes]')).toBeVisible();
  lay(broken ?? Buffer.alloc(0));
  await open(page);
  await expect(player(page).getByText('This lesson could not be opened.')).toBeVisible();
});
