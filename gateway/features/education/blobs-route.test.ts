import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '#protocol/enrolment/schema.ts';
import type { Sha256 } from '#protocol/ids.ts';
import { fileListSchema, type FileEntry } from '#protocol/packs/file-list.ts';
import { createBatchTaker, type TakenBatch, type WantedFile } from '#protocol/packs/take-batch.ts';
import { buildDemoPack } from '../../../tests/support/demo-pack.ts';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../../../tests/support/running-gateway.ts';

const PACK = 'using-this-tablet';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Sha256;
let prison: GatewayInTest;
let tablet: Caller;
let stranger: Caller;
let files: readonly FileEntry[];

beforeAll(async () => {
  const pack = buildDemoPack();
  prison = await startGatewayInTest();
  const administrator = await prison.as('administrator');
  const education = await prison.as('education');
  for (const key of pack.keys) await administrator.call('POST', '/api/staff/pack-keys', { body: key });
  const added = await enrol(administrator, 'A');
  [tablet, stranger] = [added, await enrol(administrator, 'B')];
  await education.call('POST', '/api/staff/packs', {
    body: pack.bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
  await education.call('POST', `/api/staff/packs/${PACK}/publications`, {
    body: { version: 1, audience: { kind: 'wing', wing: 'A' } },
  });
  const manifest = JSON.parse((await tablet.call('GET', `/tablet/packs/${PACK}/1/manifest`)).body.manifest) as {
    fileLists: { sha256: string }[];
  };
  const lists = await Promise.all(manifest.fileLists.map((list) => tablet.call('GET', `/tablet/blobs/${list.sha256}`)));
  files = lists.flatMap((list) => fileListSchema.parse(JSON.parse(list.bytes.toString('utf8'))).files);
}, 60_000);
afterAll(() => prison.close());

async function enrol(administrator: Caller, wing: string): Promise<Caller> {
  const person = await administrator.call('POST', '/api/staff/people', {
    body: { prisonerNumber: `A200${wing === 'A' ? '1' : '2'}BC`, firstName: 'Sam', lastName: 'Reed', wing, cell: '1' },
  });
  const { body } = await administrator.call('POST', '/api/staff/tablets', { body: { name: wing, wing, cell: '1' } });
  await administrator.call('PUT', `/api/staff/tablets/${body.tablet.tabletId}/people`, {
    body: { personIds: [person.body.personId] },
  });
  const browser = prison.browser();
  await browser.call('POST', '/tablet/enrol', {
    body: { code: parseCode(body.enrolmentCode.code), appVersion: '0.1.0' },
  });
  return browser;
}

const ask = (caller: Caller, wanted: readonly WantedFile[]) =>
  caller.call('POST', '/tablet/blobs', {
    body: { files: wanted.map(({ sha256: hash, base }) => ({ sha256: hash, ...(base && { base: base.sha256 }) })) },
  });

async function fetchBatch(caller: Caller, wanted: readonly WantedFile[]): Promise<TakenBatch> {
  const reply = await ask(caller, wanted);
  expect(reply.status).toBe(200);
  const taker = createBatchTaker(
    wanted,
    async (frame, dictionary) => zstdDecompressSync(frame, { dictionary }),
    sha256,
  );
  expect(await taker.take(reply.bytes)).toBe(true);
  return taker.taken();
}

describe('many files in one answer', () => {
  it('MOVE-2 come in the order asked, each by its hash, and text is smaller on the line than on the disk', async () => {
    const taken = await fetchBatch(tablet, files);
    expect(taken.files.map((file) => file.sha256)).toEqual(files.map((file) => file.sha256));
    const lessons = files.filter((file) => file.type === 'application/json');
    const text = await fetchBatch(tablet, lessons);
    expect(text.received).toBeLessThan(lessons.reduce((sum, file) => sum + file.bytes, 0) * 0.6);
  });

  it('MOVE-3 come as a difference from a file the tablet has, made once and kept', async () => {
    const [one, other] = files.filter((file) => file.type === 'application/json').sort((a, b) => b.bytes - a.bytes);
    const base = (await fetchBatch(tablet, [other!])).files[0]!;
    const alone = await fetchBatch(tablet, [one!]);
    const patched = await fetchBatch(tablet, [{ ...one!, base }]);
    expect(patched.files).toEqual(alone.files);
    expect(patched.received).toBeLessThan(alone.received);
    const kept = join(prison.folder, 'packed', one!.sha256.slice(0, 2));
    expect(
      existsSync(join(kept, `${one!.sha256}-${base.sha256}`)) &&
        readdirSync(kept).every((name) => !name.endsWith('.new')),
    ).toBe(true);
  });

  it('are not there for a tablet that was not told of their pack, nor is a difference from what it may not have', async () => {
    expect((await fetchBatch(stranger, files.slice(0, 3))).absent).toBe(3);
    const unknown = { sha256: sha256(Buffer.from('nobody has this')), bytes: 15 } as WantedFile;
    expect(await fetchBatch(tablet, [unknown, files[0]!])).toMatchObject({
      absent: 1,
      files: [{ sha256: files[0]!.sha256 }],
    });
    const withStrangeBase = { ...files[0]!, base: { sha256: unknown.sha256, data: Buffer.from('nobody has this') } };
    expect((await fetchBatch(tablet, [withStrangeBase])).files).toHaveLength(1);
  });

  it('are refused to whoever asks for nothing, for too much, or with something else than hashes', async () => {
    for (const body of [
      { files: [] },
      { files: [{ sha256: '../../secrets.json' }] },
      { files: Array.from({ length: 5000 }, () => ({ sha256: files[0]!.sha256 })) },
      {},
    ])
      expect((await tablet.call('POST', '/tablet/blobs', { body })).body.code).toBe('invalid-request');
    expect(
      (await prison.browser().call('POST', '/tablet/blobs', { body: { files: [{ sha256: files[0]!.sha256 }] } })).body
        .code,
    ).toBe('not-enrolled');
  });
});
