import type { Browser, Page } from '@playwright/test';
import { SCREEN_LIMIT } from './browser-tablet.ts';
import { seesOn } from './tablet-verbs.ts';

/** Somebody outside, at the family portal in real Chromium. */
export type FamilyMember = {
  readonly page: Page;
  /** Joins with the code from the letter. */
  readonly join: (code: string) => Promise<void>;
  readonly openThread: () => Promise<void>;
  /** Waits until these words are to be seen. */
  readonly reads: (words: string | RegExp) => Promise<void>;
  readonly reply: (words: string) => Promise<void>;
  /** The words of each message, from top to bottom. */
  readonly thread: () => Promise<readonly string[]>;
};

/** Opens the portal for one person, with cookies of their own. `writesTo` is the first name of the prisoner: the portal shows no more than that and a letter. */
export async function openFamilyMember(browser: Browser, portal: string, writesTo: string): Promise<FamilyMember> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  context.setDefaultTimeout(SCREEN_LIMIT);
  const page = await context.newPage();
  await page.goto(portal);
  const reads = (words: string | RegExp): Promise<void> => seesOn(page, words);
  const openThread = async (): Promise<void> => {
    await page.goto(portal);
    await page
      .getByRole('link', { name: new RegExp(writesTo) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Messages with/ }).waitFor();
  };
  return {
    page,
    reads,
    openThread,
    join: async (code) => {
      await page.getByText('I have a code').click();
      await page.getByLabel('Invitation code').fill(code);
      await page.getByRole('button', { name: 'Go on' }).click();
      await reads(writesTo);
      await page.getByLabel(/^E-mail address/).fill('karen@example.invalid');
      await page.getByLabel('Password', { exact: true }).fill('three quiet words');
      await page.getByRole('button', { name: 'Make my account' }).click();
      await page.getByRole('heading', { name: 'Your people' }).waitFor();
    },
    reply: async (words) => {
      await openThread();
      await page.getByRole('link', { name: /^Write to/ }).click();
      await page.getByLabel('Your message').fill(words);
      await page.getByRole('button', { name: 'Hand it in' }).click();
      await page.getByRole('heading', { name: 'Handed in' }).waitFor();
    },
    thread: async () => {
      await openThread();
      return page.locator('article.ui-bubble .ui-bubble-text').allInnerTexts();
    },
  };
}
