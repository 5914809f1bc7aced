import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { bridgeCalls } from '../../protocol/shell/bridge.ts';
import { makePlace, startTablet, type Tablet, type TabletPlace } from './support/tablet.ts';

let place: TabletPlace;
let tablet: Tablet;
test.beforeAll(async () => {
  place = await makePlace();
  tablet = await startTablet(place);
});
test.afterAll(async () => {
  await tablet.close();
  place.remove();
});

test('the page gets exactly the calls of the list, and cannot change them', async () => {
  const found = await tablet.page.evaluate(() => {
    'use strict';
    const { shell } = window as unknown as { shell: Record<string, unknown> };
    const attempts = [
      () => Object.assign(window, { shell: {} }),
      () => Object.assign(shell, { status: () => 'mine' }),
      () => delete (window as { shell?: unknown }).shell,
      () => Object.defineProperty(window, 'shell', { value: {} }),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Refused loudly or silently: what counts is what is there afterwards.
      }
    }
    return {
      names: Object.keys(shell).sort(),
      same: (window as unknown as { shell: unknown }).shell === shell,
      status: String(shell['status']),
    };
  });
  expect(found.names).toEqual(Object.keys(bridgeCalls).sort());
  expect(found.same).toBe(true);
  expect(found.status).not.toContain('mine');
});

test('hostile input is refused and the shell goes on, whatever it is', async () => {
  const names = Object.keys(bridgeCalls).filter((name) => !['status', 'report', 'signOut', 'closePack'].includes(name));
  const inputs = fc.sample(fc.tuple(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 })), {
    numRuns: 400,
    seed: 20261122,
  });
  const answers = await tablet.page.evaluate(async (text) => {
    const calls = JSON.parse(text) as [string, unknown][];
    const { shell } = window as unknown as { shell: Record<string, (input: unknown) => Promise<unknown>> };
    const told = [];
    for (const [name, input] of calls) {
      told.push(
        await shell[name]?.(input).then(
          () => 'answered',
          (cause: unknown) => (cause as Error).message,
        ),
      );
    }
    return told;
  }, JSON.stringify(inputs));
  const allowed = /(input-invalid|too-often)$/;
  expect(answers.filter((answer) => answer === undefined || !allowed.test(answer))).toEqual([]);
  expect(await tablet.page.evaluate('window.shell.report().then((report) => report.shell)')).toBe('kiosk');
});

test('things that JSON does not know do not get through either', async () => {
  const answers = await tablet.page.evaluate(async () => {
    const { shell } = window as unknown as { shell: Record<string, (input: unknown) => Promise<unknown>> };
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const proto = JSON.parse(
      '{"__proto__": {"isAdmin": true}, "prisonerNumber": "A1234BC", "pin": "482913"}',
    ) as unknown;
    const inputs = [
      loop,
      proto,
      new Map([['prisonerNumber', 'A1234BC']]),
      new Date(),
      10n,
      Symbol.iterator,
      () => 1,
      new Proxy({}, {}),
      new ArrayBuffer(8),
      document.body,
      'x'.repeat(2_000_000),
    ];
    const told = [];
    const ask = async (input: unknown): Promise<unknown> => shell['sealOperation']?.(input);
    for (const input of inputs)
      told.push(
        await ask(input).then(
          () => 'answered',
          () => 'refused',
        ),
      );
    return told;
  });
  expect(answers.filter((answer) => answer !== 'refused')).toEqual([]);
});

test('a flood is cut off and does not stop what is honest', async () => {
  const flood = await tablet.page.evaluate(async () => {
    const { shell } = window as unknown as { shell: Record<string, (input: unknown) => Promise<unknown>> };
    const ask = async (): Promise<unknown> => shell['placePack']?.({ bounds: { x: 0, y: 0, width: 1, height: 1 } });
    const calls = Array.from({ length: 5000 }, () =>
      ask().then(
        () => 'ok',
        (cause: unknown) => (cause as Error).message,
      ),
    );
    const told = await Promise.all(calls);
    return {
      ok: told.filter((one) => one === 'ok').length,
      cut: told.filter((one) => one.endsWith('too-often')).length,
    };
  });
  expect(flood.ok).toBeLessThan(1000);
  expect(flood.ok + flood.cut).toBe(5000);
  expect(await tablet.page.evaluate('window.shell.heartbeat({ at: 1 }).then((answer) => answer.ok)')).toBe(true);
});

test('a page that stops saying it is alive is replaced', async () => {
  await tablet.page.evaluate('window.shell.heartbeat({ at: 1 })');
  const replaced = tablet.app.waitForEvent('window', { timeout: 40_000 });
  void tablet.page.evaluate('for (;;) {}').catch(() => undefined);
  const page = await replaced;
  await page.waitForURL('app://tablet/index.html');
  expect(await page.evaluate('window.shell.status().then((status) => status.shell)')).toBe('kiosk');
});

test('a renderer that dies is replaced; one that dies again and again gives way to the safe screen', async () => {
  for (let crash = 1; crash <= 6; crash += 1) {
    const next = tablet.app.waitForEvent('window');
    await tablet.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
    });
    await (await next).waitForLoadState('load');
  }
  const shown = await tablet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()),
  );
  expect(shown).toEqual(['app://tablet/safe.html#crashes']);
});
