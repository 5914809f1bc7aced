import type { Page } from '@playwright/test';

/** Presses the first button with this name; a string is the whole name. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first().click();
}
