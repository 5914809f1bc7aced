import { expect as plainExpect, test, type FrameLocator, type Page } from '@playwright/test';
import { BOOK_ENTRY, makeBook } from '../support/book-fixture.ts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { explodeArchive } from '../support/explode-archive.ts';
import { errorsOf } from '../support/errors-of.ts';
import { openPlayerStage, type PlayerStage, type StageFile } from '../support/player-stage.ts';
import { NO_SAMPLES, readSample } from '../support/sample-files.ts';

// Books in Chromium, under the policy of a pack's own origin.

/** Two busy cores open a book in more than the usual five seconds. */
const expect = plainExpect.configure({ timeout: 20_000 });

let stage: PlayerStage;
test.beforeAll(async () => { stage = await openPlayerStage(); });
test.afterAll(() => stage.close());

/** The policy refuses styles and programs in a book's text while it is read in; the player puts the styles on by itself. */
const OF_THE_BOOK_ITSELF = /^(Applying inline style|Executing inline event handler) violates/;
const player = (page: Page): FrameLocator => page.frameLocator('iframe');
const book = (page: Page): FrameLocator => player(page).frameLocator('.epub-frame');
const lay = (files: ReadonlyMap<string, StageFile>): void => {
  stage.files.clear();
  for (const [path, file] of files) stage.files.set(path, file);
};
const placeOf = async (page: Page): Promise<string> => String((await stage.heard(page)).flatMap((said) => (said.type === 'progress' ? [said.data.place] : [])).at(-1));
const bookmarkIn = async (page: Page): Promise<string> => String((await stage.heard(page)).flatMap((said) => (said.type === 'state' ? [said.state] : [])).at(-1));

test('a book is read to its end with the keyboard, is reported on the way, and is completed by its last page', async ({ page }) => {
  const errors = errorsOf(page);
  lay(makeBook());
  await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY });
  await expect(book(page).getByRole('heading', { name: 'Chapter 1' })).toBeVisible();
  await player(page).getByRole('button', { name: 'Page on' }).click();
  await book(page).locator('html').focus();
  for (let turn = 0; turn < 40 && !(await player(page).getByRole('button', { name: 'Finish' }).isVisible()); turn += 1) {
    await book(page).locator('html').focus();
    await page.keyboard.press('PageDown');
    await expect(book(page).locator('body')).toBeVisible();
  }
  await player(page).getByRole('button', { name: 'Finish' }).click();
  await expect(player(page).getByText('You have come to the end.')).toBeVisible();
  const progress = (await stage.heard(page)).flatMap((said) => (said.type === 'progress' ? [said] : []));
  expect(progress[0]?.verb).toBe('opened');
  expect(progress.at(-1)).toMatchObject({ verb: 'completed', data: { share: 1 } });
  expect(errors.filter((said) => !OF_THE_BOOK_ITSELF.test(said))).toEqual([]);
});

test('contents, a bookmark and the search lead to their words, and the bookmark is kept', async ({ page }) => {
  lay(makeBook());
  await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY });
  await player(page).getByRole('button', { name: 'Contents' }).click();
  await player(page).getByRole('button', { name: 'Chapter 3' }).click();
  await expect(book(page).getByRole('heading', { name: 'Chapter 3' })).toBeInViewport();
  await player(page).getByRole('button', { name: 'Mark this page' }).click();
  await player(page).getByRole('button', { name: 'Find', exact: true }).click();
  await player(page).getByLabel('Words to find').fill('Golden key');
  await player(page).getByRole('button', { name: 'Look for it' }).click();
  await expect(player(page).getByText('Found in 1 place')).toBeVisible();
  await player(page).getByRole('button', { name: /golden k/ }).click();
  await expect(book(page).getByText('Here lies the golden kéy')).toBeInViewport();
  await player(page).getByRole('button', { name: 'My bookmarks' }).click();
  await player(page).getByRole('button', { name: /^Chapter 3 ·/ }).click();
  await expect(book(page).getByRole('heading', { name: 'Chapter 3' })).toBeInViewport();
  expect(JSON.parse(await bookmarkIn(page))).toMatchObject({ bookmarks: [{ label: expect.stringContaining('Chapter 3') }] });
});

test('a book that was closed goes on at the same words, at another size of letters too', async ({ page }) => {
  lay(makeBook());
  await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY });
  await player(page).getByRole('button', { name: 'Contents' }).click();
  await player(page).getByRole('button', { name: 'Chapter 2' }).click();
  await player(page).getByRole('button', { name: 'Close' }).click();
  await player(page).getByRole('button', { name: 'Page on' }).click();
  await expect.poll(() => placeOf(page)).toMatch(/^epubcfi\(\/6\/4.*\/4\/(?!2\/)/);
  const place = await placeOf(page);
  for (const textSize of [100, 200]) {
    await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY, textSize, resume: { page: 0, answers: {}, place } });
    // `/4/38` is the nineteenth element of the body; at a larger size it may stand further down its page.
    const element = Number(/!\/4\/(\d+)/.exec(place)?.[1]) / 2;
    await expect(book(page).locator(`body > :nth-child(${String(element)})`)).toBeInViewport();
  }
});

test('a book written from the right turns to the left', async ({ page }) => {
  lay(makeBook({ language: 'ar' }));
  await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY, language: 'ar', direction: 'rtl', theme: 'dark' });
  await expect(book(page).getByRole('heading', { name: 'الفصل 1' })).toBeInViewport();
  await book(page).locator('html').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(book(page).getByRole('heading', { name: 'الفصل 1' })).not.toBeInViewport();
  const first = await placeOf(page);
  await page.keyboard.press('ArrowRight');
  await expect(book(page).getByRole('heading', { name: 'الفصل 1' })).toBeInViewport();
  expect(first).toMatch(/^epubcfi\(/);
  expect(await book(page).locator('p').first().evaluate((one) => getComputedStyle(one).color)).not.toBe('rgb(0, 0, 0)');
});

test('nothing a book brings runs, and no link leads out of it', async ({ page }) => {
  lay(makeBook({ scripts: true }));
  await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY });
  await player(page).getByRole('button', { name: 'Contents' }).click();
  await expect(book(page).getByRole('heading', { name: 'Chapter 1' })).toBeVisible();
  await book(page).locator('#trap').evaluate((trap) => { trap.dispatchEvent(new MouseEvent('click', { bubbles: true })); });
  await book(page).getByText('out', { exact: true }).evaluate((link) => { (link as HTMLElement).click(); });
  const [, inner] = page.frames();
  expect(await inner?.evaluate(() => 'ran' in window)).toBe(false);
  expect(page.frames().map((frame) => frame.url()).filter((url) => url.includes('example.com'))).toEqual([]);
  // By keyboard, which brings the link's page with it: the link stands on the chapter's last page.
  await book(page).getByText('Go on').focus();
  await page.keyboard.press('Enter');
  await expect(book(page).getByRole('heading', { name: 'Chapter 2' })).toBeVisible();
});

test('a chapter that is missing is said, and the next one can be read', async ({ page }) => {
  lay(makeBook({ leaveOut: 2 }));
  await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY });
  await player(page).getByRole('button', { name: 'Contents' }).click();
  await player(page).getByRole('button', { name: 'Chapter 2' }).click();
  await expect(player(page).getByText('This part of the book is missing.')).toBeVisible();
  await player(page).getByRole('button', { name: 'Page on' }).click();
  await expect(book(page).getByRole('heading', { name: 'Chapter 3' })).toBeVisible();
});

test('a book without a readable package says so kindly and shows the way back', async ({ page }) => {
  lay(new Map([[BOOK_ENTRY, { type: 'application/oebps-package+xml', bytes: Buffer.from('not a book') }]]));
  await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY });
  await expect(player(page).getByText('This lesson could not be opened.')).toBeVisible();
  await player(page).getByRole('button', { name: 'Back to the course' }).click();
  expect(await stage.heard(page)).toContainEqual({ type: 'close' });
});

for (const theme of ['light', 'dark', 'contrast'] as const)
  test(`axe finds nothing in the book's tools, ${theme}`, async ({ page }) => {
    lay(makeBook());
    await stage.open(page, { kind: 'epub', entry: BOOK_ENTRY, theme });
    await player(page).getByRole('button', { name: 'Contents' }).click();
    await expect(book(page).getByRole('heading', { name: 'Chapter 1' })).toBeVisible();
    expect(await findAxeFaults(page, ['.epub-frame'])).toEqual([]);
  });

for (const name of ['childrens-literature', 'accessible_epub_3', 'bad-missing-item'])
  test(`the sample ${name} opens and its contents lead into it`, async ({ page }) => {
    const archive = readSample(`epub/${name}.epub`);
    test.skip(archive === undefined, NO_SAMPLES);
    const files = await explodeArchive(archive ?? Buffer.alloc(0), 'content/book');
    lay(files);
    await stage.open(page, { kind: 'epub', entry: [...files.keys()].find((path) => path.endsWith('.opf')) ?? '' });
    await player(page).getByRole('button', { name: 'Contents' }).click();
    await expect(player(page).locator('.reader-lines li').first()).toBeVisible();
    await player(page).locator('.reader-lines button').nth(3).click();
    await expect.poll(async () => (await placeOf(page)) !== 'undefined' || (await player(page).getByText('This part of the book is missing.').isVisible())).toBe(true);
  });
