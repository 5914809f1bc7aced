import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemoPack, type DemoPack } from '../../tests/support/demo-pack.ts';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../../tests/support/running-gateway.ts';

const PACK = 'using-this-tablet';
let prison: GatewayInTest;
let administrator: Caller;
let education: Caller;
let security: Caller;
let pack: DemoPack;

beforeAll(async () => {
  pack = buildDemoPack();
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
  [education, security] = [await prison.as('education'), await prison.as('security')];
  for (const key of pack.keys) await administrator.call('POST', '/api/staff/pack-keys', { body: key });
}, 60_000);
afterAll(() => prison.close());

const bring = (bytes: Buffer) =>
  education.call('POST', '/api/staff/packs', { body: bytes, headers: { 'content-type': 'application/octet-stream' } });
const draft = (draftId: string, act: string, body: object, by = security) =>
  by.call('POST', `/api/staff/packs/drafts/${draftId}/${act}`, { body });
const editions = async () => (await education.call('GET', '/api/staff/packs')).body.packs.flatMap((one: any) => one.editions);

describe('a ready-made pack with one signature', () => {
  it('is no edition, and waits for nobody while this prison has no keys that could add what it lacks', async () => {
    expect((await bring(pack.build(1, ['education']))).body.code).toBe('keys-missing');
    expect(await editions()).toEqual([]);
    expect(readdirSync(join(prison.folder, 'incoming'))).toEqual([]);
    await administrator.call('POST', '/api/staff/pack-keys/own');
  }, 30_000);

  it('ADR-19 waits for a second person, who sees what it brings and whose approval adds the other signature', async () => {
    const bytes = pack.build(1, ['education']);
    const { body } = await bring(bytes);
    expect(body).toMatchObject({ packId: PACK, version: 1, signedBy: [{ role: 'education' }], lacks: ['security'] });
    const { draftId } = body;
    expect((await bring(bytes)).body.draftId).toBe(draftId);
    expect(await editions()).toEqual([]);
    const published = await education.call('POST', `/api/staff/packs/${PACK}/publications`, {
      body: { version: 1, audience: { kind: 'everyone' } },
    });
    expect(published.body.code).toBe('not-found');
    const seen = (await security.call('GET', `/api/staff/packs/drafts/${draftId}`)).body;
    expect(seen).toMatchObject({ state: 'submitted', mayDecide: true, facts: null, readyMade: [{ role: 'education' }] });
    const { difference } = (await security.call('GET', `/api/staff/packs/drafts/${draftId}/difference`)).body;
    expect(difference.items.added.length).toBeGreaterThan(0);
    const { manifestSha256 } = seen;
    expect((await draft(draftId, 'approve', { manifestSha256 }, education)).body.code).toBe('own-work');
    expect((await draft(draftId, 'check', {}, education)).body.code).toBe('draft-stage');
    expect((await draft(draftId, 'approve', { manifestSha256 })).status).toBe(200);
    const [edition] = await editions();
    expect(edition.signedBy.map((signer: any) => signer.role).sort()).toEqual(['education', 'security']);
    expect((await bring(bytes)).body).toMatchObject({ version: 1, manifestSha256 });
  }, 60_000);

  it('of security has whoever brings it sign for education, and is thrown away when it comes back', async () => {
    const { draftId, lacks } = (await bring(pack.build(2, ['security']))).body;
    expect(lacks).toEqual(['education']);
    expect((await draft(draftId, 'return', { reason: 'Not for cells.' })).status).toBe(200);
    expect((await draft(draftId, 'submit', {}, education)).body.code).toBe('draft-stage');
    const change = await education.call('PATCH', `/api/staff/packs/drafts/${draftId}`, { body: { subject: 'maths' } });
    expect(change.body.code).toBe('draft-stage');
    expect((await education.call('DELETE', `/api/staff/packs/drafts/${draftId}`)).status).toBe(200);
    expect(existsSync(join(prison.folder, 'drafts', draftId))).toBe(false);
  }, 60_000);

  it('PACK-5 is refused at once when it is older than an edition here, and comes in at once when two people signed it', async () => {
    expect((await bring(pack.build(3))).body).toMatchObject({ version: 3, receivedBy: 'The education' });
    expect((await bring(pack.build(2, ['education']))).body.code).toBe('version-must-rise');
    const ids = (await editions()).map((edition: any) => edition.version);
    expect(ids).toEqual([3, 1]);
  }, 60_000);
});
