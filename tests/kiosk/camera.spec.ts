import { expect, test, type Page } from '@playwright/test';
import { startGatewayStandIn, type GatewayStandIn } from './support/gateway-stand-in.ts';
import { makePlace, startTablet, type Tablet, type TabletPlace } from './support/tablet.ts';

/** The camera for photographs of work on paper, with a device that Chromium makes up. */
const DEVICE = ['--use-fake-device-for-media-stream'];
let gateway: GatewayStandIn;
let place: TabletPlace;
let tablet: Tablet;

test.beforeAll(async () => { gateway = await startGatewayStandIn(); });
test.afterAll(() => gateway.close());
test.afterEach(async () => {
  await tablet.kill();
  place.remove();
});

async function start(camera: boolean): Promise<void> {
  const settings = { gatewayTabletUrl: gateway.url, gatewayCaPem: gateway.authority.caPem, packKeys: [], establishment: 'HMP Test', camera };
  place = await makePlace({ settings });
  tablet = await startTablet(place, { args: DEVICE });
  await tablet.page.evaluate(`window.shell.enrol({ code: 'BCDFGHJK' })`);
}

const setCamera = (on: boolean): Promise<unknown> => tablet.page.evaluate(`window.shell.camera({ on: ${String(on)} })`);
const ask = (page: Page, wanted: string): Promise<unknown> =>
  page.evaluate(`navigator.mediaDevices.getUserMedia(${wanted}).then((stream) => { for (const track of stream.getTracks()) track.stop(); return 'given'; }, ({ name }) => name)`);

test('a tablet whose settings say nothing of a camera never gives it', async () => {
  await start(false);
  expect(await setCamera(true)).toEqual({ ok: false, error: { code: 'no-camera' } });
  expect(await ask(tablet.page, '{ video: true }')).toBe('NotAllowedError');
});

test('a tablet with one gives it to its own page, without sound, while its screen is open, and never to a pack', async () => {
  await start(true);
  expect(await ask(tablet.page, '{ video: true }')).toBe('NotAllowedError');
  expect(await setCamera(true)).toEqual({ ok: true, value: null });
  expect(await ask(tablet.page, '{ video: true }')).toBe('given');
  expect(await ask(tablet.page, '{ video: true, audio: true }')).toBe('NotAllowedError');
  expect(await ask(tablet.page, '{ audio: true }')).toBe('NotAllowedError');
  const opened = tablet.app.waitForEvent('window');
  await tablet.page.evaluate(`window.shell.openPack({ packId: 'fractions', bounds: { x: 0, y: 100, width: 900, height: 600 } })`);
  const pack = await opened;
  await pack.waitForURL('pack://fractions/__host/player.html');
  expect(await ask(pack, '{ video: true }')).toBe('NotAllowedError');
  expect(await setCamera(false)).toEqual({ ok: true, value: null });
  expect(await ask(tablet.page, '{ video: true }')).toBe('NotAllowedError');
});
