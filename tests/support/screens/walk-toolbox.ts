import type { Page } from '@playwright/test';
import type { Tablet } from '../prison-in-a-box.ts';
import { press } from './press.ts';
import type { Walk } from './stop.ts';
import type { MakeStop } from './walk-learning.ts';

/** The toolbox: its shelf, one technique to its end, and the kinds of steps that look like nothing else. */
export async function* walkToolbox(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('Self-help');
  await press(page, /^Toolbox/);
  await page.getByRole('heading', { level: 1, name: 'Toolbox' }).waitFor();
  yield inside('toolbox');
  yield* walkMindTraps(page, inside);
  await openStep(page, 'Say no and mean it', 'Try it out: at your door');
  await press(page, '“No thanks. I do not use.”');
  await press(page, '“I said no. I am going to make a tea.”');
  yield inside('practice-talk');
  await toShelf(page);
  await openStep(page, 'Ride the wave', 'Ride it now');
  await press(page, 'Start');
  await press(page, 'Pause');
  yield inside('practice-timer');
  await toShelf(page);
  await openStep(page, 'Spot it, avoid it, cope with it', 'Which is which?');
  await page.getByRole('group', { name: 'I ask to sit at another table.' }).getByRole('radio', { name: 'Cope with it' }).click({ force: true });
  yield inside('practice-sort');
}

async function* walkMindTraps(page: Page, inside: MakeStop): Walk {
  await press(page, /^Mind traps/);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  yield inside('technique');
  await press(page, 'Start');
  await page.getByRole('radio', { name: '7', exact: true }).click({ force: true });
  await onTo(page, /^“I slipped once/);
  await page.getByRole('radio', { name: 'Fortune telling' }).click({ force: true });
  yield inside('practice-quiz');
  await onTo(page, 'Your own moment');
  await press(page, 'Nobody cares about me.');
  yield inside('practice-write');
  await onTo(page, 'How bad do you feel now?');
  await page.getByRole('radio', { name: '4', exact: true }).click({ force: true });
  await onTo(page, 'Make it a plan');
  await press(page, 'that thought comes back');
  await press(page, 'I read my fairer thought');
  await onTo(page, 'You found a fairer thought');
  yield inside('practice-end');
  await press(page, 'Put it in my plan');
  await page.getByText('It is in your plans now.').waitFor();
  await press(page, 'Save and finish');
  await page.getByRole('heading', { level: 1, name: 'What I found out' }).waitFor();
  yield inside('practice-found-out');
  await toShelf(page);
}

async function openStep(page: Page, technique: string, step: string): Promise<void> {
  await press(page, new RegExp(`^${technique}`));
  await press(page, 'Start');
  await onTo(page, step);
}

/** Goes on, answered or not, until a step is there. */
async function onTo(page: Page, step: string | RegExp): Promise<void> {
  const wanted = page.getByRole('heading', { level: 1, name: step });
  const title = page.locator('main h1');
  while (!(await wanted.isVisible())) {
    const before = await title.innerText();
    await page.getByRole('button', { name: /^(Next|Leave this out)$/ }).click();
    await title.filter({ hasNotText: before }).waitFor();
  }
}

async function toShelf(page: Page): Promise<void> {
  const shelf = page.getByRole('heading', { level: 1, name: 'Toolbox' });
  const back = page.locator('.ui-back');
  while (!(await shelf.isVisible())) {
    const before = await page.locator('main h1').innerText();
    await back.click();
    await page.locator('main h1').filter({ hasNotText: before }).waitFor();
  }
}
