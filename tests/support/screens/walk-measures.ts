import type { Page } from '@playwright/test';
import type { Tablet } from '../prison-in-a-box.ts';
import { press } from './press.ts';
import type { Walk } from './stop.ts';
import { waitForTitle } from './wait-for-title.ts';
import type { MakeStop } from './walk-learning.ts';

/** The questionnaires: the list, what is said before, a question, what came out after two forms; and the safety plan. */
export async function* walkMeasures(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('Self-help');
  await press(page, /^Questions about me/);
  await waitForTitle(page, 'Questions about me');
  yield inside('measures');
  await open(page, /^Low mood \(/);
  // With everything that a measure can say beforehand: this one may send an alert.
  await page.getByText('If an answer worries us').waitFor();
  yield inside('measure-before');
  await page.locator('.ui-back').click();
  await open(page, /^Hold of a drug/);
  await page.getByRole('radio', { name: 'The 12 months before I came to prison' }).check({ force: true });
  await page.getByRole('radio', { name: 'Heroin' }).check({ force: true });
  yield inside('measure-before-which');
  await press(page, 'Start the questions');
  await page.getByText('Question 1 of 5').waitFor();
  await page.locator('.measure-item [type=radio]').nth(1).check({ force: true });
  yield inside('measure-question');
  await press(page, /^Back/);
  await page.locator('.ui-back').click();
  await open(page, /^Mood and worry, short/);
  await fillIn(page, 2);
  await press(page, 'Fill it in');
  await fillIn(page, 1);
  await page.getByRole('img').first().waitFor();
  yield inside('measure-results');
  await page.locator('.ui-back').click();
  await press(page, 'My safety plan');
  await page.getByLabel('What I can do alone').fill('Radio, and the yard at two.');
  await press(page, 'Save my plan');
  await page.getByText('Saved.').waitFor();
  yield inside('safety-plan');
}

async function open(page: Page, name: RegExp): Promise<void> {
  await waitForTitle(page, 'Questions about me');
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Open', exact: true }).click();
}

/** The same answer to each of the four questions. */
async function fillIn(page: Page, answer: number): Promise<void> {
  await press(page, 'Start the questions');
  for (let question = 1; question <= 4; question += 1) {
    await page.getByText(`Question ${String(question)} of 4`).waitFor();
    await page.locator('.measure-item [type=radio]').nth(answer).check({ force: true });
    await press(page, question === 4 ? 'Finish' : 'Next');
  }
  await page.getByRole('heading', { name: 'What came out' }).waitFor();
}
