import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import type { RecordId } from '#protocol/ids.ts';
import { fail } from '#protocol/result.ts';
import { answerAad, sharingOperations, sharingRecords, shareInfo, type Share, type SharedPage } from '#protocol/selfhelp/sharing.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import { PERSON_ID, signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { sealRow } from '../../../db/row-seal.ts';
import type { Outbox } from '../../../sync/outbox.ts';
import { createKeyPair, openSealed, type RawKeyPair } from '../../../vault/hpke.ts';
import { saveRecord } from '../actions.ts';
import { selfhelpData } from '../data.ts';
import { localToday } from '../use-diary.ts';
import { forgetShare, sharePage, takeBack } from './sharing-actions.ts';
import { listShares, loadReaders } from './sharing-queries.ts';
import { SHARES_STORE } from './sharing-tables.ts';
import { SharingScreen } from './sharing-screen.tsx';
// Loaded lazily by the screen; here ahead of it, so that a busy machine does not run out of time.
import '../../../ui/confirm-dialog.tsx';

const page: SharedPage = { title: 'My map', language: 'en', direction: 'ltr', madeAt: 1, blocks: [{ is: 'text', text: 'for my keyworker' }] };
const stay = () => undefined;
let here: PersonHere;
let role: RawKeyPair;

beforeEach(async () => {
  here = await signedInPerson({ selfhelp: selfhelpData });
  role = await createKeyPair();
  await putKey(role);
});
afterEach(async () => {
  cleanup();
  await here.close();
});

async function putKey(key: RawKeyPair, keyNumber = 1): Promise<void> {
  const put = { role: 'keyworker', keyNumber, publicKey: encodeBase64Url(key.publicKey) };
  for (const write of (await selfhelpData.applyTabletChange?.({ record: sharingRecords.roleKey, id: 'keyworker', put }, here.tablet)) ?? [])
    if ('put' in write) await here.tablet.dexie.table(write.store).put(write.put);
}

async function arrives(change: { readonly put: unknown } | { readonly removed: true }, id: string): Promise<void> {
  const writes = (await selfhelpData.applyChange?.({ record: sharingRecords.share, id, ...change }, here.database)) ?? [];
  await here.person.outbox.recordIntention({ writes, operations: [] });
}

async function showSharing(person = here.person): Promise<void> {
  await showScreen(<SharingScreen route={{ screen: 'sharing' }} go={stay} replace={stay} back={stay} home={stay} actNow={stay} />, { person, namespaces: ['sharing'] });
}

async function shared(): Promise<Share> {
  const [{ payload } = { payload: undefined }] = await here.handedOver();
  return payload as Share;
}

test('a page is sealed to the role before it waits, and only that role’s key opens it, for this person and time', async () => {
  expect((await sharePage(here.person, page, 'keyworker', 7, 1000)).ok).toBe(true);
  const share = await shared();
  expect(JSON.stringify(share)).not.toContain('for my keyworker');
  const info = shareInfo({ shareId: share.shareId, personId: PERSON_ID, role: 'keyworker', until: share.until });
  const plain = await openSealed(role, decodeBase64Url(share.enc), decodeBase64Url(share.box), info);
  expect(JSON.parse(new TextDecoder().decode(plain))).toMatchObject({ page });
  expect(await openSealed(role, decodeBase64Url(share.enc), decodeBase64Url(share.box), `${info}0`)).toBeUndefined();
  expect(await sharePage(here.person, page, 'healthcare', 7, 1000)).toEqual({ ok: false, error: { code: 'no-key' } });
});

test('openings and sealed answers arrive; when it is gone, its page is gone here too', async () => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now());
  const { shareId, until, note } = await shared();
  const [row] = await listShares(here.database, Date.now());
  const key = await crypto.subtle.importKey('raw', decodeBase64Url(row?.answerKey ?? ''), 'AES-GCM', false, ['encrypt']);
  const answer = { text: 'Come and see me', checkIn: { day: '2026-12-01', time: '10:00', place: 'Wing office' } };
  const box = encodeBase64Url(await sealRow(key, answer, answerAad(shareId, PERSON_ID)));
  const state = { shareId, role: 'keyworker', since: 5, until, note, openings: [{ by: 'Joss Penn', at: 6 }], answers: [{ answerId: PERSON_ID, by: 'Joss Penn', at: 7, box }] };
  await arrives({ put: state }, shareId);
  await showSharing();
  await screen.findByText(/Opened by Joss Penn/);
  expect(screen.getByText('Come and see me')).toBeDefined();
  expect(screen.getByText(/at 10:00, Wing office/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  await screen.findByText(/It is deleted at the prison/);
  fireEvent.click(screen.getAllByRole('button', { name: 'Take it back' }).at(-1) ?? document.body);
  await screen.findByText('Gone. Deleted at the prison.');
  expect((await listShares(here.database, Date.now()))[0]).toMatchObject({ state: 'ended', page: null });
});

test('what was on its way already is taken back by telling the gateway', async () => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now());
  const { shareId } = await shared();
  await here.markAttempted(shareId);
  await takeBack(here.person, shareId);
  expect((await here.handedOver()).at(-1)).toMatchObject({ kind: 'selfhelp.unshare', payload: { shareId } });
  expect((await listShares(here.database, Date.now()))[0]?.state).toBe('leaving');
  await arrives({ removed: true }, shareId);
  expect((await listShares(here.database, Date.now()))[0]?.state).toBe('ended');
});

test('a share that came before the recovery words opens once they are given, with what was answered', async () => {
  const elsewhere = await signedInPerson({ selfhelp: selfhelpData });
  const KEY = encodeBase64Url(new Uint8Array(32).fill(201));
  await elsewhere.database.adoptKeyring([KEY]);
  const shareId = '0197f3a0-3333-7abc-8def-000000000001' as RecordId;
  const answerKey = encodeBase64Url(new Uint8Array(32).fill(7));
  const note = encodeBase64Url(await elsewhere.database.sealBackup(SHARES_STORE, shareId, { title: page.title, page, answerKey, pad: '' }));
  const key = await crypto.subtle.importKey('raw', decodeBase64Url(answerKey), 'AES-GCM', false, ['encrypt']);
  const box = encodeBase64Url(await sealRow(key, { text: 'Come and see me', checkIn: null }, answerAad(shareId, PERSON_ID)));
  const state = { shareId, role: 'keyworker', since: 5, until: Date.now() + 1e9, note, openings: [], answers: [{ answerId: PERSON_ID, by: 'Joss Penn', at: 7, box }] };
  await arrives({ put: state }, shareId);
  expect(await listShares(here.database, Date.now())).toMatchObject([{ title: '', page: null, answers: [{ answer: null }] }]);
  await here.database.adoptKeyring([KEY]);
  await here.person.outbox.recordIntention({ writes: await here.person.reopenRecords(), operations: [] });
  expect(await listShares(here.database, Date.now())).toMatchObject([{ state: 'there', title: 'My map', page, answers: [{ answer: { text: 'Come and see me' } }] }]);
  await elsewhere.close();
});

test('CLOCK-1 a share whose time is over says so without a contact, and can be taken back all the same: the clock may be wrong', async () => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now() - 8 * 24 * 60 * 60 * 1000);
  const { shareId, until, note } = await shared();
  await arrives({ put: { shareId, role: 'keyworker', since: 5, until, note, openings: [], answers: [] } }, shareId);
  expect((await listShares(here.database, until - 1))[0]?.state).toBe('there');
  expect((await listShares(here.database, until))[0]?.state).toBe('over');
  await showSharing();
  await screen.findByText('Its time is over.');
  expect(screen.getByRole('region', { name: 'Taken back, or over' }).textContent).toContain('My map');
  expect(screen.queryByText('They can open it')).toBeNull();
  expect(screen.getByRole('button', { name: 'Take it back' })).toBeDefined();
  await here.markAttempted(shareId);
  await takeBack(here.person, shareId);
  expect((await listShares(here.database, until))[0]?.state, 'what was taken back says that').toBe('leaving');
});

test('one that the gateway refused can be taken out of the list', async () => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now());
  const { shareId } = await shared();
  const told = { id: shareId, kind: sharingOperations.share, answer: { answer: 'refused', code: 'rule', detail: 'share-key-old' } as Answer };
  await here.person.outbox.recordIntention({ writes: (await selfhelpData.applyAnswer?.(told, here.database)) ?? [], operations: [] });
  await showSharing();
  fireEvent.click(await screen.findByRole('button', { name: 'Remove it from the list' }));
  await screen.findByText('You share nothing now');
  expect(await listShares(here.database, Date.now())).toEqual([]);
});

test.each([
  ['is full', async () => fail({ code: 'storage-full' as const }), /This tablet is full/],
  ['fails', async () => { throw new Error('The vault is gone'); }, 'That did not work. Please try again.'],
])('taking back on a tablet that %s says so, and the share stays', async (_what, recordIntention, words) => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now());
  await here.markAttempted((await shared()).shareId);
  await showSharing({ ...here.person, outbox: { ...here.person.outbox, recordIntention } });
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  await screen.findByText(/It is deleted at the prison/);
  fireEvent.click(screen.getAllByRole('button', { name: 'Take it back' }).at(-1) ?? document.body);
  await screen.findByText(words);
  expect((await listShares(here.database, Date.now()))[0]?.state).toBe('waiting');
});

test('of two that were taken back, the gateway’s word on one ends that one alone', async () => {
  for (const days of [7, 14]) await sharePage(here.person, page, 'keyworker', days, Date.now());
  const ids = (await here.handedOver()).map(({ id }) => id as RecordId);
  for (const id of ids) {
    await here.markAttempted(id);
    await takeBack(here.person, id);
  }
  const first = (await here.handedOver()).find(({ kind, payload }) => kind === sharingOperations.unshare && (payload as { shareId: string }).shareId === ids[0]);
  const told = { id: first?.id ?? '', kind: sharingOperations.unshare, answer: { answer: 'accepted' } as Answer };
  await here.person.outbox.recordIntention({ writes: (await selfhelpData.applyAnswer?.(told, here.database)) ?? [], operations: [] });
  const states = new Map((await listShares(here.database, Date.now())).map(({ shareId, state }) => [shareId, state]));
  expect(ids.map((id) => states.get(id))).toEqual(['ended', 'leaving']);
});

/** What the gateway says, applied as a contact does it: in a turn of its own. */
function contact(change: { readonly put: unknown } | { readonly removed: true }, id: RecordId): Promise<unknown> {
  return here.person.outbox.recordIntention(async () => ({ writes: (await selfhelpData.applyChange?.({ record: sharingRecords.share, id, ...change }, here.database)) ?? [], operations: [] }));
}

test('taking back twice at once tells the gateway once, and the word on that ends it', async () => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now());
  const { shareId } = await shared();
  await here.markAttempted(shareId);
  await Promise.all([takeBack(here.person, shareId), takeBack(here.person, shareId)]);
  const told = (await here.handedOver()).filter(({ kind }) => kind === sharingOperations.unshare);
  expect(told).toHaveLength(1);
  const answer = { id: told[0]?.id ?? '', kind: sharingOperations.unshare, answer: { answer: 'accepted' } as Answer };
  await here.person.outbox.recordIntention({ writes: (await selfhelpData.applyAnswer?.(answer, here.database)) ?? [], operations: [] });
  expect((await listShares(here.database, Date.now()))[0]?.state).toBe('ended');
});

test('what a contact says just before a press stays: who opened it, or that it is gone', async () => {
  for (const days of [7, 14]) await sharePage(here.person, page, 'keyworker', days, Date.now());
  const [opened, gone] = (await here.handedOver()).map(({ payload }) => payload as Share);
  for (const share of [opened!, gone!]) await here.markAttempted(share.shareId);
  const state = { shareId: opened!.shareId, role: 'keyworker', since: 5, until: opened!.until, note: opened!.note, openings: [{ by: 'Joss Penn', at: 6 }], answers: [] };
  const first = contact({ put: state }, opened!.shareId);
  await Promise.all([first, takeBack(here.person, opened!.shareId), contact({ removed: true }, gone!.shareId), takeBack(here.person, gone!.shareId)]);
  const rows = new Map((await listShares(here.database, Date.now())).map((row) => [row.shareId, row]));
  expect(rows.get(opened!.shareId)).toMatchObject({ state: 'leaving', page: null, openings: [{ by: 'Joss Penn' }] });
  expect(rows.get(gone!.shareId)?.state).toBe('ended');
  expect((await here.handedOver()).filter(({ kind }) => kind === sharingOperations.unshare)).toHaveLength(1);
});

test('one that a contact says is there after all is not taken out of the list', async () => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now());
  const { shareId, until, note } = await shared();
  const told = { id: shareId, kind: sharingOperations.share, answer: { answer: 'refused', code: 'rule', detail: 'share-key-old' } as Answer };
  await here.person.outbox.recordIntention({ writes: (await selfhelpData.applyAnswer?.(told, here.database)) ?? [], operations: [] });
  await Promise.all([contact({ put: { shareId, role: 'keyworker', since: 5, until, note, openings: [], answers: [] } }, shareId), forgetShare(here.person, shareId)]);
  expect(await listShares(here.database, Date.now())).toMatchObject([{ state: 'there' }]);
});

test('another tablet of the person knows what is shared, and a role with another key than before is pointed out', async () => {
  await sharePage(here.person, page, 'keyworker', 7, Date.now());
  const { shareId, until, note } = await shared();
  await here.database.dexie.table('selfhelp_shares').clear();
  await arrives({ put: { shareId, role: 'keyworker', since: 5, until, note, openings: [], answers: [] } }, shareId);
  expect(await listShares(here.database, Date.now())).toMatchObject([{ title: 'My map', page, state: 'there' }]);
  await putKey(await createKeyPair(), 2);
  expect(await loadReaders(here.database, here.tablet)).toContainEqual({ role: 'keyworker', canRead: true, changed: true });
});

test('somebody picks a plan, a role and a time, sees the very page, and shares it, at the second try where the first fails', async () => {
  const answers = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((item) => [item, 1]));
  await saveRecord(here.person, 'measure', { instrument: 'phq-9', version: '1', language: 'en', window: null, about: null, answers }, { day: localToday(), now: Date.now() });
  await saveRecord(here.person, 'plan', { type: 'if-then', when: 'it gets loud', then: 'I breathe out slowly', triggers: [], timesUsed: 0, lastUsed: null, putAway: false }, { day: localToday(), now: Date.now() });
  let broken = true;
  const recordIntention: Outbox['recordIntention'] = async (intention) => {
    if (broken) throw new Error('The vault is gone');
    return here.person.outbox.recordIntention(intention);
  };
  const person = { ...here.person, outbox: { ...here.person.outbox, recordIntention } };
  await showScreen(<SharingScreen route={{ screen: 'sharing' }} go={stay} replace={stay} back={stay} home={stay} actNow={stay} />, { person, namespaces: ['sharing', 'plans', 'balance', 'selfhelp', 'measures', 'techniques'] });
  fireEvent.click(await screen.findByRole('button', { name: 'Share something' }));
  // A measure is offered with its sum, a practice by the technique's name.
  expect(await screen.findByRole('button', { name: /^PHQ-9/ })).toBeDefined();
  fireEvent.click(await screen.findByRole('button', { name: /it gets loud/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'My keyworker' }));
  fireEvent.click(await screen.findByRole('button', { name: '7 days' }));
  expect((await screen.findByRole('article')).textContent).toContain('Then: I breathe out slowly');
  fireEvent.click(screen.getByRole('button', { name: 'Share this page' }));
  await screen.findByText('That did not work. Please try again.');
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Share this page' }));
  await screen.findByText('On this tablet, not sent yet');
  expect((await here.handedOver()).map(({ kind }) => kind)).toEqual(['selfhelp.save', 'selfhelp.save', 'selfhelp.share']);
});
