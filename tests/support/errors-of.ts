import type { Page } from '@playwright/test';

/** Playwright itself runs a script in every frame, and a book's frame allows none: Chromium says so in the console. */
const OF_THE_TEST_ITSELF = /^Blocked script execution in 'about:blank'/;

/** Every error that a page says from now on, in its console or by throwing. */
export function errorsOf(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !OF_THE_TEST_ITSELF.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (cause) => errors.push(cause.message));
  return errors;
}
