import { expect, type Page } from '@playwright/test';
import type { Prison } from '../prison-in-a-box.ts';
import { CHROMIUM } from './browser-tablet.ts';
import { openDesk } from './open-desk.ts';
import { until } from './until.ts';

/** How long reading, checking in the real player and building a course may take here, in milliseconds. */
const CHECK_LIMIT = 120_000;

/** What a teacher says about a course whose file does not say it. */
export type CourseWords = { readonly title: string; readonly summary: string; readonly certificate: boolean };

/** Somebody at the console's courses desk, in real Chromium. */
export type CourseDesk = {
  readonly page: Page;
  /** Drags a file of this computer in, and waits until what was found stands there. */
  readonly dragIn: (file: string) => Promise<void>;
  /** Writes title, summary, licence and maker, and waits until the course has passed the check. */
  readonly describe: (words: CourseWords) => Promise<void>;
  /** Opens the course as a learner will have it, and waits for its words, in whichever frame they are. */
  readonly preview: (words: string) => Promise<void>;
  readonly submit: () => Promise<void>;
  /** Opens a colleague's course, waits for what would change, and approves it. */
  readonly approve: (title: string) => Promise<void>;
  /** Publishes an approved course to a wing. */
  readonly publish: (title: string, wing: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Signs a member of staff in at a workstation of their own. */
export async function openCourseDesk(prison: Prison, role: 'education' | 'security'): Promise<CourseDesk> {
  // The whole browser: a preview is in an origin of its own, with a service worker.
  const { page, close } = await openDesk(prison, role, '#/packs/drafts', CHROMIUM);
  const toDrafts = `${prison.webUrl}/staff/#/packs/drafts`;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const agree = (name: string) => page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
  const open = async (title: string): Promise<void> => {
    await page.goto(toDrafts);
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };
  return {
    page,
    dragIn: async (file) => {
      await page.goto(toDrafts);
      await dragFile(page, file);
      await page.getByText(/^Must be put right: \d+$/).waitFor({ timeout: CHECK_LIMIT });
    },
    describe: async ({ title, summary, certificate }) => {
      await page.getByLabel('Title (English)').fill(title);
      await page.getByLabel(/^What it is about/).fill(summary);
      await page.getByLabel('Licence').selectOption('CC-BY-4.0');
      await page.getByLabel('Who made it').fill('Written for this test.');
      if (certificate) await page.getByLabel('Gives a certificate').check({ force: true });
      await press('Save and check again');
      await page.getByRole('button', { name: 'Submit', exact: true }).waitFor({ timeout: CHECK_LIMIT });
    },
    preview: async (words) => {
      await page.getByRole('link', { name: 'Look at it as a learner' }).click();
      await until(() => isInAnyFrame(page, words), `“${words}” in the preview`);
      await page.getByRole('link', { name: 'Back to the draft' }).click();
    },
    submit: async () => {
      await press('Submit');
      await agree('Submit');
      await page.getByText('Somebody who did not bring').waitFor();
      await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    },
    approve: async (title) => {
      await open(title);
      await page.getByText('This is the first edition').waitFor();
      await press('Approve');
      await agree('Approve');
      await page.getByText('Both signatures are on it').waitFor({ timeout: CHECK_LIMIT });
    },
    publish: async (title, wing) => {
      await open(title);
      await page.getByRole('link', { name: 'Go on and publish it' }).click();
      await press('Publish');
      await page.getByRole('radio', { name: 'One wing' }).check({ force: true });
      await page.getByLabel('Wing', { exact: true }).selectOption(wing);
      await page.locator('form').getByRole('button', { name: 'Publish', exact: true }).click();
      await agree('Publish');
      await page.getByText('Edition 1 published').waitFor();
    },
    close,
  };
}

/** A frame may be replaced while it is asked: then it shows nothing yet. */
async function isInAnyFrame(page: Page, words: string): Promise<boolean> {
  const shown = await Promise.all(page.frames().slice(1).map((frame) => frame.getByText(words).first().isVisible().catch(() => false)));
  return shown.includes(true);
}

/** A drag as the computer's own file window makes it: the page gets the file by its path, as something dropped. */
async function dragFile(page: Page, file: string): Promise<void> {
  const box = await page.locator('.console-drop').boundingBox();
  if (box === null) throw new Error('There is nowhere to drop a file.');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, ...place, data });
  await session.detach();
}
