import type { Page } from '@playwright/test';

/** Waits for the screen with this title. */
export async function waitForTitle(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}
