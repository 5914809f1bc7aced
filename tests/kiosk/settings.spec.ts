import { expect, test } from '@playwright/test';
import { createPrisonAuthority } from './support/prison-authority.ts';
import { spawnTablet } from './support/spawn-tablet.ts';
import { makePlace, startTablet } from './support/tablet.ts';

const good = async (): Promise<Record<string, unknown>> => ({
  gatewayTabletUrl: 'https://127.0.0.1:9',
  gatewayCaPem: (await createPrisonAuthority()).caPem,
  packKeys: [],
  establishment: 'HMP Test',
});

const BROKEN: readonly [string, () => Promise<unknown>, string][] = [
  ['torn in the middle', async () => '{"gatewayTabletUrl": "https://', 'not-json'],
  ['empty', async () => '', 'not-json'],
  ['without encryption', async () => ({ ...(await good()), gatewayTabletUrl: 'http://127.0.0.1:9' }), 'not-valid'],
  ['without an authority', async () => ({ ...(await good()), gatewayCaPem: 'none' }), 'not-valid'],
  ['with a field nobody knows', async () => ({ ...(await good()), allowAll: true }), 'not-valid'],
];

for (const [how, make, code] of BROKEN) {
  test(`settings ${how} lead to the safe screen`, async () => {
    const place = await makePlace({ settings: await make() });
    const tablet = spawnTablet(place, {});
    await tablet.saw(`safe-screen-settings ${code}`);
    await tablet.saw('measures-checked');
    await tablet.kill();
    place.remove();
  });
}

test('the safe screen says in three languages how to get help, and fits the smallest tablet without scrolling', async () => {
  const place = await makePlace({ settings: 'x' });
  const tablet = await startTablet(place);
  expect(tablet.page.url()).toBe('app://tablet/safe.html#settings');
  await expect(tablet.page.getByText('Ring your cell bell.')).toBeVisible();
  await expect(tablet.page.getByText('Ask for a Listener, day or night.')).toBeVisible();
  await expect(tablet.page.locator('section[lang=cy] h1')).toBeVisible();
  await expect(tablet.page.locator('section[dir=rtl] h1')).toBeVisible();
  await tablet.page.screenshot({ path: 'out/shots/safe-screen.png' });
  const sizes = await tablet.page.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]);
  expect(sizes[0]).toBeLessThanOrEqual(sizes[1] ?? 0);
  await tablet.close();
  place.remove();
});
