import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DraftDesk,
  openDraftDesk,
  PACK_COMMAND_WITHOUT_BROWSER as packCommand,
  sendPart,
  smallCourse,
} from '../../../tests/support/packs/draft-desk.ts';
import { until } from '../../../tests/support/prison/until.ts';
import { type Caller, type GatewayInTest, signIn, startGatewayInTest } from '../../../tests/support/running-gateway.ts';
import { PART_BYTES } from './staff-api.ts';

let prison: GatewayInTest;
let teacher: Caller;
let desk: DraftDesk;
let colleague: Caller;

beforeAll(async () => {
  prison = await startGatewayInTest({ packCommand });
  teacher = await prison.as('education');
  desk = openDraftDesk(teacher);
  const administrator = openDraftDesk(await prison.as('administrator'));
  const account = { username: 'colleague', name: 'A colleague', role: 'education', password: 'correct horse battery' };
  await administrator.call('POST', '/accounts', account);
  await administrator.call('POST', '/pack-keys/own');
  colleague = prison.browser();
  await signIn(colleague, 'colleague');
}, 60_000);
afterAll(() => prison.close());

const announce = async (files: readonly object[], name = 'course') =>
  desk.call('POST', '/packs/uploads', { name, files });
const discard = (draftId: string) => desk.call('DELETE', `/packs/drafts/${draftId}`);

async function readyDraft(words: string): Promise<string> {
  const draftId = await desk.upload('floor', smallCourse(words));
  expect((await desk.settled(draftId)).state).toBe('ready');
  return draftId;
}

describe('an upload with bad manners', () => {
  it.each([
    ['climbs out', '../../secrets.json'],
    ['climbs out in the middle', 'a/../../b.txt'],
    ['is absolute', '/etc/passwd'],
    ['is hidden', '.ssh/id'],
    ['is a Windows path', 'c:\\windows\\a.txt'],
    ['has a NUL', 'a\0b.txt'],
    ['goes to the player', '__host/player.html'],
    ['has an empty part', 'a//b.txt'],
    ['is longer than a path may be', 'a'.repeat(241)],
  ])('is refused when a name %s', async (_why, path) => {
    const refused = await announce([{ path, bytes: 1 }]);
    expect(refused.status).toBe(400);
  });

  it('is refused with one name twice, a file that is also a folder, no files, too many, or too large', async () => {
    for (const paths of [
      ['a.txt', 'A.txt'],
      ['a', 'a/b.txt'],
    ])
      expect((await announce(paths.map((path) => ({ path, bytes: 1 })))).body.code).toBe('upload-names');
    expect((await announce([])).body.code).toBe('invalid-request');
    expect(
      (await announce(Array.from({ length: 1001 }, (_, at) => ({ path: `f${String(at)}`, bytes: 1 })))).body.code,
    ).toBe('invalid-request');
    const half = 512 * 1024 * 1024;
    expect((await announce([0, 1, 2].map((at) => ({ path: `big${String(at)}`, bytes: half })))).body.code).toBe(
      'too-large',
    );
    expect((await announce([{ path: 'huge', bytes: half + 1 }])).body.code).toBe('invalid-request');
  });

  it('takes a part only where the file stands, no more than was announced, and one at a time', async () => {
    const { draftId } = (await announce([{ path: 'a.bin', bytes: 10 }])).body;
    const part = Buffer.from('12345');
    const ahead = await sendPart(teacher, draftId, 0, 5, part);
    expect([ahead.status, ahead.body.code, ahead.body.detail]).toEqual([409, 'offset-wrong', '0']);
    expect((await sendPart(teacher, draftId, 0, 0, part)).body).toEqual({ received: 5 });
    expect((await sendPart(teacher, draftId, 0, 0, part)).body.code).toBe('offset-wrong');
    expect((await sendPart(teacher, draftId, 0, 5, Buffer.alloc(6))).body.code).toBe('too-large');
    expect((await desk.call('GET', `/packs/uploads/${draftId}`)).body.files[0].received).toBe(5);
    expect((await sendPart(teacher, draftId, 1, 0, part)).body.code).toBe('not-found');
    const both = await Promise.all([sendPart(teacher, draftId, 0, 5, part), sendPart(teacher, draftId, 0, 5, part)]);
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(readFileSync(join(prison.folder, 'drafts', draftId, 'upload', '0'), 'utf8')).toBe('1234512345');
    await discard(draftId);
  });

  it('cannot send a part larger than a part', async () => {
    const { draftId } = (await announce([{ path: 'a.bin', bytes: PART_BYTES * 2 }])).body;
    expect((await sendPart(teacher, draftId, 0, 0, Buffer.alloc(PART_BYTES + 1))).body.code).toBe('too-large');
    expect((await desk.call('GET', `/packs/uploads/${draftId}`)).body.files[0].received).toBe(0);
    await discard(draftId);
  });

  it('that breaks off in the middle of a part goes on from where it came to', async () => {
    const { draftId } = (await announce([{ path: 'a.bin', bytes: 1000 }])).body;
    await breakOff(`/api/staff/packs/uploads/${draftId}/0?offset=0`, 1000, Buffer.alloc(400, 1));
    const received = await until(async () => {
      const { body } = await desk.call('GET', `/packs/uploads/${draftId}`);
      return body.files[0].received === 400 && 400;
    }, 'the first 400 bytes');
    const rest = await until(async () => {
      const reply = await sendPart(teacher, draftId, 0, received, Buffer.alloc(600, 2));
      return reply.status === 200 && reply;
    }, 'the rest to be taken');
    expect(rest.body).toEqual({ received: 1000 });
    await discard(draftId);
  });

  it('is nobody else’s to look at or to continue, and five unfinished ones are enough', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.push((await announce([{ path: 'a.bin', bytes: 5 }])).body.draftId);
    expect((await announce([{ path: 'a.bin', bytes: 5 }])).body.code).toBe('draft-limit');
    expect((await colleague.call('GET', `/api/staff/packs/uploads/${ids[0]!}`)).status).toBe(404);
    expect((await sendPart(colleague, ids[0]!, 0, 0, Buffer.from('12345'))).status).toBe(404);
    for (const draftId of ids) await discard(draftId);
  });
});

describe('a draft under attack', () => {
  it('has no file but those of its own lists, whatever the address says', async () => {
    const draftId = await readyDraft('Files.');
    for (const path of [
      '../../secrets.json',
      '..%2f..%2fsecrets.json',
      '%2e%2e/source/pack.yaml',
      'pack.yaml',
      '',
      'packs/laying-a-floor/1/manifest.json',
      '__runtime/h5p/a.js',
    ])
      expect([path, (await desk.call('GET', `/packs/drafts/${draftId}/files/${path}`)).status]).toEqual([path, 404]);
    const page = await desk.call('GET', `/packs/drafts/${draftId}/files/en/01-boards.json`);
    expect([page.status, page.headers['content-disposition'], page.headers['x-content-type-options']]).toEqual([
      200,
      'attachment',
      'nosniff',
    ]);
    expect(page.headers['content-security-policy']).toContain('sandbox');
    const range = await teacher.call('GET', `/api/staff/packs/drafts/${draftId}/files/en/01-boards.json`, {
      headers: { range: 'bytes=2-5' },
    });
    expect([range.status, range.bytes.length]).toEqual([206, 4]);
    await discard(draftId);
  }, 60_000);

  it('lets nothing be read or written outside its folder, and no link be followed', async () => {
    const draftId = await readyDraft('Outside.');
    const source = join(prison.folder, 'drafts', draftId, 'source');
    const read = (path: string) => desk.call('GET', `/packs/drafts/${draftId}/source?path=${encodeURIComponent(path)}`);
    const put = (path: string) =>
      teacher.call('PUT', `/api/staff/packs/drafts/${draftId}/source?path=${encodeURIComponent(path)}`, {
        body: Buffer.from('evil'),
        headers: { 'content-type': 'application/octet-stream' },
      });
    for (const path of ['../built/x', '/etc/passwd', '.hidden', 'en/../../x', 'a\\b']) {
      expect((await read(path)).status).toBe(400);
      expect((await put(path)).status).toBe(400);
    }
    symlinkSync('/etc', join(source, 'media', 'out'));
    symlinkSync('/etc/hostname', join(source, 'media', 'host.txt'));
    expect((await read('media/out/hostname')).body.code).toBe('draft-file');
    expect((await read('media/host.txt')).body.code).toBe('draft-file');
    expect((await put('media/out/evil')).body.code).toBe('draft-file');
    expect((await put('pack.yaml')).body.code).toBe('draft-file');
    rmSync(join(source, 'media', 'out'));
    rmSync(join(source, 'media', 'host.txt'));
    expect((await put('media/new.txt')).status).toBe(200);
    expect(readFileSync(join(source, 'media', 'new.txt'), 'utf8')).toBe('evil');
    await discard(draftId);
  }, 60_000);

  it('ADR-19 is never approved by whoever brought, changed or submitted it, not even a colleague who only mended a word', async () => {
    const draftId = await readyDraft('Two people.');
    const mended = await colleague.call('PATCH', `/api/staff/packs/drafts/${draftId}`, {
      body: { licence: 'CC-BY-SA-4.0' },
    });
    expect(mended.status).toBe(200);
    await desk.call('POST', `/packs/drafts/${draftId}/check`);
    const { manifestSha256 } = await desk.settled(draftId);
    await desk.call('POST', `/packs/drafts/${draftId}/submit`);
    for (const caller of [teacher, colleague]) {
      const path = `/api/staff/packs/drafts/${draftId}`;
      expect((await caller.call('POST', `${path}/approve`, { body: { manifestSha256 } })).body.code).toBe('own-work');
      expect((await caller.call('POST', `${path}/return`, { body: { reason: 'No good.' } })).body.code).toBe(
        'own-work',
      );
    }
    expect((await desk.call('PATCH', `/packs/drafts/${draftId}`, { licence: 'X' })).body.code).toBe('draft-stage');
    expect((await desk.call('DELETE', `/packs/drafts/${draftId}`)).body.code).toBe('draft-stage');
    await desk.call('POST', `/packs/drafts/${draftId}/unsubmit`);
    await discard(draftId);
  }, 60_000);

  it('PACK-7 that was changed on the disk after it was submitted is refused, and no edition comes of it', async () => {
    const draftId = await readyDraft('Changed behind our back.');
    await desk.call('POST', `/packs/drafts/${draftId}/submit`);
    const { manifestSha256 } = await desk.settled(draftId);
    const security = openDraftDesk(await prison.as('security'));
    const blobs = join(prison.folder, 'drafts', draftId, 'built', 'blobs');
    const lesson = readdirSync(blobs, { recursive: true })
      .map(String)
      .find((name) => name.length > 60 && readFileSync(join(blobs, name), 'utf8').includes('behind our back'));
    const { size } = statSync(join(blobs, lesson!));
    rmSync(join(blobs, lesson!), { force: true });
    writeFileSync(join(blobs, lesson!), Buffer.alloc(size, 32));
    const refused = await security.call('POST', `/packs/drafts/${draftId}/approve`, { manifestSha256 });
    expect([refused.body.code, refused.body.detail]).toEqual(['pack-refused', 'hash-wrong']);
    expect((await desk.call('GET', '/packs')).body.packs).toEqual([]);
    await desk.call('POST', `/packs/drafts/${draftId}/unsubmit`);
    await discard(draftId);
  }, 60_000);

  it('that is no course says so in a sentence, and can be cancelled while it is looked at', async () => {
    const draftId = await desk.upload('letter.xyz', [{ path: 'letter.xyz', bytes: Buffer.from('Dear prison') }]);
    const draft = await desk.settled(draftId);
    expect(draft.state).toBe('refused');
    expect(draft.reason.length).toBeGreaterThan(10);
    await desk.call('POST', `/packs/drafts/${draftId}/check`);
    await desk.call('POST', `/packs/drafts/${draftId}/cancel`);
    expect((await desk.settled(draftId)).state).toBe('refused');
    await discard(draftId);
  }, 60_000);
});

describe('a gateway that stops in the middle', () => {
  it('goes on with an upload where it was, and with a check it had begun', async () => {
    const files = smallCourse('After the power cut.');
    const { draftId } = (await announce(files.map(({ path, bytes }) => ({ path, bytes: bytes.length })))).body;
    await sendPart(teacher, draftId, 0, 0, files[0]!.bytes.subarray(0, 20));
    const { folder } = prison;
    const stopped = prison;
    await stopped.gateway.close();
    prison = await startGatewayInTest({ folder, packCommand });
    teacher = prison.browser();
    await signIn(teacher, 'the-education');
    desk = openDraftDesk(teacher);
    expect((await desk.call('GET', `/packs/uploads/${draftId}`)).body.files[0].received).toBe(20);
    await sendPart(teacher, draftId, 0, 20, files[0]!.bytes.subarray(20));
    await sendPart(teacher, draftId, 1, 0, files[1]!.bytes);
    await sendPart(teacher, draftId, 2, 0, files[2]!.bytes);
    await desk.call('POST', `/packs/uploads/${draftId}/done`);
    await prison.gateway.close();
    prison = await startGatewayInTest({ folder, packCommand });
    teacher = prison.browser();
    await signIn(teacher, 'the-education');
    desk = openDraftDesk(teacher);
    expect((await desk.settled(draftId)).state).toBe('ready');
  }, 90_000);

  it('removes uploads that nobody finished in a week', async () => {
    const { draftId } = (await announce([{ path: 'a.bin', bytes: 5 }])).body;
    await sendPart(teacher, draftId, 0, 0, Buffer.from('123'));
    const { folder } = prison;
    await prison.gateway.close();
    prison = await startGatewayInTest({ folder, clockAhead: 8 * 24 * 60 * 60_000 });
    await until(() => !existsSync(join(folder, 'drafts', draftId)), 'the upload to be removed');
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});

/** Begins a request of `length` bytes by hand, sends `bytes` and hangs up. */
async function breakOff(path: string, length: number, bytes: Buffer): Promise<void> {
  const { hostname, port, origin } = new URL(prison.gateway.webUrl);
  const socket = connect(Number(port), hostname);
  const head = [
    `PATCH ${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Origin: ${origin}`,
    `Cookie: ${teacher.cookie()}`,
    'Content-Type: application/octet-stream',
    `Content-Length: ${String(length)}`,
  ];
  await new Promise<void>((resolve) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(bytes, () => resolve());
  });
  const file = /uploads\/([^/]+)\//.exec(path)?.[1] ?? '';
  await until(() => existsSync(join(prison.folder, 'drafts', file, 'upload', '0')), 'the part to begin');
  socket.destroy();
}
