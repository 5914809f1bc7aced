import type { Tablet } from '../prison-in-a-box.ts';
import { press } from './press.ts';
import type { Walk } from './stop.ts';
import { waitForTitle } from './wait-for-title.ts';
import type { MakeStop } from './walk-learning.ts';

/** Sharing a map with the keyworker, step by step, and taking it back; then the twelve words of a recovery sheet. */
export async function* walkSharing(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('Self-help');
  await press(page, /^Share with someone/);
  await page.getByText('You share nothing now').waitFor();
  yield inside('sharing-none');
  await press(page, 'Share something');
  await page.getByRole('button', { name: /^My map/ }).waitFor();
  yield inside('sharing-what');
  await press(page, /^My map/);
  await page.getByRole('button', { name: /^My keyworker/ }).waitFor();
  yield inside('sharing-who');
  await press(page, /^My keyworker/);
  await waitForTitle(page, 'For how long?');
  yield inside('sharing-how-long');
  await page.getByRole('button', { name: / days$/ }).first().click();
  await waitForTitle(page, 'This is what they will see');
  yield inside('sharing-look');
  await press(page, 'Share this page');
  await page.getByText('On this tablet, not sent yet').waitFor();
  yield inside('sharing');
}

/** The words live on their screens only, so each is looked at where it is. */
export async function* walkRecovery(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('My tablet');
  await press(page, 'My recovery words');
  await page.getByRole('button', { name: 'Write down my words' }).waitFor();
  yield inside('recovery');
  await press(page, 'Write down my words');
  await page.getByRole('list', { name: 'Your twelve words' }).waitFor();
  yield inside('recovery-words');
  const words = await page.locator('.recovery-words b').allTextContents();
  await press(page, 'I have written them down');
  await waitForTitle(page, 'Look at your sheet');
  for (const field of await page.getByLabel(/^Word \d+$/).all()) {
    const label = (await page.locator(`label[for="${(await field.getAttribute('id')) ?? ''}"]`).textContent()) ?? '';
    await field.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  yield inside('recovery-check');
  await press(page, 'My sheet is ready');
  await waitForTitle(page, 'Your sheet is ready');
  yield inside('recovery-done');
}
