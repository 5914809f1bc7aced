import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
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
  await administrator.call('POST', '/api/staff/pack-keys', { body: pack.key });
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
  }, 30_000);

  it('is refused when one byte of it was changed', async () => {
    const changed = Buffer.from(pack.bytes);
    const middle = Math.floor(changed.length / 2);
    changed[middle] = changed[middle]! ^ 1;
    expect((await upload(changed)).body.code).toBe('pack-refused');
    expect((await upload(Buffer.from('not a pack at all'))).body.code).toBe('pack-refused');
  }, 30_000);

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
  }, 30_000);

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
  }, 30_000);

  it('is taken back from those it was for', async () => {
    const { browser } = await addTabletFor('E', 'A2005BC');
    const { body } = await education.call('GET', '/api/staff/packs');
    const everyone = body.packs[0].publications.find((publication: any) => publication.audience.kind === 'everyone');
    await education.call('DELETE', `/api/staff/publications/${everyone.publicationId}`);
    expect(await releasesOf(browser)).toEqual([]);
  });
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
    const lift = (caller: Caller) =>
      caller.call('POST', `/api/staff/revocations/${revoked.body.revocationId}/lift`, {
        body: { reason: 'The number was right after all' },
      });
    expect((await lift(education)).body.code).toBe('not-allowed');
    expect((await lift(await prison.as('security'))).status).toBe(200);
    expect(await releasesOf(browser)).toMatchObject([{ version: 4 }]);
  }, 30_000);

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
  }, 30_000);
});
