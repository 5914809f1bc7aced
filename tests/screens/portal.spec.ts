import { expect, test, type Page } from '@playwright/test';
import { portalWords, type PortalLanguage } from '../../family/portal/text/start-portal-text.ts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { startOutsideWorld, type OutsideWorld } from '../support/outside-world.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const LETTER = 'Dear Mum,\n\nthank you for the photo of the garden.\n\nSam';
const ANSWER = 'Dear Sam, well done with the course!';

let world: OutsideWorld;
test.beforeAll(async () => {
  world = await startOutsideWorld();
});
test.afterAll(() => world.family.dispose());

for (const [language, size, percent] of [
  ['en', PHONE, 100],
  ['cy', PHONE, 100],
  ['ar', PHONE, 100],
  ['en', PHONE, 200],
  ['ar', DESK, 100],
  ['en', DESK, 100],
] as const) {
  test(`a grandmother joins, reads, writes and is told the truth, in ${language} on ${String(size.width)} px at ${String(percent)} %`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const words = portalWords[language];
    const screen = await openPortal(page, language, size, percent);
    await screen.check();

    const { contactId, code } = await world.invite('Sam R.');
    await page.getByText(word(words, 'welcome.join')).click();
    await page.getByLabel(word(words, 'join.code')).fill('ZZZZ-ZZZZ-ZZZZ');
    await page.getByRole('button', { name: word(words, 'join.check') }).click();
    await expect(page.getByText(word(words, 'failure.code-unknown'))).toBeVisible();
    await screen.check();
    await page.getByLabel(word(words, 'join.code')).fill(code);
    await page.getByRole('button', { name: word(words, 'join.check') }).click();
    await page.getByLabel(word(words, 'join.name')).fill(`maria-${contactId}`);
    await page.getByLabel(word(words, 'join.password'), { exact: true }).fill('short');
    await page.getByRole('button', { name: word(words, 'join.make') }).click();
    await expect(page.getByText(word(words, 'join.short'))).toBeVisible();
    await screen.check();
    await page.getByLabel(word(words, 'join.password'), { exact: true }).fill('three short words');
    await page.getByRole('button', { name: word(words, 'join.make') }).click();

    await expect(page.getByRole('heading', { level: 1, name: word(words, 'people.title') })).toBeVisible();
    await screen.check();
    await world.deliver(contactId, LETTER, Date.now() - 86_400_000);
    await page.getByText('Sam R.').click();
    await expect(page.getByText('thank you for the photo')).toBeVisible();
    await screen.check();

    await page.locator('.ui-page-footer a').click();
    await page.getByLabel(word(words, 'write.label')).fill(ANSWER);
    await screen.check();
    // The line breaks at the worst moment: nothing may say that the letter has gone.
    await page.route('**/messages', (route) => route.abort());
    await page.locator('.ui-page-footer button').click();
    await expect(page.getByText(word(words, 'write.notSent'), { exact: true })).toBeVisible();
    await expect(page.getByText(word(words, 'sent.title'), { exact: true })).toHaveCount(0);
    await screen.check();
    await page.unroute('**/messages');
    await page.locator('.ui-page-footer button').click();
    await expect(page.getByRole('heading', { level: 1, name: word(words, 'sent.title') })).toBeVisible();
    await screen.check();

    const [collected] = await world.collect();
    expect(collected?.body).toBe(ANSWER);
    await page.getByText(word(words, 'sent.done')).click();
    await expect(page.getByText(ANSWER)).toBeVisible();
    await world.tell(collected?.messageId ?? '', 'stopped', 'money');
    await page.reload();
    await expect(page.getByText(word(words, 'reason.money'))).toBeInViewport();
    await expect(page.getByText(ANSWER)).toHaveCount(0);
    await screen.check();

    await world.setActive(contactId, false);
    await page.reload();
    await expect(page.getByText(word(words, 'thread.pausedBody'))).toBeVisible();
    await expect(page.locator('.ui-page-footer a')).toHaveCount(0);
    await screen.check();
    await page.locator('.ui-top-bar button').click();
    await expect(page.getByText(word(words, 'welcome.signIn'), { exact: true })).toBeVisible();
    expect(screen.faults()).toEqual([]);
  });
}

type Screen = { readonly check: () => Promise<void>; readonly faults: () => readonly string[] };

/** Opens the portal as one browser shows it; `check` holds axe and the width of the window against what is there now. */
async function openPortal(
  page: Page,
  language: PortalLanguage,
  size: { width: number; height: number },
  percent: number,
): Promise<Screen> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted|Warning|React/.test(message.text())) faults.push(message.text());
  });
  await page.addInitScript(
    (look) => {
      localStorage.setItem('throughline-portal-look', look);
    },
    `${language} ${String(percent)}`,
  );
  await page.setViewportSize(size);
  await page.goto(world.family.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return {
    faults: () => faults,
    check: async () => {
      expect(await findAxeFaults(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
    },
  };
}

/** The sentence of a key, such as `join.code`, in the words of one language. */
function word(words: object, key: string): string {
  const found = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], words);
  if (typeof found !== 'string') throw new Error(`No words for ${key}`);
  return found;
}
