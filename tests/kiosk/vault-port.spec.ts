import { expect, test } from '@playwright/test';
import { createHash, randomUUID } from 'node:crypto';
import { createWordSearch } from '../support/prison/find-words.ts';
import { processesOf, wordsInMemory } from '../support/prison/process-memory.ts';
import { startGatewayStandIn, type GatewayStandIn } from './support/gateway-stand-in.ts';
import { makePlace, startTablet, type Tablet, type TabletPlace } from './support/tablet.ts';

/** The line from the page to the vault's process, past main (ADR 0029); somebody is signed in. */
let gateway: GatewayStandIn;
let place: TabletPlace;
let tablet: Tablet;

test.beforeEach(async () => {
  gateway = await startGatewayStandIn();
  place = await makePlace({ gatewayUrl: gateway.url, caPem: gateway.authority.caPem });
  tablet = await startTablet(place);
  await ask('enrol', { code: CODE });
  // Whether it went well and no more: what a call answers to the test goes through the main process.
  const signsIn = `window.shell.firstSignIn(${JSON.stringify({ ...SAM, code: CODE })}).then((signedIn) => signedIn.ok)`;
  expect(await tablet.page.evaluate(signsIn)).toBe(true);
});
test.afterEach(async () => {
  await tablet.kill();
  place.remove();
  await gateway.close();
});

const SAM = { prisonerNumber: 'A1234BC', pin: '482913' };
const CODE = 'BCDF-GHJK';
const OPERATION = { id: '0193a000-0000-7000-8000-0000000000aa', sequence: 1, part: { kind: 'messaging.send', composedAt: 1, payload: {} } };
const SIGNED_OUT = { ok: false, error: { code: 'signed-out' } };

test('what the page seals, and the key it gets at sign-in, never reach the main process', async () => {
  const words = Array.from({ length: 60 }, (_, at) => wordFor(at));
  // Backwards on the way here and back: what drives the page goes through the main process, and would be found there.
  const key = await page().evaluate(
    async ({ sam, operation, given }) => {
      const { shell } = window as unknown as { shell: Record<string, (input: unknown) => Promise<{ ok: boolean; value: { dataKey: string } }>> };
      const turned = (text: string): string => [...text].reverse().join('');
      const written = given.map(turned);
      const signedIn = await shell['signIn']?.(sam);
      const sealed = [];
      for (const text of written) sealed.push(await shell['sealOperation']?.({ ...operation, part: { ...operation.part, payload: { text } } }));
      Object.assign(window, { written, signedIn });
      return sealed.every((one) => one?.ok === true) ? turned(signedIn?.value.dataKey ?? '') : '';
    },
    { sam: SAM, operation: OPERATION, given: words.map(turn) },
  );
  expect(key).toMatch(/^[\w-]{43}$/);
  const search = createWordSearch([...words, turn(key)]);
  const found = (kind: string): readonly string[] =>
    processesOf(tablet.app.process().pid ?? 0).filter((one) => one.kind === kind).flatMap(({ pid }) => wordsInMemory(pid, search));
  expect(found('renderer'), 'the search finds what is there').toEqual(expect.arrayContaining([...words, turn(key)]));
  expect(found('browser')).toEqual([]);
});

for (const [who, answer] of [
  ['the page itself', 'open'],
  ['a frame inside the page', 'closed'],
  ['another page', 'closed'],
  ['the safe screen', 'closed'],
  ['a pack', 'closed'],
  ['a page whose line has no name', 'closed'],
] as const) {
  test(`the port of ${who} ${answer === 'open' ? 'is handed to the vault' : 'is closed and handed to nobody'}`, async () => {
    const heard = await handOver(who, SAM_SEALS);
    expect(heard).toEqual(answer === 'open' ? [{ turn: 0, answer: null }, { turn: 1, answer: SIGNED_OUT }] : ['closed']);
  });
}

test('a new port finds nobody signed in and is the end of the one before, which is told', async () => {
  expect(await ask('sealOperation', OPERATION)).toMatchObject({ ok: true });
  expect(await handOver('the page itself', SAM_SEALS)).toContainEqual({ turn: 1, answer: SIGNED_OUT });
  expect(await ask('sealOperation', OPERATION)).toEqual(SIGNED_OUT);
});

test('ports that come again and again are handed on no more, and the page still signs in a little later', async () => {
  const heard = await Promise.all(Array.from({ length: 30 }, () => handOver('the page itself', SAM_SEALS)));
  expect(heard.filter(([first]) => first === 'closed').length).toBeGreaterThan(10);
  await expect.poll(() => ask('signIn', SAM).catch(() => undefined)).toMatchObject({ ok: true });
});

test('when the process of the vault ends, whoever waits is told, and the next call finds nobody signed in', async () => {
  const vault = await vaultPid();
  process.kill(vault, 'SIGSTOP');
  const waits = ask('sealOperation', OPERATION).catch((cause: unknown) => String(cause));
  process.kill(vault, 'SIGKILL');
  expect(await waits).toContain('failed');
  expect(await ask('sealOperation', OPERATION)).toEqual(SIGNED_OUT);
  expect(await vaultPid()).not.toBe(vault);
});

const SAM_SEALS = { turn: 1, call: 'sealOperation', input: OPERATION };

/** Hands a port over as if `who` did, says something, and returns what came back: word that it is closed, or two replies. */
function handOver(who: string, says: unknown): Promise<readonly unknown[]> {
  return tablet.app.evaluate(
    ({ BrowserWindow, ipcMain, MessageChannelMain }, { who, says, name }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents;
      if (page === undefined) throw new Error('The tablet has no page.');
      const { port1, port2 } = new MessageChannelMain();
      const own = { parent: null, url: 'app://tablet/index.html#/home' };
      const senders: Record<string, object> = {
        'a frame inside the page': { senderFrame: { ...own, parent: own } },
        'another page': { sender: { isDestroyed: () => true } },
        'the safe screen': { senderFrame: { ...own, url: 'app://tablet/safe.html' } },
        'a pack': { senderFrame: { ...own, url: 'pack://fractions/__host/player.html' } },
      };
      const heard: unknown[] = [];
      return new Promise<unknown[]>((resolve) => {
        port2.on('message', ({ data }) => {
          if (heard.push(data) === 1) port2.postMessage(says);
          else resolve(heard);
        });
        port2.on('close', () => resolve([...heard, 'closed']));
        port2.start();
        const line = who === 'a page whose line has no name' ? { name } : name;
        ipcMain.emit('shell:vault-port', { sender: page, senderFrame: own, ports: [port1], ...senders[who] }, line);
      });
    },
    { who, says, name: randomUUID() },
  );
}

async function vaultPid(): Promise<number> {
  const pid = await tablet.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Throughline vault')?.pid);
  if (pid === undefined) throw new Error('The vault has no process.');
  return pid;
}

/** The page that is shown now. */
function page() {
  return tablet.app.windows()[0] ?? tablet.page;
}

function ask(name: string, input?: unknown): Promise<unknown> {
  return page().evaluate(
    ([call, value]) =>
      (window as unknown as { shell: Record<string, (given: unknown) => Promise<unknown>> }).shell[call]?.(value),
    [name, input] as const,
  );
}

/** Twenty letters that stand nowhere else. */
function wordFor(at: number): string {
  const bytes = createHash('sha256').update(`vault port ${String(at)}`).digest().subarray(0, 20);
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

function turn(text: string): string {
  return [...text].reverse().join('');
}
