import { expect, test, type Page } from '@playwright/test';
import { connect } from 'node:net';
import { existsSync, readdirSync } from 'node:fs';
import { NAVIGATIONS, PERMISSIONS, POWERS, REQUESTS, SCRIPTS } from './support/attacks.ts';
import { openCanaries, type Canaries } from './support/canaries.ts';
import { startGatewayStandIn, type GatewayStandIn } from './support/gateway-stand-in.ts';
import { runAttack } from './support/run-attack.ts';
import { visibleWindows } from './support/screen.ts';
import { makePlace, startTablet, type Tablet, type TabletPlace } from './support/tablet.ts';

/**
 * Attacks on the real shell, sandbox on, as an ordinary user, filling the screen. The proof that one held is outside
 * the page: sockets that were not reached, windows that did not appear, an address that did not change.
 * The whole catalogue, with negative control and mutants, is issue 5.
 */
let canaries: Canaries;
let gateway: GatewayStandIn;
let place: TabletPlace;
let tablet: Tablet;

test.beforeAll(async () => {
  canaries = await openCanaries();
  gateway = await startGatewayStandIn();
  place = await makePlace({ gatewayUrl: gateway.url, caPem: gateway.authority.caPem });
  tablet = await startTablet(place, { kiosk: true });
  await tablet.page.evaluate(`window.shell.enrol({ code: 'BCDFGHJK' })`);
});
test.afterAll(async () => {
  await tablet.kill();
  place.remove();
  await gateway.close();
  await canaries.close();
});

const BOUNDS = '{ x: 0, y: 100, width: 900, height: 600 }';

/** A player that somebody has taken over: the same attacks from inside a pack's origin. */
async function packPage(): Promise<Page> {
  const open = tablet.app.windows().find((page) => page.url().startsWith('pack:'));
  if (open !== undefined) return open;
  const opened = tablet.app.waitForEvent('window');
  await tablet.page.evaluate(`window.shell.openPack({ packId: 'fractions', bounds: ${BOUNDS} })`);
  const page = await opened;
  await page.waitForURL('pack://fractions/__host/player.html');
  return page;
}

/** What the main process says each of its pages shows. */
async function addresses(): Promise<readonly string[]> {
  const all = await tablet.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getURL()),
  );
  return all.map((one) => one.split('#')[0] ?? '').sort();
}

const PLACES = [
  { where: 'the tablet page', open: async () => tablet.page },
  { where: 'a hostile pack', open: packPage },
] as const;

for (const { where, open } of PLACES) {
  test.describe(`from ${where}`, () => {
    let page: Page;
    let address: string;
    let windows: readonly string[];
    let before: readonly string[];

    test.beforeEach(async () => {
      page = await open();
      address = page.url();
      windows = visibleWindows();
      before = await addresses();
      await page.evaluate('window.isSameDocument = true');
    });
    test.afterEach(async () => {
      // A round trip through the page's own files gives what was started the time to go out.
      await page.evaluate(`fetch('./').then(() => new Promise((done) => setTimeout(done, 50)))`);
      expect(page.url().split('#')[0]).toBe(address.split('#')[0]);
      expect(await page.evaluate('document.title')).toMatch(/^A small (page|player)$/);
      expect(await page.evaluate('window.isSameDocument')).toBe(true);
      expect(await addresses()).toEqual(before);
      expect(visibleWindows()).toEqual(windows);
      expect(canaries.hits()).toEqual([]);
      expect(tablet.app.process().exitCode).toBe(null);
    });

    for (const attack of NAVIGATIONS) {
      test(`the page stays where it is: ${attack.name}`, async () => {
        expect(await runAttack(page, attack, canaries)).not.toBe(false);
      });
    }
    for (const attack of REQUESTS) {
      test(`nothing goes out: ${attack.name}`, async () => {
        await runAttack(page, attack, canaries);
      });
    }
    for (const attack of POWERS) {
      test(`no window opens: ${attack.name}`, async () => {
        await runAttack(page, attack, canaries);
        const [size] = await tablet.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((one) => one.getContentSize()),
        );
        expect(size?.[0]).toBeGreaterThan(1200);
      });
    }
    for (const attack of PERMISSIONS) {
      test(`refused: ${attack.name}`, async () => {
        expect(await runAttack(page, attack, canaries)).toBe(true);
      });
    }
    for (const attack of SCRIPTS) {
      test(`no script out of text, nothing of the shell: ${attack.name}`, async () => {
        expect(await runAttack(page, attack, canaries)).toBe(true);
      });
    }
    for (const keys of [
      'F12',
      'Control+Shift+I',
      'Control+Shift+J',
      'Control+P',
      'Control+O',
      'Control+S',
      'Control+U',
      'Control+N',
      'Control+R',
      'F5',
      'F11',
      'Control+W',
      'Control+Q',
      'Alt+F4',
      'Alt+ArrowLeft',
      'Control+Equal',
      'Control+Minus',
      'Shift+F10',
      'ContextMenu',
    ]) {
      test(`the keys ${keys} do nothing`, async () => {
        await page.evaluate('window.stillThere = true');
        await page.keyboard.press(keys);
        expect(await page.evaluate('window.stillThere')).toBe(true);
        const state = await tablet.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((one) => [
            one.isKiosk(),
            one.webContents.isDevToolsOpened(),
            one.webContents.getZoomLevel(),
          ]),
        );
        expect(state).toEqual([[true, false, 0]]);
      });
    }
  });
}

test('from a hostile pack: neither the tablet page nor another pack can be read, nor the bridge found', async () => {
  const page = await packPage();
  const found = await page.evaluate(async () => {
    const read = async (address: string): Promise<string> =>
      fetch(address).then(
        (answer) => answer.text(),
        () => 'refused',
      );
    return {
      app: await read('app://tablet/index.html'),
      other: await read('pack://cravings/en/x.json'),
      bridge: typeof (window as { shell?: unknown }).shell,
      parent: window.parent === window && window.opener === null,
    };
  });
  expect(found).toEqual({ app: 'refused', other: 'refused', bridge: 'undefined', parent: true });
});

test('from a hostile pack: what it stores is gone when it is closed', async () => {
  const page = await packPage();
  await page.evaluate(() => {
    localStorage.setItem('who', 'A1234BC');
  });
  await tablet.page.evaluate('window.shell.closePack()');
  const again = await packPage();
  expect(await again.evaluate(() => localStorage.getItem('who'))).toBe(null);
  await tablet.page.evaluate('window.shell.closePack()');
});

test('letters can still be typed', async () => {
  await tablet.page.locator('#words').click();
  await tablet.page.keyboard.type('Annwyl Mam, 7 ŵy');
  await tablet.page.keyboard.press('Control+a');
  await tablet.page.keyboard.press('Backspace');
  await tablet.page.keyboard.type('ok');
  expect(await tablet.page.locator('#words').inputValue()).toBe('ok');
});

test('no attack left a file: neither a download nor one in the home', () => {
  const names = existsSync(place.homeDir) ? readdirSync(place.homeDir, { recursive: true }).map(String) : [];
  expect(names.filter((name) => /x\.txt|Download/i.test(name))).toEqual([]);
});

test('the canaries are alive: a connection of ours is seen', async () => {
  const before = canaries.hits().length;
  await new Promise<void>((resolve) => {
    connect(canaries.tcpPort, '127.0.0.1', function (this: { end: () => void }) {
      this.end();
    }).on('close', () => resolve());
  });
  expect(canaries.hits().length).toBe(before + 1);
});
