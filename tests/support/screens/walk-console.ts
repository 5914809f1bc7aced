import type { Browser, Page } from '@playwright/test';
import type { Prison } from '../prison-in-a-box.ts';
import type { ScreenLanguage, Stop, Walk } from './stop.ts';

/** Role → its desks and their parts, in the words of their addresses. */
const DESKS = [
  { role: 'moderator', desks: ['messages'] },
  { role: 'administrator', desks: ['people', 'tablets', 'staff'] },
  { role: 'education', desks: ['packs', 'packs/drafts', 'packs/revoked'] },
  { role: 'tutor', desks: ['learners', 'learners/work', 'learners/groups', 'learners/certificates', 'learners/files', 'learners/late'] },
  { role: 'auditor', desks: ['audit'] },
  { role: 'keyworker', desks: ['sharing'] },
] as const;

/** Every desk of the staff console, and the first thing in each list. */
export async function* walkConsole(prison: Prison, browser: Browser, accounts: Readonly<Record<string, { readonly username: string; readonly password: string }>>): Walk {
  for (const { role, desks } of DESKS) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const stop = (name: string): Stop => ({ program: 'console', name, page, speak: (language) => speak(page, language) });
    await page.goto(`${prison.webUrl}/staff/`);
    await page.getByLabel('Sign-in name').waitFor();
    if (role === 'moderator') yield stop('sign-in');
    await page.getByLabel('Sign-in name').fill(accounts[role]?.username ?? '');
    await page.getByLabel('Password', { exact: true }).fill(accounts[role]?.password ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: /^Hello, / }).waitFor();
    yield stop(`home-${role}`);
    for (const desk of desks) yield* walkDesk(page, desk, stop);
    await context.close();
  }
}

async function* walkDesk(page: Page, desk: string, stop: (name: string) => Stop): Walk {
  const name = desk.replaceAll('/', '-');
  await page.evaluate((place) => { location.hash = place; }, `#/${desk}`);
  await settle(page);
  yield stop(name);
  if (desk === 'messages') {
    await page.keyboard.press('n');
    await page.locator('.moderation-body').waitFor();
    yield stop('messages-open');
    return;
  }
  if (desk === 'learners/groups') return yield* walkGroup(page, stop);
  const first = page.locator(`main table a[href^="#/${desk}/"]`).first();
  if ((await first.count()) === 0) return;
  await first.click();
  await settle(page);
  yield stop(`${name}-one`);
  if (desk !== 'packs') return;
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('radio', { name: /^A group/ }).check({ force: true });
  yield stop('packs-publish');
}

async function* walkGroup(page: Page, stop: (name: string) => Stop): Walk {
  await page.getByLabel('Name of a new group').fill('Fractions on Tuesday');
  await page.getByRole('button', { name: 'Make the group' }).click();
  await page.getByRole('button', { name: 'Choose people' }).first().click();
  await page.locator('main [type=checkbox]').first().waitFor();
  yield stop('learners-groups-people');
}

async function settle(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.locator('.ui-spinner').first().waitFor({ state: 'detached' });
}

/** The choice of language stands in the bar of every desk, and on the sign-in screen. */
async function speak(page: Page, language: ScreenLanguage): Promise<void> {
  await page.locator('label', { hasText: language.name }).first().click();
  await page.locator(`html[lang=${language.code}]`).waitFor();
}
