import type { Prison } from '../prison-in-a-box.ts';
import { SCREEN_LIMIT } from './browser-tablet.ts';
import { openDesk } from './open-desk.ts';

/** Somebody at the desk of a role that people share with, in real Chromium. */
export type SharingDesk = {
  /** Opens what this person shares and answers it with words and a time to meet. */
  readonly answer: (name: string, words: string, meeting: { readonly day: string; readonly time: string; readonly place: string }) => Promise<void>;
  readonly seesNothing: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Signs a member of the role in and makes the role's key, as the first who opens the desk does. */
export async function openSharingDesk(prison: Prison, role: 'keyworker'): Promise<SharingDesk> {
  const { page, close } = await openDesk(prison, role, '#/sharing');
  const password = prison.accounts[role]?.password ?? '';
  const toDesk = async (): Promise<void> => {
    await page.evaluate(() => { location.hash = '#/sharing'; });
    await page.getByRole('heading', { level: 1, name: 'Shared with me' }).waitFor();
  };
  await page.getByRole('heading', { level: 1, name: 'Make your key' }).waitFor();
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await page.getByLabel('Your password once more').fill(password);
  await page.getByRole('button', { name: 'Make my key' }).click();
  await page.getByRole('heading', { level: 1, name: 'Shared with me' }).waitFor();
  return {
    answer: async (name, words, { day, time, place }) => {
      await toDesk();
      // The list is read anew every half minute.
      await page.getByRole('link', { name }).first().click({ timeout: 2 * SCREEN_LIMIT });
      await page.getByRole('article').waitFor();
      await page.getByLabel('Your words').fill(words);
      await page.getByLabel('Offer a time to meet').check({ force: true });
      await page.getByLabel('Day', { exact: true }).fill(day);
      await page.getByLabel('Time', { exact: true }).fill(time);
      await page.getByLabel('Place', { exact: true }).fill(place);
      await page.getByRole('button', { name: 'Send the answer' }).click();
      await page.getByText('Sent. It reaches their tablet').waitFor();
    },
    seesNothing: async () => {
      await toDesk();
      await page.getByText('Nothing is shared with your role now').waitFor({ timeout: 2 * SCREEN_LIMIT });
    },
    close,
  };
}
