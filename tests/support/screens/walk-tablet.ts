import type { Page } from '@playwright/test';
import { text as ar } from '../../../renderer/text/ar/session.ts';
import { text as cy } from '../../../renderer/text/cy/session.ts';
import { text as en } from '../../../renderer/text/en/session.ts';
import { makeRoleKey } from '../prison/make-role-key.ts';
import { publishLetterCourses } from '../prison/publish-letter-courses.ts';
import type { Prison, Tablet } from '../prison-in-a-box.ts';
import type { ScreenLanguage, Stop, Walk } from './stop.ts';
import { type MakeStop, walkLearning } from './walk-learning.ts';
import { walkMeasures } from './walk-measures.ts';
import { walkSelfhelp } from './walk-selfhelp.ts';
import { walkRecovery, walkSharing } from './walk-sharing.ts';
import { walkToolbox } from './walk-toolbox.ts';

const LETTER = 'Dear Mum,\n\nI did my first lesson on fractions today, and I passed the check.\nHow is the garden?\n\nLove, Dan';

/** Every screen of the tablet, from the box to a week's diary, in the browser adapter on a real gateway. */
export async function* walkTablet(prison: Prison): Walk {
  await publishLetterCourses(prison);
  await makeRoleKey(prison, 'keyworker');
  const tablet = await prison.tablet('browser');
  const page = tablet.page();
  const stop = (name: string, speak: Stop['speak']): Stop => ({ program: 'tablet', name, page, speak });
  const before = (name: string): Stop => stop(name, (language) => speakBefore(page, language));
  const inside = (name: string): Stop => stop(name, (language) => speakInside(page, language));

  await page.getByLabel('Tablet code').waitFor();
  yield before('enrol');
  await tablet.enrol(tablet.enrolmentCode);
  yield before('start');
  yield* walkSignIn(page, stop);
  await tablet.firstSignIn(prison.daniel, tablet.slipOf(prison.daniel));
  await tablet.meetGateway();
  yield inside('my-tablet');
  await tablet.goHome();
  yield inside('home');
  yield* walkLearning(prison, tablet, inside);
  yield* walkMessages(prison, tablet, inside);
  // From here on with no network: none of it needs one.
  await tablet.unplug();
  yield* walkSelfhelp(tablet, inside);
  yield* walkToolbox(tablet, inside);
  yield* walkMeasures(tablet, inside);
  yield* walkSharing(tablet, inside);
  yield* walkRecovery(tablet, inside);
  await page.getByRole('button', { name: 'Act now' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Help for right now' }).waitFor();
  yield inside('act-now');
}

/** The steps before anybody is signed in. Each is reached anew in its language, because only the start screen has the choice. */
async function* walkSignIn(page: Page, stop: (name: string, speak: Stop['speak']) => Stop): Walk {
  const toStart = async (language: ScreenLanguage): Promise<SessionWords> => {
    await page.reload();
    await page.locator('label', { hasText: language.name }).last().click();
    await page.locator(`html[lang=${language.code}]`).waitFor();
    return SESSION_WORDS[language.code];
  };
  const press = (name: string): Promise<void> => page.locator('main button', { hasText: name }).first().click();
  yield stop('sign-in-number', async (language) => {
    const words = await toStart(language);
    await press(words.start.signInHint);
    await page.getByLabel(words.number.label).waitFor();
  });
  yield stop('first-sign-in-number', async (language) => {
    const words = await toStart(language);
    await press(words.start.firstHint);
    await page.getByLabel(words.number.label).waitFor();
  });
  yield stop('first-sign-in-who-sees-what', async (language) => {
    const words = await toStart(language);
    await press(words.start.firstHint);
    await page.getByLabel(words.number.label).fill('A1234BC');
    await press(words.number.next);
    await page.getByLabel(words.first.code).fill('BCDF2346');
    await press(words.first.next);
    await page.getByRole('heading', { name: words.first.whoTitle }).waitFor();
  });
  await page.reload();
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
}

type SessionWords = (typeof SESSION_WORDS)['en' | 'cy' | 'ar'];
const SESSION_WORDS = { en, cy, ar };

async function* walkMessages(prison: Prison, tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('Messages');
  yield inside('messages');
  await page.getByRole('button', { name: /Fairley and Moss/ }).click();
  yield inside('rule-39');
  await tablet.draftTo('Karen Marsh', LETTER);
  yield inside('compose');
  await tablet.writeTo('Karen Marsh', LETTER);
  yield inside('where-it-is');
  await tablet.handOverAll();
  await tablet.seesMessageAs('Karen Marsh', 'How is the garden', 'Being checked');
  yield inside('thread');
  await (await prison.staff('moderator')).stop('How is the garden', 'names-others', 'Please leave out names of others.');
  await tablet.meetGateway();
  await tablet.askWhere('Karen Marsh', 'How is the garden');
  await page.getByRole('button', { name: 'Ask for another look' }).waitFor();
  yield inside('where-it-stopped');
}

/** Before signing in the choice of language stands on the screen itself. */
async function speakBefore(page: Page, language: ScreenLanguage): Promise<void> {
  await page.locator('label', { hasText: language.name }).last().click();
  await page.locator(`html[lang=${language.code}]`).waitFor();
}

/** After it, behind the button for text and language, which is found by its place because its word changes. */
export async function speakInside(page: Page, language: ScreenLanguage): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language.code) return;
  await page.locator('.ui-top-bar button:has(svg.lucide-settings-2)').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('label', { hasText: language.name }).click();
  await page.locator(`html[lang=${language.code}]`).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}
