import type { Tablet } from '../prison-in-a-box.ts';
import { press } from './press.ts';
import type { Walk } from './stop.ts';
import type { MakeStop } from './walk-learning.ts';

/**
 * Self-help from its first screen to a finished map, a plan and a chart, as somebody goes who has never used a computer:
 * what is read on a screen is what is pressed on it. Works unplugged; the caller pulls the plug.
 */
export async function* walkSelfhelp(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  const title = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await tablet.goHome();
  await press(page, /^Self-help/);
  await title('Before you begin');
  yield inside('selfhelp-welcome');
  await press(page, 'I have read this');
  await title('Self-help');
  yield inside('selfhelp-home');
  yield* walkMap(tablet, inside);
  yield* walkPlans(tablet, inside);
  yield* walkDiary(tablet, inside);
  await tablet.goTo('Self-help');
  await press(page, /^What I have reached/);
  await title('What I have reached');
  await page.getByText('My map is made').waitFor();
  yield inside('selfhelp-reached');
  await tablet.goTo('Self-help');
  await press(page, /^Who can see this/);
  await title('Who can see this?');
  yield inside('selfhelp-who-sees');
}

/** Two versions of a map, and what changed between them. */
async function* walkMap(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  const next = async (step: string): Promise<void> => {
    await press(page, 'Next');
    await page.getByRole('heading', { level: 1, name: step, exact: true }).waitFor();
  };
  await press(page, /^My map/);
  yield inside('selfhelp-map-none');
  await press(page, 'Make my map');
  await page.getByRole('checkbox', { name: 'Being offered something' }).check();
  await page.getByLabel('In your own words').fill('The smell on the landing');
  await page.getByRole('radio', { name: '7', exact: true }).check();
  yield inside('selfhelp-map-area');
  await next('Dark thoughts');
  await page.getByRole('checkbox', { name: 'One will not hurt' }).check();
  await next('Feelings');
  await next('My body');
  await page.getByRole('checkbox', { name: 'Bad sleep' }).check();
  await page.getByRole('radio', { name: '4', exact: true }).check();
  await next('What I do');
  await next('How I live');
  await next('What makes what worse?');
  await press(page, /^Hard situations/);
  await press(page, /^Dark thoughts/);
  await press(page, /^My body/);
  await press(page, /^Hard situations/);
  yield inside('selfhelp-map-lines');
  await next('Where do you want to start?');
  await page.getByRole('radio', { name: 'My body' }).check();
  yield inside('selfhelp-map-start');
  await press(page, 'Save my map');
  await page.getByText('Touch a part to see what is in it.').waitFor();
  await press(page, /^Hard situations/);
  yield inside('selfhelp-map');
  await press(page, 'Change my map');
  await page.getByRole('radio', { name: '3', exact: true }).check();
  for (const step of ['Dark thoughts', 'Feelings', 'My body', 'What I do', 'How I live', 'What makes what worse?', 'Where do you want to start?']) await next(step);
  await press(page, 'Save my map');
  await press(page, 'How it has changed');
  await page.getByText('How hard: from 7 to 3.').waitFor();
  yield inside('selfhelp-map-changes');
  await tablet.goTo('Self-help');
}

async function* walkPlans(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await press(page, /^My plans/);
  await page.getByText('No plan yet.').waitFor();
  await press(page, 'New plan');
  await page.getByRole('checkbox', { name: 'A phone call', exact: true }).check();
  await press(page, 'Walked away');
  yield inside('selfhelp-plan');
  await press(page, 'Save this plan');
  await page.getByText('If: A phone call. Then: Walked away').waitFor();
  yield inside('selfhelp-plans');
  await press(page, 'Open the list');
  await page.getByLabel('Who or where to avoid').fill('The stairs by the yard');
  await press(page, 'Add');
  yield inside('selfhelp-places');
  await press(page, 'Save');
  await press(page, 'Open the plan');
  await page.getByRole('checkbox', { name: /naloxone/ }).check();
  yield inside('selfhelp-release');
  await press(page, 'Save');
  await page.getByText('1 of 12 settled').waitFor();
}

/** A day after a phone call: the plan for it is brought up. Then the charts. */
async function* walkDiary(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('My diary');
  yield inside('diary');
  await page.getByRole('button', { name: 'Fill in today' }).click();
  await page.getByRole('checkbox', { name: 'A phone call', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Slow breathing', exact: true }).check();
  yield inside('check-in');
  await tablet.fillInDiary({ mood: 'Good', pull: 4, note: 'A quiet day.' });
  await page.getByText('Your plan for a day like this').waitFor();
  yield inside('check-in-saved');
  await tablet.goTo('Self-help');
  await page.getByRole('button', { name: /^How I am doing/ }).click();
  await page.getByRole('img').first().waitFor();
  yield inside('diary-weeks');
}
