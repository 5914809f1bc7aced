import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCode } from '#protocol/enrolment/schema.ts';
import { EMPTY_MEMORY, type ReleaseMemory, takeRelease } from '#protocol/packs/release-memory.ts';
import { roleKeySchema, type SignedText, type TrustKey } from '#protocol/packs/roles.ts';
import { buildDemoPack, type DemoPack } from '../../tests/support/demo-pack.ts';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../../tests/support/running-gateway.ts';
import { makeRoles, makeTrustKey, testCrypto } from '../../tests/support/trust-keys.ts';

const PACK = 'using-this-tablet';
const root = makeTrustKey('root-1', 'root');
const pinned = { keys: [root.trusted], threshold: 1 };
let prison: GatewayInTest;
let administrator: Caller;
let education: Caller;
let tablet: Caller;
let pack: DemoPack;
let gatewayKey: TrustKey;
let memory: ReleaseMemory = EMPTY_MEMORY;

beforeAll(async () => {
  pack = buildDemoPack();
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
  education = await prison.as('education');
  gatewayKey = roleKeySchema.parse(JSON.parse(readFileSync(join(prison.folder, 'keys/release.public.json'), 'utf8')));
  const added = await administrator.call('POST', '/api/staff/tablets', { body: { name: 'one', wing: 'A', cell: '1' } });
  tablet = prison.browser();
  const code = parseCode(added.body.enrolmentCode.code);
  await tablet.call('POST', '/tablet/enrol', { body: { code, appVersion: '0.1.0' } });
}, 60_000);
afterAll(() => prison.close());

const bring = (roles: SignedText, who = administrator) => who.call('POST', '/api/staff/pack-roles', { body: roles });
const rolesOf = (version: number, ...keys: readonly TrustKey[]) =>
  makeRoles(version, [root.trusted, gatewayKey, ...keys], [root]);

/** What the tablet makes of the gateway's word now. */
async function listen(): Promise<ReleaseMemory> {
  const known = `roles=${String(memory.roles?.version ?? 0)}&serial=${String(memory.release?.content.serial ?? 0)}`;
  const { body } = await tablet.call('GET', `/tablet/release?${known}`);
  const taken = await takeRelease(memory, pinned, body, testCrypto);
  if (!taken.ok) throw new Error(taken.error.code);
  memory = taken.value;
  return memory;
}
const serial = () => memory.release!.content.serial;

describe('the signed list of what is live', () => {
  it('ROLE-1 is given once a roles document stands, which only an administrator brings and the root must have signed', async () => {
    expect((await tablet.call('GET', '/tablet/release')).body.code).toBe('not-found');
    const first = rolesOf(1, pack.key as TrustKey);
    expect((await bring(first, education)).body.code).toBe('not-allowed');
    expect(
      (await bring({ ...first, document: first.document.replace('"issuedAt":1', '"issuedAt":2') })).body.code,
    ).toBe('roles-refused');
    const look = async (roles: SignedText) => (await administrator.call('POST', '/api/staff/pack-roles/look', { body: roles })).body;
    expect(await look(first)).toMatchObject({ against: null, signers: ['root-1'], removed: [], before: null, refusal: null });
    expect((await look({ ...first, signatures: '[]' })).refusal).toBe('signature-missing');
    expect((await look({ ...first, document: '{}' })).code).toBe('roles-refused');
    expect((await bring(first)).status).toBe(200);
    const another = makeTrustKey('education-9', 'education').trusted;
    const next = await look(rolesOf(2, another));
    expect(next).toMatchObject({ against: 1, added: [another], removed: [pack.key], before: { packs: 1 }, rolesBefore: [] });
    expect((await bring(first)).body).toMatchObject({ code: 'roles-refused', detail: 'roles-rolled-back' });
    expect((await listen()).roles?.version).toBe(1);
    expect(memory.release?.content.packs).toEqual([]);
    const { body } = await administrator.call('GET', '/api/staff/pack-keys');
    expect(body.keys).toEqual([pack.key]);
    expect((await administrator.call('POST', '/api/staff/pack-keys', { body: pack.key })).body.code).toBe(
      'keys-by-roles',
    );
  });

  it('PACK-17 rises with what is published, taken back and let in again, and says so to every tablet alike', async () => {
    const before = serial();
    const edition = await education.call('POST', '/api/staff/packs', {
      body: pack.bytes,
      headers: { 'content-type': 'application/octet-stream' },
    });
    await education.call('POST', `/api/staff/packs/${PACK}/publications`, {
      body: { version: 1, audience: { kind: 'everyone' } },
    });
    await listen();
    expect(serial()).toBeGreaterThan(before);
    const { manifestSha256 } = edition.body;
    expect(memory.release?.content.packs).toEqual([
      { packId: PACK, version: 1, manifestSha256, everyone: true },
    ]);
    const published = serial();
    const revoked = await education.call('POST', '/api/staff/revocations', {
      body: { kind: 'pack', packId: PACK, version: 1, reason: 'A wrong number' },
    });
    await listen();
    expect(memory.release?.content).toMatchObject({ packs: [], revoked: { packs: [{ packId: PACK, version: 1 }] } });
    expect(serial()).toBeGreaterThan(published);
    const lift = `/api/staff/revocations/${revoked.body.revocationId}/lift`;
    await education.call('POST', lift, { body: { reason: 'It was right' } });
    await (await prison.as('security')).call('POST', `${lift}/agree`);
    expect((await listen()).release?.content.revoked.packs).toEqual([]);
  }, 60_000);

  it('ROLE-3 follows a new roles document: the keys that count here are its keys', async () => {
    const other = makeTrustKey('education-2', 'education');
    expect((await bring(rolesOf(2, other.trusted))).status).toBe(200);
    expect((await listen()).roles?.version).toBe(2);
    expect((await administrator.call('GET', '/api/staff/pack-keys')).body.keys).toEqual([other.trusted]);
    const refused = await education.call('POST', '/api/staff/packs', {
      body: pack.build(2),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(refused.body.detail).toBe('key-not-trusted');
  }, 60_000);

  it('is not sent again to a tablet that has it, and is issued anew after a day so that it never looks old', async () => {
    await listen();
    expect((await administrator.call('GET', '/api/staff/pack-release')).body.release).toMatchObject({
      ...{ serial: serial(), packs: 1, revoked: 0, given: true },
      nextAt: memory.release!.content.issuedAt + 24 * 3600 * 1000,
    });
    const known = `/tablet/release?roles=2&serial=${String(serial())}`;
    expect((await tablet.call('GET', known)).body).toEqual({ roles: [], release: null });
    expect((await tablet.call('GET', '/tablet/release?serial=minus')).body.code).toBe('invalid-request');
    const before = memory.release!.content;
    prison.moveClock(26 * 3600 * 1000);
    const after = (await listen()).release!.content;
    expect([after.serial > before.serial, after.issuedAt > before.issuedAt, after.packs]).toEqual([
      true,
      true,
      before.packs,
    ]);
  });
});
