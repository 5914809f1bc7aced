import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { makeUuidV7, personIdSchema, recordIdSchema, tabletIdSchema, type PersonId, type RecordId } from '#protocol/ids.ts';
import { shareInfo, sharingOperations, sharingRecords, type ShareRole, type SharedPage } from '#protocol/selfhelp/sharing.ts';
import { changeSchema } from '#protocol/sync/change.ts';
import { makeKey, openDeskKey, openRoleKey, openSharedPage, sealAnswer, sealRoleKey, wrapDeskKey, type OpenKey } from '../../gateway/features/selfhelp/sharing/console/desk-keys.ts';
import type { OpenedShare, SharingDesk } from '../../gateway/features/selfhelp/sharing/staff-api.ts';
import { endShares } from '../../gateway/features/selfhelp/sharing/share-clock.ts';
import { applySharingOperation } from '../../gateway/features/selfhelp/sharing/take-shares.ts';
import type { SyncTables } from '../../gateway/sync/sync-tables.ts';
import { sealTo } from '../../renderer/vault/hpke.ts';
import { type Caller, type GatewayInTest, PASSWORD, signIn, startGatewayInTest } from '../support/running-gateway.ts';

const SECRET = 'the fox comes at half past nine';
const DAY = 24 * 60 * 60 * 1000;
const page: SharedPage = { title: 'My map', language: 'en', direction: 'ltr', madeAt: 1, blocks: [{ is: 'text', text: SECRET }] };
const answerKey = encodeBase64Url(new Uint8Array(32).fill(5));
const newId = (): RecordId => recordIdSchema.parse(makeUuidV7(Date.now(), randomBytes(10)));

let prison: GatewayInTest;
let keyworker: Caller;
let sam: PersonId;
let alex: PersonId;
let roleKey: OpenKey;
let desk: SharingDesk;
let ahead = 0;

beforeAll(async () => {
  prison = await startGatewayInTest();
  keyworker = await prison.as('keyworker');
  const administrator = await prison.as('administrator');
  await administrator.call('PUT', '/api/staff/establishment', { body: { name: 'HMP Test', wings: ['A wing'] } });
  const add = async (prisonerNumber: string) =>
    personIdSchema.parse((await administrator.call('POST', '/api/staff/people', { body: { prisonerNumber, firstName: 'Sam', lastName: 'Reed', wing: 'A wing', cell: '1-01' } })).body.personId);
  await administrator.call('POST', '/api/staff/tablets', { body: { name: 'A1', wing: 'A wing', cell: '1-01' } });
  [sam, alex] = [await add('A1234BC'), await add('A1234BD')];
});
afterAll(() => prison.close());

const readDesk = async (caller: Caller): Promise<SharingDesk> => (await caller.call('GET', '/api/staff/sharing')).body;

/** What a tablet hands over for a person, as the sync room would call it. */
function operation(personId: PersonId, kind: string, payload: unknown): Promise<string> {
  return prison.gateway.database.committer.submit(async (tx) => {
    const context = { tabletId: tabletIdSchema.parse('00000000-0000-4000-8000-0000000000aa'), personId, now: tx.now, receipt: 'r' };
    const outcome = await applySharingOperation(tx, { id: newId() as never, sequence: 1, kind, composedAt: tx.now, payload }, context);
    return outcome.ok ? 'accepted' : outcome.error.code;
  });
}

async function share(personId: PersonId, role: ShareRole = 'keyworker', until = Date.now() + 7 * DAY): Promise<{ readonly shareId: RecordId; readonly said: string; readonly payload: { readonly box: string } }> {
  const shareId = newId();
  const plain = new TextEncoder().encode(JSON.stringify({ page, answerKey, pad: '' }));
  const { enc, box } = await sealTo(decodeBase64Url(roleKey.publicKey), plain, shareInfo({ shareId, personId, role, until }));
  const payload = { shareId, role, keyNumber: desk.roleKey?.keyNumber ?? 1, until, enc: encodeBase64Url(enc), box: encodeBase64Url(box), note: 'bm90ZQ' };
  return { shareId, said: await operation(personId, sharingOperations.share, payload), payload };
}

/** Makes the caller's own key, and the role's where nobody has it. */
async function makeKeys(caller: Caller, password: string): Promise<{ readonly own: OpenKey; readonly roleKey: OpenKey; readonly status: number }> {
  const { staffId, role, roleKey: before } = await readDesk(caller);
  const own = await makeKey();
  await caller.call('PUT', '/api/staff/sharing/desk-key', { body: await wrapDeskKey(own, password, staffId) });
  const made = await makeKey();
  const keyNumber = (before?.keyNumber ?? 0) + 1;
  const grant = await sealRoleKey(made, { role, keyNumber, staffId }, own.publicKey);
  const { status } = await caller.call('POST', '/api/staff/sharing/role-key', { body: { keyNumber, publicKey: made.publicKey, grant } });
  return { own, roleKey: made, status };
}

const open = async (caller: Caller, shareId: string): Promise<{ readonly status: number; readonly body: OpenedShare }> => caller.call('POST', `/api/staff/sharing/shares/${shareId}/open`);

describe('what a person shares with a role', () => {
  it('needs a key of that role, which its first member makes and opens only with their password', async () => {
    ({ roleKey } = await makeKeys(keyworker, PASSWORD));
    desk = await readDesk(keyworker);
    if (desk.deskKey === null) throw new Error('no key');
    expect(await openDeskKey(desk.deskKey, 'another password entirely', desk.staffId)).toBeUndefined();
    const own = await openDeskKey(desk.deskKey, PASSWORD, desk.staffId);
    expect(own && (await openRoleKey(desk, own))).toEqual(roleKey);
    expect((await share(sam, 'healthcare')).said).toBe('share-key-old');
  });

  it('tells every tablet that key, in a record that a tablet can read: a reply with one that it cannot is refused whole', async () => {
    const rows = await prison.gateway.database.reads<SyncTables>().selectFrom('change_log').select(['record', 'record_id as id', 'body']).where('audience', 'like', 'tablet:%').execute();
    const told = rows.map(({ record, id, body }) => changeSchema.parse({ record, id, put: JSON.parse(body ?? 'null') }));
    expect(told).toContainEqual({ record: sharingRecords.roleKey, id: 'keyworker', put: { role: 'keyworker', keyNumber: 1, publicKey: roleKey.publicKey } });
  });

  it('is read by that role, in the audit and told to its person, and answered so that the gateway cannot read it', async () => {
    const { shareId, said } = await share(sam);
    expect(said).toBe('accepted');
    const opened = await open(keyworker, shareId);
    expect(await openSharedPage(opened.body, 'keyworker', roleKey)).toMatchObject({ page, answerKey });
    const answerId = newId();
    const box = await sealAnswer({ text: `About ${SECRET}`, checkIn: { day: '2026-12-01', time: '10:00', place: 'Wing office' } }, answerKey, shareId, answerId);
    const answered = { body: { answerId, box } };
    for (let times = 0; times < 2; times += 1) expect((await keyworker.call('POST', `/api/staff/sharing/shares/${shareId}/answers`, answered)).status).toBe(200);
    const [told] = await changesOf(sam, shareId);
    expect(told).toMatchObject({ openings: [{ by: 'The keyworker' }], answers: [{ answerId, box }] });
    const { body } = await (await prison.as('auditor')).call('GET', '/api/staff/audit');
    const audit = JSON.stringify(body);
    const entry = body.entries.find(({ action }: { action: string }) => action === 'sharing.share');
    expect(entry.detail, 'not with which role').toEqual({ shareId, until: expect.any(Number) });
    for (const action of ['sharing.share', 'sharing.open', 'sharing.answer']) expect(audit).toContain(action);
    expect(audit).not.toContain(SECRET);
  });

  it('opens with the new password after its reader changed theirs: the same key, wrapped anew', async () => {
    const { shareId } = await share(sam);
    const before = await readDesk(keyworker);
    const key = before.deskKey && (await openDeskKey(before.deskKey, PASSWORD, before.staffId));
    if (key === null || key === undefined) throw new Error('The desk has no key that the password opens.');
    for (const password of ['another password of theirs', PASSWORD]) {
      expect((await keyworker.call('PUT', '/api/staff/sharing/desk-key', { body: await wrapDeskKey(key, password, before.staffId) })).status).toBe(200);
      const after = await readDesk(keyworker);
      const own = after.deskKey && (await openDeskKey(after.deskKey, password, after.staffId));
      const opened = own && (await openRoleKey(after, own));
      expect(opened && (await openSharedPage((await open(keyworker, shareId)).body, 'keyworker', opened))?.page).toEqual(page);
    }
  });

  it('is no business of another role, nor of an administrator, and opens nowhere else', async () => {
    const { shareId } = await share(sam);
    for (const role of ['administrator', 'security', 'governor', 'moderator'] as const) expect((await open(await prison.as(role), shareId)).status, role).toBe(403);
    for (const role of ['healthcare', 'substance-misuse', 'tutor'] as const) {
      expect((await open(await prison.as(role), shareId)).status, role).toBe(404);
      expect((await readDesk(await prison.as(role))).shares, role).toEqual([]);
    }
    const { body } = await open(keyworker, shareId);
    expect(await openSharedPage({ ...body, share: { ...body.share, personId: alex } }, 'keyworker', roleKey)).toBeUndefined();
    expect(await openSharedPage({ ...body, share: { ...body.share, until: body.share.until + DAY } }, 'keyworker', roleKey)).toBeUndefined();
    expect(await openSharedPage(body, 'healthcare', roleKey)).toBeUndefined();
    expect(await openSharedPage(body, 'keyworker', await makeKey())).toBeUndefined();
  });

  it('stays shut to an administrator who resets the password of somebody who can read, and to a new account of the role', async () => {
    const { shareId } = await share(sam);
    const administrator = await prison.as('administrator');
    await administrator.call('POST', '/api/staff/accounts', { body: { username: 'newcomer', name: 'New Comer', role: 'keyworker', password: PASSWORD } });
    const newcomer = prison.browser();
    await signIn(newcomer, 'newcomer');
    const theirs = await makeKeys(newcomer, PASSWORD);
    expect(theirs.status, 'the role has a key already').toBe(409);
    const sees = await readDesk(newcomer);
    expect(sees.grant).toBeNull();
    expect(await openSharedPage((await open(newcomer, shareId)).body, 'keyworker', theirs.own)).toBeUndefined();
    expect((await newcomer.call('POST', '/api/staff/sharing/grants', { body: { staffId: sees.staffId, publicKey: theirs.own.publicKey, grant: { enc: 'AA', box: 'AA' } } })).status).toBe(404);
    await administrator.call('PATCH', `/api/staff/accounts/${desk.staffId}`, { body: { password: 'a password of the administrator' } });
    const thief = prison.browser();
    await signIn(thief, 'the-keyworker', 'a password of the administrator');
    const found = await readDesk(thief);
    expect(found.deskKey && (await openDeskKey(found.deskKey, 'a password of the administrator', found.staffId))).toBeUndefined();
    await administrator.call('PATCH', `/api/staff/accounts/${desk.staffId}`, { body: { password: PASSWORD } });
    await signIn(keyworker, 'the-keyworker');
    const [waiting] = (await readDesk(keyworker)).waiting;
    const grant = await sealRoleKey(roleKey, { role: 'keyworker', keyNumber: 1, staffId: sees.staffId }, waiting?.publicKey ?? '');
    expect((await keyworker.call('POST', '/api/staff/sharing/grants', { body: { staffId: sees.staffId, publicKey: waiting?.publicKey, grant } })).status).toBe(200);
    const letIn = await openRoleKey(await readDesk(newcomer), theirs.own);
    expect(letIn && (await openSharedPage((await open(newcomer, shareId)).body, 'keyworker', letIn))?.page).toEqual(page);
  });

  it('is gone when it was taken back: from the desk, from the stream and from every file of the gateway', async () => {
    const { shareId, payload } = await share(sam);
    expect(filesWith(payload.box.slice(0, 60))).not.toEqual([]);
    expect(await operation(alex, sharingOperations.unshare, { shareId })).toBe('accepted');
    expect((await open(keyworker, shareId)).status, 'somebody else takes nothing back').toBe(200);
    expect(await operation(sam, sharingOperations.unshare, { shareId })).toBe('accepted');
    expect(await operation(sam, sharingOperations.unshare, { shareId })).toBe('accepted');
    expect((await open(keyworker, shareId)).status).toBe(404);
    expect(await changesOf(sam, shareId)).toEqual([null]);
    await emptyLog();
    expect(filesWith(payload.box.slice(0, 60))).toEqual([]);
    expect(filesWith(SECRET), 'nor was it ever there in clear').toEqual([]);
  });

  it('is gone when its time is over, cannot be prolonged or sent again, and not shared for ever', async () => {
    const { shareId, payload } = await share(sam);
    expect(await operation(alex, sharingOperations.share, payload), 'a copy of another person').toBe('share-known');
    ahead = 8 * DAY;
    prison.moveClock(ahead);
    await signIn(keyworker, 'the-keyworker');
    expect((await open(keyworker, shareId)).status).toBe(404);
    expect((await readDesk(keyworker)).shares.map((one) => one.shareId)).not.toContain(shareId);
    await prison.gateway.database.committer.submit(endShares);
    expect(await changesOf(sam, shareId)).toEqual([null]);
    expect(await operation(sam, sharingOperations.share, payload)).toBe('share-over');
    expect((await share(sam, 'keyworker', Date.now() + 400 * DAY)).said).toBe('share-too-long');
    await emptyLog();
    expect(filesWith(payload.box.slice(0, 60))).toEqual([]);
  });
});

async function changesOf(personId: PersonId, id: string): Promise<unknown[]> {
  type Log = { readonly change_log: { readonly audience: string; readonly record_id: string; readonly body: string | null } };
  const rows = await prison.gateway.database.reads<Log>().selectFrom('change_log').select('body').where('audience', '=', `person:${personId}`).where('record_id', '=', id).execute();
  return rows.map(({ body }) => (body === null ? null : JSON.parse(body)));
}

/** What was written before is in the log of the database until that is written into it; a gateway does so by itself as it grows. */
async function emptyLog(): Promise<void> {
  await prison.gateway.close();
  prison = await startGatewayInTest({ folder: prison.folder, clockAhead: ahead });
  keyworker = prison.browser();
  await signIn(keyworker, 'the-keyworker');
}

/** Files of the gateway's data with these words, as UTF-8 or UTF-16. */
function filesWith(words: string): readonly string[] {
  const wanted = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  const files = readdirSync(prison.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => wanted.some((bytes) => readFileSync(file).includes(bytes)));
}
