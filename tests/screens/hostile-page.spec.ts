import { expect, test } from '@playwright/test';
import { openCanaries, type Canaries } from '../kiosk/support/canaries.ts';
import { hostileItems } from '../support/foreign/hostile-items.ts';
import { openPlayerStage, type PlayerStage } from '../support/player-stage.ts';
import { framesOf } from '../support/prison/browser-tablet.ts';
import { createPackPage } from '../support/prison/pack-page.ts';

// A page that tries every way out, in Chromium, under the real player, its service worker and the policies of a pack's origin.

let stage: PlayerStage;
let canaries: Canaries;
test.beforeAll(async () => {
  [stage, canaries] = await Promise.all([openPlayerStage(), openCanaries()]);
});
test.afterAll(() => Promise.all([stage.close(), canaries.close()]));
test.setTimeout(120_000);

test('PACK-32 a page that tries every way out, or sends itself away, reaches no other pack, no app and no network, and moves nothing', async ({ page }) => {
  for (const { slug, files } of hostileItems(canaries))
    for (const [name, text] of files) stage.files.set(`content/${slug}/${name}`, { type: name.endsWith('.html') ? 'text/html' : 'text/javascript', bytes: Buffer.from(text) });
  await stage.open(page, { kind: 'web', entry: 'content/ways-out/index.html' });
  // Here the player is the page itself, not a frame in the app's.
  const [address, pack] = [page.url(), createPackPage({ ...framesOf(() => page), pressAt: (x, y) => page.mouse.click(x, y) })];
  await pack.has('iframe.foreign-frame:not(.foreign-waiting)');
  await pack.sees('tried everything');
  expect(await pack.evaluate('document.getElementById("result")?.textContent')).toBe('[]');
  expect([page.url(), page.context().pages().length]).toEqual([address, 1]);
  await stage.open(page, { kind: 'web', entry: 'content/sends-itself-away/index.html' });
  await pack.press('Go away');
  await pack.sees('still here');
  // No policy of a page holds `preconnect`, which says nothing over its connection, nor WebRTC: in the cell the kiosk holds
  // both (tests/kiosk/foreign-players.spec.ts).
  expect(canaries.hits().filter((hit) => hit !== 'tcp connection' && !isWebRtc(hit))).toEqual([]);
});

/** Its first words to a server carry the magic cookie of STUN, 2112A442 (RFC 8489, 5); the page asks for no other UDP. */
function isWebRtc(hit: string): boolean {
  return hit.startsWith('udp 20 bytes') || hit.includes('!\x12\xa4B');
}
