import { existsSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { StaffRole } from '../../gateway/staff/staff-api.ts';
import { inProject } from '../../scripts/lib/paths.mts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { openStaffedGateway, type StaffedGateway } from '../support/staffed-gateway.ts';

let gateway: StaffedGateway;
test.beforeAll(async () => {
  if (!existsSync(inProject('out/console'))) throw new Error('out/console is missing: run npm run build.');
  gateway = await openStaffedGateway();
});
test.afterAll(() => gateway.close());

/** The desks and parts of desks, by a role that sees them. */
const PLACES: readonly (readonly [role: StaffRole, places: readonly string[]])[] = [
  ['moderator', ['', 'messages', 'messages/appeals', 'messages/all', 'messages/rules', 'people', 'staff/me']],
  ['administrator', ['people', 'tablets', 'packs/keys', 'staff/accounts', 'staff/prison']],
  ['education', ['packs', 'packs/drafts', 'learners']],
  ['tutor', ['learners/work', 'learners/groups', 'learners/certificates', 'learners/files']],
  ['auditor', ['audit']],
  ['governor', ['', 'messages/rules']],
  ['keyworker', ['sharing']],
];

for (const [language, theme, width, height] of [
  ['en', 'light', 1280, 800],
  ['cy', 'dark', 1366, 768],
  ['ar', 'contrast', 1280, 800],
] as const) {
  test(`every desk works in ${language}, ${theme}, at ${String(width)}×${String(height)}: axe finds nothing and the page says no error`, async ({ browser }) => {
    test.setTimeout(180_000);
    for (const [role, places] of PLACES) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const errors = watchErrors(page);
      await signIn(page, role, `${language} ${theme}`);
      for (const place of places) {
        await open(page, place);
        await checkScreen(page, `${role} at #/${place}`);
      }
      expect(errors, role).toEqual([]);
      await context.close();
    }
  });
}

test('five messages are cleared without a mouse, and the focus is never lost', async ({ page }) => {
  await gateway.receive('One: all my love', 'Two: you will pay for this', 'Three: ring 07700 900123', 'Four: for a closer look', 'Five: see you soon');
  await signIn(page, 'moderator');
  for (let step = 0; step < 20 && !(await page.evaluate(() => document.activeElement?.getAttribute('href') === '#/messages')); step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Take the next one/ })).toBeVisible();
  await page.keyboard.press('n');
  for (const [words, keys, done] of [
    ['One:', ['r', 'Enter'], 'Released'],
    ['Two:', ['s', 'T', 'Control+Enter'], 'Stopped'],
    ['Three:', ['b', 'P', 'Control+Enter'], 'Sent back'],
    ['Four:', ['e', 'S', 'Control+Enter'], 'Passed on'],
    ['Five:', ['Control+Enter'], 'Released'],
  ] as const) {
    await expect(page.locator('.moderation-body')).toContainText(words);
    await expect(page.locator('.console-focus'), 'the new message has the focus').toBeFocused();
    for (const key of keys) await page.keyboard.press(key);
    await expect(page.locator('.ui-notice[role=status]').filter({ hasText: done })).toBeVisible();
  }
  await expect(page.locator('.moderation-body')).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();
});

test('single keys do nothing after they were turned off', async ({ page }) => {
  await gateway.receive('A message for the keys');
  await signIn(page, 'moderator');
  await open(page, 'messages');
  await page.getByText('Work by keyboard').click();
  await page.getByLabel(/Single keys are on/).uncheck({ force: true });
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: /Take the next one/ })).toBeVisible();
  await expect(page.locator('.moderation-body')).toHaveCount(0);
});

test('a released message is called back with one press and waits again', async ({ page }) => {
  await gateway.receive('Please call me back');
  await signIn(page, 'moderator');
  await open(page, 'messages/all');
  const states = page.locator('td .ui-chip', { hasText: 'On its way' });
  const before = await states.count();
  await open(page, 'messages');
  await page.getByRole('button', { name: /Take the next one/ }).click();
  await page.getByRole('button', { name: 'Release it' }).click();
  await page.getByRole('button', { name: 'Call it back' }).click();
  await expect(page.getByText('Called back.')).toBeVisible();
  await open(page, 'messages/all');
  await expect(page.locator('table')).toBeVisible();
  await expect(states).toHaveCount(before);
});

test('nothing a message says becomes markup', async ({ page }) => {
  await gateway.receive('<img src=x onerror="document.title=1"><script>document.title=2</script> <b>bold</b>');
  await signIn(page, 'moderator');
  await open(page, 'messages/all');
  await page.locator('table a').first().click();
  await expect(page.locator('.moderation-body')).toContainText('<img src=x onerror=');
  await expect(page.locator('.moderation-body img, .moderation-body script, .moderation-body b')).toHaveCount(0);
});

test('a file that is no course is refused in plain words, and stored nowhere', async ({ page }) => {
  await signIn(page, 'education');
  await open(page, 'packs');
  await page.locator('input[type=file]').setInputFiles({ name: 'letter.pack', mimeType: 'application/octet-stream', buffer: Buffer.from('Dear prison, this is no course.') });
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('Nothing was stored');
  await expect(refusal).toContainText(/An administrator decides which keys count|not a course file/);
  await expect(page.getByText('No courses yet')).toBeVisible();
});

test('a family’s code is shown once, and a suspended contact cannot be invited', async ({ page }) => {
  await signIn(page, 'administrator');
  await open(page, `people/${gateway.personId}`);
  await page.getByRole('button', { name: 'Invite the family' }).click();
  await expect(page.locator('.console-code')).toHaveText(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/);
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await expect(page.locator('.console-code')).toHaveCount(0);
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('Not approved')).toBeVisible();
  await expect(page.getByRole('button', { name: /Invite the family|New invitation code/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByRole('button', { name: 'New invitation code' })).toBeVisible();
});

test('a session that has ended leads back to the sign-in screen', async ({ page }) => {
  await signIn(page, 'tutor');
  await gateway.endSessions();
  await open(page, 'learners');
  await expect(page.getByLabel('Sign-in name')).toBeVisible();
});

test('a desk whose file is gone says so and keeps the frame', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.route('**/assets/audit-screen-*.js', (route) => route.abort());
  await open(page, 'audit');
  await expect(page.getByRole('heading', { level: 1, name: 'This desk cannot be shown' })).toBeVisible();
  await open(page, 'staff/me');
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
});

test('the first account needs the token from the gateway’s own folder', async ({ page }) => {
  await page.goto(`${gateway.webUrl}/staff/`);
  await page.getByRole('link', { name: /has no account yet/ }).click();
  await checkScreen(page, 'first administrator');
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Fill in every field');
  await page.getByLabel('Token from the file').fill('a-guess');
  await page.getByLabel('Your name').fill('Eve');
  await page.getByLabel('Sign-in name').fill('eve.adams');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('That is not the token');
});

/** Signs in by the real form; `look` is what the workstation remembers: language and theme. */
async function signIn(page: Page, role: StaffRole, look = 'en light'): Promise<void> {
  await page.addInitScript((value) => { localStorage.setItem('throughline-console-look', value); }, look);
  await page.goto(`${gateway.webUrl}/staff/`);
  await page.locator('input[autocomplete=username]').fill(gateway.username(role));
  await page.locator('input[autocomplete=current-password]').fill(gateway.password);
  await page.keyboard.press('Enter');
  await page.locator('.ui-side-nav').waitFor();
}

async function open(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${place}`);
  await page.locator('h1:visible, input[autocomplete=username]').first().waitFor();
  await expect(page.locator('.ui-spinner')).toHaveCount(0);
}

async function checkScreen(page: Page, name: string): Promise<void> {
  expect(await findAxeFaults(page), name).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} is wider than the window`).toBeLessThanOrEqual(0);
}

/** What the page complains of. The first question who is signed in is answered 401: that is no error of the page. */
function watchErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) errors.push(message.text());
  });
  return errors;
}
