import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '#protocol/enrolment/schema.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { buildDemoPack, type DemoPack } from '../../../tests/support/demo-pack.ts';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../../../tests/support/running-gateway.ts';

let prison: GatewayInTest;
let administrator: Caller;
let education: Caller;
let pack: DemoPack;
const PACK = 'using-this-tablet';

beforeAll(async () => {
  pack = buildDemoPack();
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
  education = await prison.as('education');
  for (const key of pack.keys) await administrator.call('POST', '/api/staff/pack-keys', { body: key });
}, 60_000);
afterAll(() => prison.close());

const upload = (bytes: Buffer) =>
  education.call('POST', '/api/staff/packs', { body: bytes, headers: { 'content-type': 'application/octet-stream' } });
const publish = (body: object) => education.call('POST', `/api/staff/packs/${PACK}/publications`, { body });

async function addTabletFor(
  wing: string,
  prisonerNumber: string,
): Promise<{ browser: Caller; personId: string; tabletId: string }> {
  const person = (
    await administrator.call('POST', '/api/staff/people', {
      body: { prisonerNumber, firstName: 'Sam', lastName: 'Okafor', wing, cell: '1' },
    })
  ).body;
  const added = (
    await administrator.call('POST', '/api/staff/tablets', { body: { name: prisonerNumber, wing, cell: '1' } })
  ).body;
  const { tabletId } = added.tablet;
  await administrator.call('PUT', `/api/staff/tablets/${tabletId}/people`, { body: { personIds: [person.personId] } });
  const browser = prison.browser();
  await browser.call('POST', '/tablet/enrol', {
    body: { code: parseCode(added.enrolmentCode.code), appVersion: '0.1.0' },
  });
  return { browser, personId: person.personId, tabletId };
}

async function releasesOf(browser: Caller): Promise<any[]> {
  const { body } = await browser.call('POST', '/tablet/exchange', {
    body: {
      protocol: PROTOCOL_VERSION,
      tabletTime: 0,
      mark: null,
      operations: [],
      streams: [{ stream: 'tablet', cursor: null }],
    },
  });
  return body.pages[0].changes.filter((change: any) => 'put' in change).map((change: any) => change.put);
}

describe('a pack on its way to tablets', () => {
  it('PACK-3 is refused while nobody trusts its key, and nothing of it is kept', async () => {
    const stranger = buildDemoPack('education-stranger');
    const refused = await upload(stranger.bytes);
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([422, 'pack-refused', 'key-not-trusted']);
    expect(existsSync(join(prison.folder, 'blobs'))).toBe(false);
    expect(readdirSync(join(prison.folder, 'incoming'))).toEqual([]);
  }, 60_000);

  it('is refused when one byte of it was changed', async () => {
    const changed = Buffer.from(pack.bytes);
    const middle = Math.floor(changed.length / 2);
    changed[middle] = changed[middle]! ^ 1;
    expect((await upload(changed)).body.code).toBe('pack-refused');
    expect((await upload(Buffer.from('not a pack at all'))).body.code).toBe('pack-refused');
  }, 60_000);

  it('is stored, published to a wing, told to the tablets there and to no others, and fetched by its hash', async () => {
    const [onB, onC] = [await addTabletFor('B', 'A2001BC'), await addTabletFor('C', 'A2002BC')];
    const edition = await upload(pack.bytes);
    expect([edition.status, edition.body.packId, edition.body.version]).toEqual([200, PACK, 1]);
    expect((await publish({ version: 1, audience: { kind: 'wing', wing: 'B' } })).status).toBe(200);
    expect(await releasesOf(onC.browser)).toEqual([]);
    const [release] = await releasesOf(onB.browser);
    expect(release).toMatchObject({
      packId: PACK,
      version: 1,
      manifestSha256: edition.body.manifestSha256,
      people: [onB.personId],
    });
    const { body } = await onB.browser.call('GET', `/tablet/packs/${PACK}/1/manifest`);
    expect(createHash('sha256').update(body.manifest).digest('hex')).toBe(release.manifestSha256);
    const [list] = JSON.parse(body.manifest).fileLists;
    const whole = await onB.browser.call('GET', `/tablet/blobs/${list.sha256}`);
    expect(createHash('sha256').update(whole.bytes).digest('hex')).toBe(list.sha256);
    const part = await onB.browser.call('GET', `/tablet/blobs/${list.sha256}`, { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-19/${String(list.bytes)}`]);
    expect(part.bytes).toEqual(whole.bytes.subarray(10, 20));
    const beyond = await onB.browser.call('GET', `/tablet/blobs/${list.sha256}`, {
      headers: { range: 'bytes=99999999-' },
    });
    expect([beyond.status, beyond.body.code]).toEqual([416, 'range-refused']);
    for (const path of [`/tablet/packs/${PACK}/1/manifest`, `/tablet/blobs/${list.sha256}`])
      expect((await onC.browser.call('GET', path)).body.code).toBe('not-found');
  }, 60_000);

  it('follows people who move: the tablet of a wing it is published to learns of it, the other forgets it', async () => {
    const moving = await addTabletFor('C', 'A2003BC');
    expect(await releasesOf(moving.browser)).toEqual([]);
    await administrator.call('PATCH', `/api/staff/people/${moving.personId}`, { body: { wing: 'B' } });
    expect(await releasesOf(moving.browser)).toHaveLength(1);
    await administrator.call('PUT', `/api/staff/tablets/${moving.tabletId}/people`, { body: { personIds: [] } });
    expect(await releasesOf(moving.browser)).toEqual([]);
  });

  it('PACK-5 only goes forward: an older edition is neither taken nor published once a newer one is out', async () => {
    const three = pack.build(3);
    const two = pack.build(2);
    expect((await upload(three)).status).toBe(200);
    expect((await upload(three)).status).toBe(200);
    expect((await upload(two)).body.code).toBe('version-must-rise');
    expect((await publish({ version: 3, audience: { kind: 'everyone' } })).status).toBe(200);
    expect((await publish({ version: 1, audience: { kind: 'everyone' } })).body.code).toBe('version-must-rise');
    const late = await addTabletFor('D', 'A2004BC');
    expect(await releasesOf(late.browser)).toMatchObject([{ version: 3, people: null }]);
  }, 60_000);

  it('is taken back from those it was for', async () => {
    const { browser } = await addTabletFor('E', 'A2005BC');
    const { body } = await education.call('GET', '/api/staff/packs');
    const everyone = body.packs[0].publications.find((publication: any) => publication.audience.kind === 'everyone');
    await education.call('DELETE', `/api/staff/publications/${everyone.publicationId}`);
    expect(await releasesOf(browser)).toEqual([]);
  });

  it('PACK-33 a course brings the program it needs to the same wing, first, and cannot go out while that is not here', async () => {
    const { browser } = await addTabletFor('P', 'A2008BC');
    const write = (name: string, yaml: string, files: Readonly<Record<string, string>>): string => {
      const folder = join(prison.folder, `source-${name}`);
      for (const [path, text] of Object.entries({ ...files, 'pack.yaml': `id: ${name}\nlanguages: [en]\ntitle: { en: T }\nsummary: { en: T }\nsubject: maths\nlevel: [any]\nlicence: CC0-1.0\nattribution: [Us]\n${yaml}` })) {
        mkdirSync(join(folder, path, '..'), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    };
    const course = write('needs-a-program', 'runtimes: [{ packId: a-program, minVersion: 1 }]\nitems: [{ id: one, lesson: 01.md, minutes: 1 }]\n', { 'en/01.md': '# One\n\nHello.\n' });
    const program = write('a-program', 'kind: runtime\nfolder: content/run\n', { 'content/run/start.js': 'void 0;' });
    const put = (packId: string, body: object) => education.call('POST', `/api/staff/packs/${packId}/publications`, { body });
    const toWing = { version: 1, audience: { kind: 'wing', wing: 'P' } };
    expect((await upload(pack.build(1, undefined, course))).status).toBe(200);
    expect((await put('needs-a-program', toWing)).body).toMatchObject({ code: 'runtime-missing', detail: 'a-program' });
    expect(await releasesOf(browser)).toEqual([]);
    expect((await upload(pack.build(1, undefined, program))).status).toBe(200);
    expect((await put('needs-a-program', toWing)).status).toBe(200);
    expect((await releasesOf(browser)).map(({ packId, version, kind }) => [packId, version, kind])).toEqual(expect.arrayContaining([['a-program', 1, 'runtime'], ['needs-a-program', 1, undefined]]));
    const { body } = await education.call('GET', '/api/staff/packs');
    expect(body.packs.find((one: any) => one.packId === 'a-program').publications).toMatchObject([{ audience: { kind: 'wing', wing: 'P' } }]);
    // To another wing goes the edition people work with, not a newer one that nobody has tried.
    expect((await upload(pack.build(2, undefined, program))).status).toBe(200);
    const onR = await addTabletFor('R', 'A2009BC');
    expect((await put('needs-a-program', { version: 1, audience: { kind: 'wing', wing: 'R' } })).status).toBe(200);
    expect(await releasesOf(onR.browser)).toEqual(expect.arrayContaining([expect.objectContaining({ packId: 'a-program', version: 1 })]));
    // The wing has it, but it was taken back: it counts for nobody until that is lifted.
    const revoked = await education.call('POST', '/api/staff/revocations', { body: { kind: 'pack', packId: 'a-program', reason: 'Does not work' } });
    expect((await put('needs-a-program', toWing)).body).toMatchObject({ code: 'runtime-missing', detail: 'a-program' });
    const lift = `/api/staff/revocations/${revoked.body.revocationId}/lift`;
    expect((await education.call('POST', lift, { body: { reason: 'It works after all' } })).status).toBe(200);
    expect((await (await prison.as('security')).call('POST', `${lift}/agree`)).status).toBe(200);
    expect((await put('needs-a-program', toWing)).status).toBe(200);
  }, 120_000);

  it('PACK-18 is hidden from every tablet when it is taken back, refused while that stands, and told again when it is lifted', async () => {
    const { browser } = await addTabletFor('F', 'A2006BC');
    const four = await upload(pack.build(4));
    expect((await publish({ version: 4, audience: { kind: 'everyone' } })).status).toBe(200);
    expect(await releasesOf(browser)).toMatchObject([{ version: 4 }]);
    const revoke = (body: object) => education.call('POST', '/api/staff/revocations', { body });
    const revoked = await revoke({
      kind: 'pack',
      packId: PACK,
      version: 4,
      reason: 'Wrong telephone number on page 2',
    });
    expect([four.status, revoked.status, revoked.body.revokedBy]).toEqual([200, 200, 'The education']);
    expect(await releasesOf(browser)).toEqual([]);
    expect((await browser.call('GET', `/tablet/packs/${PACK}/4/manifest`)).body.code).toBe('not-found');
    expect((await publish({ version: 4, audience: { kind: 'everyone' } })).body.code).toBe('pack-revoked');
    expect((await revoke({ kind: 'pack', packId: PACK, version: 4, reason: 'once more' })).body.code).toBe(
      'revoked-already',
    );
    expect((await revoke({ kind: 'pack', packId: 'never-seen', reason: 'not here' })).body.code).toBe('not-found');
    expect((await revoke({ kind: 'pack', packId: PACK, reason: '  ' })).body.code).toBe('invalid-request');
    const lift = `/api/staff/revocations/${revoked.body.revocationId}/lift`;
    const security = await prison.as('security');
    const body = { reason: 'The number was right after all' };
    expect((await security.call('POST', `${lift}/agree`)).body.code).toBe('lift-not-asked');
    expect((await (await prison.as('tutor')).call('POST', lift, { body })).body.code).toBe('not-allowed');
    expect((await security.call('POST', lift, { body })).status).toBe(200);
    expect((await education.call('POST', lift, { body })).body.code).toBe('lift-asked');
    expect((await security.call('POST', `${lift}/agree`)).body.code).toBe('lift-second-person');
    expect((await education.call('POST', `${lift}/agree`)).body.code).toBe('not-allowed');
    expect(await releasesOf(browser)).toEqual([]);
    expect((await education.call('DELETE', lift)).status).toBe(200);
    expect((await education.call('POST', lift, { body: { reason: 'no' } })).body.code).toBe('invalid-request');
    expect((await education.call('POST', lift, { body })).status).toBe(200);
    expect((await security.call('GET', '/api/staff/revocations')).body.revocations).toMatchObject([
      { lift: { ...body, askedBy: 'The education', mine: false } },
    ]);
    expect((await security.call('POST', `${lift}/agree`)).status).toBe(200);
    expect(await releasesOf(browser)).toMatchObject([{ version: 4 }]);
  }, 60_000);

  it('PACK-6 is hidden, and no longer taken in, when a key that signed it is taken back; the audit says who and why', async () => {
    const { browser } = await addTabletFor('G', 'A2007BC');
    const reason = 'The laptop with the key was stolen';
    const revoked = await administrator.call('POST', '/api/staff/revocations', {
      body: { kind: 'key', keyId: pack.key.keyId, reason },
    });
    expect(revoked.status).toBe(200);
    expect(await releasesOf(browser)).toEqual([]);
    expect((await upload(pack.build(5))).body.detail).toBe('key-revoked');
    const { body } = await education.call('GET', '/api/staff/revocations');
    expect(body.revocations).toMatchObject([
      { kind: 'key', keyId: pack.key.keyId, reason, revokedBy: 'The administrator' },
    ]);
    const audit = (await (await prison.as('auditor')).call('GET', '/api/staff/audit')).body;
    expect(JSON.stringify(audit)).toContain(reason);
  }, 60_000);
});
