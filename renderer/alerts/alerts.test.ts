import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeBase64Url } from '#protocol/base64.ts';
import type { PersonId, RecordId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { ExchangeReply, ExchangeRequest } from '#protocol/sync/exchange.ts';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import { carryOut } from '../db/open-dexie.ts';
import { createDexieSyncStore } from '../sync/dexie-sync-store.ts';
import { exchangeOnce } from '../sync/exchange-once.ts';
import { nextSyncStep } from '../sync/next-sync-step.ts';
import { createAlertPost } from './alert-post.ts';
import { alertStores, forgetOldCalls, loadAlertPolicy, loadCalls } from './alert-table.ts';
import { openCallOf } from './alerts-store.ts';
import { applyAlertChange } from './apply-alert-change.ts';
import { raiseAlert } from './raise-alert.ts';

const ada = '0197f3a0-1111-7abc-8def-000000000001' as PersonId;
const deskId = '0197f3a0-2222-7abc-8def-000000000009' as RecordId;
let tablet: TabletDatabase;
let requests: ExchangeRequest[] = [];
let replies: (Partial<ExchangeReply> | 'unreachable')[] = [];
let signedOut = false;
let vaultDead = false;
let count = 0;

const shell: Pick<ShellPort, 'exchange' | 'sealOperation'> = {
  sealOperation: ({ id, sequence, part }) =>
    vaultDead ? Promise.reject(new Error('The vault is gone')) : Promise.resolve(signedOut ? fail({ code: 'signed-out' }) : ok({ id, sequence, personId: ada, enc: '', box: encodeBase64Url(new TextEncoder().encode(JSON.stringify(part))) })),
  exchange: (request) => {
    requests.push(request);
    const reply = replies.shift() ?? {};
    if (reply === 'unreachable') return Promise.resolve(fail({ code: 'unreachable' }));
    return Promise.resolve(ok({ serverTime: 1, mark: 'm', restored: false, answers: [], pages: [], backedUpTo: 0, nextSyncAfter: 60_000, ...reply }));
  },
};

const open = () => openTabletDatabase({ stores: alertStores, personStores: [], name: `alerts-${String(count)}` });
beforeEach(async () => {
  [requests, replies, signedOut, vaultDead] = [[], [], false, false];
  count += 1;
  tablet = await open();
});
afterEach(() => { tablet.close(); });

const raise = (speaksFor: 'person' | 'cell') => raiseAlert({ database: tablet, shell, clock: () => 1_000, randomBytes: () => crypto.getRandomValues(new Uint8Array(10)), onStored: () => undefined }, speaksFor === 'person' ? 'worrying-answer' : 'asked-for-help', speaksFor);
const exchange = () => exchangeOnce({ store: createDexieSyncStore(tablet), alerts: createAlertPost(tablet), shell, clock: () => 1_000, report: () => Promise.resolve(undefined), applyTabletChange: (change) => applyAlertChange(change, tablet) });
const receive = async (): Promise<Partial<ExchangeReply>> => ({ alerts: (await loadCalls(tablet)).map(({ alert }) => ({ id: alert.id, alertId: deskId, receivedAt: 2 })) });
const state = (times: object) => ({ record: 'alerts.state', id: deskId, put: { alertId: deskId, acknowledgedAt: null, closedAt: null, ...times } });

describe('a call on the tablet', () => {
  test('ALERT-1 is on the disk when raising it is done, survives the page, and tells the disk nothing of its kind', async () => {
    await raise('person');
    tablet.close();
    tablet = await open();
    const [call] = await loadCalls(tablet);
    expect(call).toMatchObject({ personId: ada, raisedAt: 1_000, acknowledgedAt: null });
    expect(JSON.stringify({ ...call, alert: { ...call?.alert, box: '' } })).not.toContain('worrying');
  });

  test('from the sign-in or lock screen, or with keys that are gone, speaks for the cell', async () => {
    await raise('cell');
    signedOut = true;
    await raise('person');
    expect((await loadCalls(tablet)).map(({ alert }) => alert)).toMatchObject([{ personId: null, kind: 'asked-for-help' }, { personId: null, kind: 'asked-for-help' }]);
  });

  test('ALERT-1 with a vault that died is stored and sent all the same, for the cell', async () => {
    vaultDead = true;
    expect(await raise('person')).toEqual({ ok: true, value: null });
    expect((await loadCalls(tablet)).map(({ alert }) => alert)).toMatchObject([{ personId: null, kind: 'asked-for-help' }]);
    expect(await createAlertPost(tablet).urgency()).toBe('unsent');
  });

  test('ALERT-2 goes alone and first, and what else there is follows at once', async () => {
    await raise('person');
    replies = [await receive()];
    expect(await exchange()).toMatchObject({ outcome: 'reply', progress: true, more: true });
    await exchange();
    expect(requests[0]).toMatchObject({ operations: [], streams: [], alerts: [{ personId: ada }] });
    expect(requests[1]?.alerts).toBeUndefined();
    expect(requests[1]?.streams).toHaveLength(1);
  });

  test('ALERT-3 stays to be sent through cut lines and gateways that say nothing of it', async () => {
    await raise('person');
    replies = ['unreachable', {}, 'unreachable'];
    for (let turn = 0; turn < 3; turn += 1) await exchange();
    expect(requests.map((request) => request.alerts?.length)).toEqual([1, 1, 1]);
    expect(await createAlertPost(tablet).urgency()).toBe('unsent');
  });

  test('ALERT-3 is sent again to a gateway that was restored from before it, unless somebody had seen it', async () => {
    await raise('person');
    replies = [await receive(), { restored: true }];
    await exchange();
    await exchange();
    expect(await createAlertPost(tablet).unsent()).toHaveLength(1);
  });

  test('ALERT-5 is not seen until staff say so, and then when; what comes over is known after a restart', async () => {
    await raise('person');
    replies = [await receive()];
    await exchange();
    expect(await createAlertPost(tablet).urgency()).toBe('unseen');
    await carryOut(tablet.dexie, await applyAlertChange(state({ acknowledgedAt: 5 }), tablet));
    const calls = await loadCalls(tablet);
    expect(openCallOf(calls, ada)).toMatchObject({ acknowledgedAt: 5 });
    expect(openCallOf(calls, null)).toBeUndefined();
    expect(await createAlertPost(tablet).urgency()).toBe('none');
    expect(await applyAlertChange({ record: 'alerts.state', id: deskId, removed: true }, tablet)).toEqual([]);
  });

  test('one that was looked after leaves after a week, one that nobody has seen never does', async () => {
    await raise('person');
    await forgetOldCalls(tablet, 10 ** 12);
    expect(await loadCalls(tablet)).toHaveLength(1);
    replies = [await receive()];
    await exchange();
    await carryOut(tablet.dexie, await applyAlertChange(state({ acknowledgedAt: 5, closedAt: 6 }), tablet));
    await forgetOldCalls(tablet, 7 * 24 * 60 * 60_000 + 7);
    expect(await loadCalls(tablet)).toEqual([]);
  });
});

test('the rules are the careful ones until the gateway says otherwise', async () => {
  expect(await loadAlertPolicy(tablet)).toMatchObject({ version: 0, worryingAnswers: true, askForHelp: true });
  const put = { version: 3, worryingAnswers: false, askForHelp: false, escalateAfter: 5 };
  await carryOut(tablet.dexie, await applyAlertChange({ record: 'alerts.policy', id: 'policy', put }, tablet));
  expect(await loadAlertPolicy(tablet)).toEqual(put);
});

test('ALERT-2 while a call waits the tablet tries again within three seconds, and within ten until it is seen', () => {
  const failed = { last: { outcome: 'failure', failure: { code: 'unreachable' } } as const, failures: 12, jitter: 1 };
  expect(nextSyncStep({ ...failed, urgency: 'unsent' })).toEqual({ step: 'wait', milliseconds: 3_000 });
  expect(nextSyncStep({ ...failed, urgency: 'unseen' })).toEqual({ step: 'wait', milliseconds: 10_000 });
  expect(nextSyncStep({ ...failed, urgency: 'none' })).toMatchObject({ milliseconds: 900_000 });
});
