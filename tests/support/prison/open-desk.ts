import { chromium, type Page } from '@playwright/test';
import type { Prison } from '../prison-in-a-box.ts';
import { CHROMIUM_SHELL, SCREEN_LIMIT } from './browser-tablet.ts';

/** Somebody at a desk of the staff console, in real Chromium. */
export type Desk = { readonly page: Page; readonly close: () => Promise<void> };

/** Signs a member of staff in at a workstation of their own. `hash`: the desk's address, `#/alerts`. */
export async function openDesk(prison: Prison, role: string, hash: string, program = CHROMIUM_SHELL): Promise<Desk> {
  const browser = await chromium.launch(program);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage();
  page.setDefaultTimeout(SCREEN_LIMIT);
  await page.goto(`${prison.webUrl}/staff/${hash}`);
  await page.locator('input[autocomplete=username]').fill(prison.accounts[role]?.username ?? '');
  await page.locator('input[autocomplete=current-password]').fill(prison.accounts[role]?.password ?? '');
  await page.keyboard.press('Enter');
  // The sign-in page has a heading, too.
  await page.locator('input[autocomplete=current-password]').waitFor({ state: 'detached' });
  await page.locator('main h1').waitFor();
  return { page, close: () => browser.close() };
}
