import { expect, test, type Page } from '@playwright/test';
import { createHash, randomBytes } from 'node:crypto';
import { startGatewayStandIn, type GatewayStandIn } from './support/gateway-stand-in.ts';
import { makePlace, startTablet, type Tablet, type TabletPlace } from './support/tablet.ts';

let gateway: GatewayStandIn;
let place: TabletPlace;
let tablet: Tablet;
let player: Page;

test.beforeAll(async () => {
  gateway = await startGatewayStandIn();
  place = await makePlace({ gatewayUrl: gateway.url, caPem: gateway.authority.caPem });
  tablet = await startTablet(place);
});
test.afterAll(async () => {
  await tablet.close();
  place.remove();
  await gateway.close();
});

test('no pack opens before the tablet is enrolled (a stand-in for the gateway)', async () => {
  expect(await open('fractions')).toEqual({ ok: false, error: { code: 'not-enrolled' } });
  await tablet.page.evaluate(`window.shell.enrol({ code: 'bcdf ghjk' })`);
});

test('a pack opens in an origin of its own, and the app hears from its player', async () => {
  const opened = tablet.app.waitForEvent('window');
  expect(await open('fractions')).toMatchObject({ ok: true });
  player = await opened;
  await player.waitForURL('pack://fractions/__host/player.html');
  await expect.poll(() => tablet.page.evaluate('window.fromPlayer')).toEqual([{ type: 'ready' }]);
  await tablet.page.evaluate(`window.playerPort.postMessage({ type: 'appearance', textSize: 150, theme: 'dark' })`);
  await expect
    .poll(() => player.evaluate('window.fromApp'))
    .toEqual([{ type: 'appearance', textSize: 150, theme: 'dark' }]);
});

test('a piece of a large file comes through the bridge whole, and a changed one not at all', async () => {
  const MIB = 1024 * 1024;
  const bytes = randomBytes(32 * MIB);
  const hash = (part: Uint8Array): string => createHash('sha256').update(part).digest('hex');
  const piece = bytes.subarray(8 * MIB, 16 * MIB);
  const chunks = Array.from({ length: 8 }, (_, at) => hash(piece.subarray(at * MIB, (at + 1) * MIB)));
  gateway.answer('/tablet/blobs/', () => bytes);
  const fetchIt = (expected: readonly string[]): Promise<unknown> =>
    tablet.page.evaluate(
      async (wanted) => {
        const { shell } = window as unknown as { shell: { fetchPiece: (input: unknown) => Promise<any> } };
        const fetched = await shell.fetchPiece(wanted);
        if (!fetched.ok) return fetched.error.code;
        const { data } = fetched.value;
        const hashed = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
        return [data instanceof Uint8Array, Array.from(hashed, (byte) => byte.toString(16).padStart(2, '0')).join('')];
      },
      { packId: 'fractions', version: 1, sha256: hash(bytes), bytes: bytes.length, from: 8 * MIB, chunks: [...expected] },
    );
  expect(await fetchIt(chunks)).toEqual([true, hash(piece)]);
  expect(await fetchIt([...chunks].reverse())).toBe('file-refused');
});

test('only one pack is open at a time', async () => {
  expect(await open('cravings')).toEqual({ ok: false, error: { code: 'already-open' } });
});

test('the page serves the files of the pack, each with a policy', async () => {
  const read = await player.evaluate(async () => {
    const answer = await fetch('/en/hello.json');
    return {
      text: await answer.text(),
      type: answer.headers.get('content-type'),
      policy: answer.headers.get('content-security-policy'),
      sniff: answer.headers.get('x-content-type-options'),
    };
  });
  expect(read).toMatchObject({ text: '{"hello":true}', type: 'application/json', sniff: 'nosniff' });
  expect(read.policy).toContain('sandbox;');
});

test('what is not in the pack is not there, with the same policy; odd paths do not even reach the page', async () => {
  const answers = await player.evaluate(async () =>
    Promise.all(
      [
        '/en/none.json',
        '/../secret',
        '/%2e%2e/x',
        '/EN/hello.json',
        '/en//hello.json',
        '/__host/none.js',
        '/.hidden',
        '/',
      ].map(async (path) => {
        const answer = await fetch(path);
        return [path, answer.status, answer.headers.get('content-security-policy') !== null];
      }),
    ),
  );
  for (const [path, status, hasPolicy] of answers) expect([path, status, hasPolicy]).toEqual([path, 404, true]);
  const asked = await tablet.page.evaluate<string[]>('window.askedFor.map(({ path }) => path)');
  expect(asked.filter((path) => /\.\.|\/\/|^$|^\./.test(path))).toEqual([]);
});

test('a part of a file is answered with 206 and the right bytes', async () => {
  await tablet.page.evaluate(
    `window.packFiles.set('media/film.mp4', { type: 'video/mp4', bytes: Uint8Array.from({ length: 100000 }, (_, at) => at % 251) })`,
  );
  const part = await player.evaluate(async () => {
    const answer = await fetch('/media/film.mp4', { headers: { range: 'bytes=1000-1003' } });
    return {
      status: answer.status,
      range: answer.headers.get('content-range'),
      bytes: [...new Uint8Array(await answer.arrayBuffer())],
    };
  });
  expect(part).toEqual({
    status: 206,
    range: 'bytes 1000-1003/100000',
    bytes: [1000, 1001, 1002, 1003].map((at) => at % 251),
  });
});

test('a large file arrives whole', async () => {
  await tablet.page.evaluate(
    `window.packFiles.set('media/long.mp3', { type: 'audio/mpeg', bytes: new Uint8Array(64 * 1024 * 1024).fill(7) })`,
  );
  expect(await player.evaluate(async () => (await (await fetch('/media/long.mp3')).arrayBuffer()).byteLength)).toBe(
    64 * 1024 * 1024,
  );
});

test('a sound plays and can be wound forward over ranges', async () => {
  await tablet.page.evaluate(`(${putTone.toString()})()`);
  const played = await player.evaluate(async () => {
    const audio = document.createElement('audio');
    audio.src = '/media/tone.ogg';
    audio.preload = 'auto';
    document.body.append(audio);
    await new Promise((done, fail) => {
      audio.oncanplay = done;
      audio.onerror = () => fail(new Error(audio.error?.message));
    });
    audio.currentTime = 100;
    await new Promise((done) => (audio.onseeked = done));
    return { duration: Math.round(audio.duration), at: audio.currentTime };
  });
  expect(played).toEqual({ duration: 120, at: 100 });
});

test('PACK-32 scripts in a pack do not run in the player’s own page, whatever they call themselves', async () => {
  await tablet.page.evaluate(`window.packFiles.set('evil.js', { type: 'text/javascript', text: 'window.ran = true' })`);
  await tablet.page.evaluate(
    `window.packFiles.set('evil.svg', { type: 'image/svg+xml', text: '<svg xmlns="http://www.w3.org/2000/svg"><script>parent.ran = true</script></svg>' })`,
  );
  const ran = await player.evaluate(async () => {
    await import(['/evil', 'js'].join('.')).catch(() => undefined);
    const image = new Image();
    image.src = '/evil.svg';
    await new Promise((done) => (image.onload = image.onerror = done));
    return { ran: 'ran' in window, type: (await fetch('/evil.js')).headers.get('content-type') };
  });
  // Its own type, because it may run in a frame of its own; in the player's page it never does.
  expect(ran).toEqual({ ran: false, type: 'text/javascript' });
});

test('the view stays inside the window, wherever it is put', async () => {
  await tablet.page.evaluate(`window.shell.placePack({ bounds: { x: -50, y: 700, width: 9000, height: 9000 } })`);
  const { innerWidth: width, innerHeight: height } = await tablet.page.evaluate(() => ({
    innerWidth: window.innerWidth,
    innerHeight: window.innerHeight,
  }));
  await expect
    .poll(() => player.evaluate(() => [window.innerWidth, window.innerHeight]))
    .toEqual([width, height - 700]);
});

test('what a player says as its page goes still reaches the app', async () => {
  await player.evaluate(`addEventListener('pagehide', () => window.appPort.postMessage({ type: 'last words' }))`);
  await tablet.page.evaluate('window.shell.closePack()');
  await expect.poll(() => tablet.page.evaluate('window.fromPlayer.at(-1)')).toEqual({ type: 'last words' });
  const opened = tablet.app.waitForEvent('window');
  expect(await open('fractions')).toMatchObject({ ok: true });
  await (await opened).waitForURL('pack://fractions/__host/player.html');
});

test('signing out closes the pack', async () => {
  const fresh = tablet.app.waitForEvent('window');
  await tablet.page.evaluate('window.shell.signOut()').catch(() => undefined);
  await (await fresh).waitForURL('app://tablet/index.html');
  const shown = await tablet.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getURL()),
  );
  expect(shown).toEqual(['app://tablet/index.html']);
});

function open(packId: string): Promise<unknown> {
  return tablet.page.evaluate(
    (id) =>
      (window as unknown as { shell: { openPack: (input: unknown) => Promise<unknown> } }).shell.openPack({
        packId: id,
        bounds: { x: 0, y: 60, width: 800, height: 600 },
      }),
    packId,
  );
}

/** Runs in the page: two minutes of a quiet tone as a WAV file under a name that a pack may have. */
function putTone(): void {
  const rate = 8000;
  const samples = rate * 120;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const text = (at: number, words: string): void =>
    [...words].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  for (let at = 0; at < samples; at += 1) view.setUint8(44 + at, 128 + Math.round(Math.sin(at / 5) * 20));
  const files = (window as unknown as { packFiles: Map<string, unknown> }).packFiles;
  files.set('media/tone.ogg', { type: 'audio/ogg', bytes: new Uint8Array(view.buffer) });
}
