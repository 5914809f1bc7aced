import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALERT_SEAL_KIND, DEFAULT_ALERT_POLICY } from '#protocol/alerts/schema.ts';
import { parseCode } from '#protocol/enrolment/schema.ts';
import { makeUuidV7, type OperationId, type PersonId, type TabletId } from '#protocol/ids.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { sealPlain, plainSeals } from '../../tests/support/plain-seals.ts';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../../tests/support/running-gateway.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { startAlertClock } from './alert-clock.ts';
import { alertPolicyAt, createAlertPolicy } from './alert-policy.ts';
import { escalateOverdue } from './actions.ts';
import { createTakeAlerts } from './take-alerts.ts';
import type { DeskAlert } from './staff-api.ts';

let prison: GatewayInTest;
let administrator: Caller;
let desk: Caller;
let people = 2000;

beforeAll(async () => {
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
  desk = await prison.as('safer-custody');
});
afterAll(() => prison.close());

/** Of every cell of this file. */
const tablets: TabletId[] = [];
type Cell = { readonly browser: Caller; readonly tabletId: TabletId; readonly personId: PersonId };

async function addCell(cell: string): Promise<Cell> {
  const prisonerNumber = `A${String((people += 1))}BC`;
  const person = await administrator.call('POST', '/api/staff/people', { body: { prisonerNumber, firstName: 'Ray', lastName: cell, wing: 'A wing', cell } });
  const added = await administrator.call('POST', '/api/staff/tablets', { body: { name: `T-${cell}`, wing: 'A wing', cell } });
  const { tabletId } = added.body.tablet;
  tablets.push(tabletId);
  await administrator.call('PUT', `/api/staff/tablets/${tabletId}/people`, { body: { personIds: [person.body.personId] } });
  const browser = prison.browser();
  await browser.call('POST', '/tablet/enrol', { body: { code: parseCode(added.body.enrolmentCode.code), appVersion: '0.1.0' } });
  return { browser, tabletId, personId: person.body.personId };
}

const newId = () => makeUuidV7(Date.now(), randomBytes(10)) as OperationId;
const fromNobody = (id: string = newId()) => ({ id, personId: null, kind: 'asked-for-help', raisedAt: 5 });
const exchange = (browser: Caller, alerts: readonly unknown[], more: object = {}) =>
  browser.call('POST', '/tablet/exchange', { body: { protocol: PROTOCOL_VERSION, tabletTime: 0, mark: null, operations: [], streams: [{ stream: 'tablet', cursor: null }], alerts, ...more } });
const onDesk = async (cell: string): Promise<readonly DeskAlert[]> => (await desk.call('GET', '/api/staff/alerts')).body.alerts.filter((alert: DeskAlert) => alert.cell === cell);
const act = (who: Caller, alertId: string, path: string, body: object = {}) => who.call('POST', `/api/staff/alerts/${alertId}/${path}`, { body });

/** Takes sealed calls as the exchange does; the key is known for this person on this tablet alone. */
function takeFor({ tabletId, personId }: Cell, known = true) {
  const key = new Uint8Array([1]);
  const take = createTakeAlerts({
    database: prison.gateway.database,
    seals: plainSeals,
    people: { keysOf: async (tablet, person) => (known && tablet === tabletId && person === personId ? [key] : []), peopleOf: async () => new Set() },
    placeOf: async () => ({ name: 'T', wing: 'A wing', cell: `of ${tabletId}` }),
    randomBytes,
  });
  return (kind: string, id = newId(), person = personId, sealKind = ALERT_SEAL_KIND) => {
    const { enc, box } = sealPlain({ id, personId: person, sequence: 1 }, { kind: sealKind, composedAt: 7, payload: { kind } });
    return take(tabletId, [{ id, personId: person, enc, box }]);
  };
}

describe('a call for help', () => {
  it('ALERT-3 from the sign-in screen names the cell and nobody, is answered once it is committed, and twice is once', async () => {
    const cell = await addCell('1-01');
    const call = fromNobody();
    const first = await exchange(cell.browser, [call]);
    const again = await exchange(cell.browser, [call]);
    expect(first.body.alerts).toHaveLength(1);
    expect(again.body.alerts[0].alertId).toBe(first.body.alerts[0].alertId);
    expect(await onDesk('1-01')).toMatchObject([{ kind: 'asked-for-help', person: null, peopleOfCell: [expect.stringContaining('Ray 1-01')], wing: 'A wing', raisedAt: 5, repeats: 0, acknowledged: null }]);
  });

  it('ALERT-5 is seen by a named person, ended by one, and the tablet hears both times and no name', async () => {
    const cell = await addCell('1-02');
    const { alertId } = (await exchange(cell.browser, [fromNobody()])).body.alerts[0];
    expect((await act(desk, alertId, 'close', { outcome: 'seen-safe' })).body.code).toBe('alert-not-seen');
    expect((await act(desk, alertId, 'acknowledge')).status).toBe(200);
    expect((await act(desk, alertId, 'acknowledge')).body.code).toBe('alert-seen');
    expect((await act(desk, alertId, 'close', { outcome: 'seen-safe' })).status).toBe(200);
    expect((await act(desk, alertId, 'close', { outcome: 'seen-safe' })).body.code).toBe('alert-closed');
    const { changes } = (await exchange(cell.browser, [])).body.pages[0];
    expect(changes.filter((change: any) => change.record === 'alerts.state')).toEqual([{ record: 'alerts.state', id: alertId, put: { alertId, acknowledgedAt: expect.any(Number), closedAt: expect.any(Number) } }]);
    expect(await onDesk('1-02')).toMatchObject([{ acknowledged: { by: 'The safer-custody' }, closed: { outcome: 'seen-safe' } }]);
    const { body } = await (await prison.as('auditor')).call('GET', `/api/staff/audit?subject=${alertId}`);
    expect(body.entries.map((entry: any) => entry.action).sort()).toEqual(['alerts.acknowledge', 'alerts.close', 'alerts.raise']);
  });

  it('is told to more people when nobody has seen it in the policy’s time, and not before', async () => {
    const cell = await addCell('1-03');
    const governor = await prison.as('governor');
    const overdue = async () => (await governor.call('GET', '/api/staff/alerts/overdue')).body.alerts.filter((alert: DeskAlert) => alert.cell === '1-03');
    const { alertId } = (await exchange(cell.browser, [fromNobody()])).body.alerts[0];
    await prison.gateway.database.committer.submit(escalateOverdue);
    expect(await overdue()).toEqual([]);
    prison.moveClock(10 * 60_000);
    await prison.gateway.database.committer.submit(escalateOverdue);
    expect(await overdue()).toMatchObject([{ alertId, escalatedAt: expect.any(Number) }]);
    expect((await act(governor, alertId, 'acknowledge')).status).toBe(200);
  });

  it('of somebody signed in names them, with the kind that only the seal had', async () => {
    const cell = await addCell('1-04');
    await takeFor(cell)('worrying-answer');
    expect(await onDesk(`of ${cell.tabletId}`)).toMatchObject([{ kind: 'worrying-answer', person: { personId: cell.personId, name: 'Ray 1-04' }, raisedAt: 7 }]);
  });

  it('ALERT-4 in another’s name, with a broken seal or with another thing in it names nobody, and comes all the same', async () => {
    const cell = await addCell('1-05');
    const other = await addCell('1-06');
    const take = takeFor(cell);
    await take('worrying-answer', newId(), other.personId);
    await takeFor(cell, false)('worrying-answer');
    await take('worrying-answer', newId(), cell.personId, 'messaging.send');
    await take('a story about myself');
    expect(await onDesk(`of ${cell.tabletId}`)).toMatchObject([{ kind: 'unclear', person: null, repeats: 3 }]);
  });

  it('ALERT-4 a thousand times from one tablet is one on the desk, and hides nobody else’s', async () => {
    const [loud, quiet] = [await addCell('1-07'), await addCell('1-08')];
    for (let turn = 0; turn < 50; turn += 1) await exchange(loud.browser, Array.from({ length: 20 }, () => fromNobody()));
    await exchange(quiet.browser, [fromNobody()]);
    expect(await onDesk('1-07')).toMatchObject([{ repeats: 999 }]);
    expect(await onDesk('1-08')).toHaveLength(1);
  });

  it('ALERT-4 seen and made again is another, until a tablet calls so often that its calls are joined', async () => {
    const cell = await addCell('1-09');
    for (let turn = 0; turn < 15; turn += 1) {
      const { alertId } = (await exchange(cell.browser, [fromNobody()])).body.alerts[0];
      await act(desk, alertId, 'acknowledge');
    }
    expect(await onDesk('1-09')).toHaveLength(12);
  });

  it('ALERT-4 joined to one that was seen waits anew: its clock runs, the tablet is told, more people are', async () => {
    const cell = await addCell('1-11');
    let alertId = '';
    const call = async () => (await exchange(cell.browser, [fromNobody()])).body.alerts[0].alertId;
    for (let turn = 0; turn < 12; turn += 1) {
      alertId = await call();
      await act(desk, alertId, 'acknowledge');
    }
    prison.moveClock(4 * 60_000);
    expect(await call()).toBe(alertId);
    const joined = async () => (await onDesk('1-11')).find((alert) => alert.alertId === alertId);
    const { receivedAt = 0, dueAt = 0, ...rest } = (await joined()) ?? {};
    expect(rest).toMatchObject({ acknowledged: null, escalatedAt: null, repeats: 1 });
    expect(dueAt - receivedAt).toBeGreaterThanOrEqual((DEFAULT_ALERT_POLICY.escalateAfter + 4) * 60_000);
    const { changes } = (await exchange(cell.browser, [])).body.pages[0];
    expect(changes.findLast((change: any) => change.id === alertId).put).toMatchObject({ acknowledgedAt: null });
    await prison.gateway.database.committer.submit((tx) => escalateOverdue({ ...tx, now: dueAt - 1 }));
    expect((await joined())?.escalatedAt).toBeNull();
    await prison.gateway.database.committer.submit((tx) => escalateOverdue({ ...tx, now: dueAt }));
    expect((await joined())?.escalatedAt).toBe(dueAt);
    expect((await act(desk, alertId, 'acknowledge')).status).toBe(200);
  });

  it('ALERT-4 of one person is never joined to those of another in the cell, nor to those of nobody', async () => {
    const cell = await addCell('1-12');
    for (let turn = 0; turn < 12; turn += 1) await act(desk, (await exchange(cell.browser, [fromNobody()])).body.alerts[0].alertId, 'acknowledge');
    const [received] = await takeFor(cell)('worrying-answer');
    expect(await onDesk(`of ${cell.tabletId}`)).toMatchObject([{ alertId: received?.alertId, person: { personId: cell.personId }, acknowledged: null, repeats: 0 }]);
  });

  it('leaves in the audit who called, and never why: those who read it may not read the desk', async () => {
    const cell = await addCell('1-13');
    const [received] = await takeFor(cell)('worrying-answer');
    const { body } = await (await prison.as('auditor')).call('GET', `/api/staff/audit?subject=${received?.alertId ?? ''}`);
    expect(body.entries).toMatchObject([{ action: 'alerts.raise', detail: { person: cell.personId } }]);
    expect(JSON.stringify(body)).not.toContain('worrying');
  });

  it.each([
    ['words in it', { ...fromNobody(), text: 'I want to die' }],
    ['a score in it', { ...fromNobody(), score: 24 }],
    ['a worrying answer from nobody', { ...fromNobody(), kind: 'worrying-answer' }],
    ['no id', { ...fromNobody('x') }],
    ['a box of a megabyte', { id: newId(), personId: newId(), enc: 'a', box: 'a'.repeat(500_000) }],
    ['a list in its place', [[]]],
    ['itself as a prototype', JSON.parse('{"__proto__":{"kind":"asked-for-help"},"id":"x"}')],
  ])('with %s is no call, and nothing of it is kept', async (_what, alert) => {
    const cell = await addCell('1-10');
    expect((await exchange(cell.browser, [alert])).status).toBe(400);
    expect(await onDesk('1-10')).toEqual([]);
  });

  it('from nobody’s tablet is not taken: an address on the network is not a cell', async () => {
    expect((await exchange(prison.browser(), [fromNobody()])).status).toBe(401);
  });

  it('that is not there can be neither seen nor closed, and what is no id is no address', async () => {
    expect((await act(desk, newId(), 'acknowledge')).status).toBe(404);
    expect((await act(desk, newId(), 'close', { outcome: 'seen-safe' })).status).toBe(404);
    expect((await act(desk, encodeURIComponent("x' or 1=1"), 'acknowledge')).status).toBe(404);
    expect((await act(desk, newId(), 'close', { outcome: 'she said she is fine' })).status).toBe(400);
  });
});

describe('a tablet with an open call', () => {
  it('ALERT-6 is revoked, or loses somebody, only by staff who were told and say so', async () => {
    const cell = await addCell('2-01');
    await exchange(cell.browser, [fromNobody()]);
    const send = (method: string, path: string, body: object) => administrator.call(method, `/api/staff/tablets/${cell.tabletId}/${path}`, { body });
    expect((await send('POST', 'revoke', { reason: 'broken' })).body.code).toBe('alert-open');
    expect((await send('PUT', 'people', { personIds: [] })).body.code).toBe('alert-open');
    expect((await send('PUT', 'people', { personIds: [cell.personId] })).body.openAlerts).toBe(1);
    expect((await send('PUT', 'people', { personIds: [], despiteAlert: true })).status).toBe(200);
    expect((await send('POST', 'revoke', { reason: 'broken', despiteAlert: true })).body.state).toBe('revoked');
    expect(await onDesk('2-01')).toHaveLength(1);
  });
});

describe('the rules for calls', () => {
  it('are set by the governor from a date on, told to every tablet, and are the careful ones before', async () => {
    const cell = await addCell('3-01');
    const governor = await prison.as('governor');
    const before = (await governor.call('GET', '/api/staff/alerts/policies')).body;
    expect(before).toMatchObject({ inForce: { version: 0, worryingAnswers: true, askForHelp: true }, versions: [] });
    const rules = { worryingAnswers: false, askForHelp: true, escalateAfter: 5 };
    const now = Date.now() + 11 * 60_000;
    expect((await governor.call('POST', '/api/staff/alerts/policies', { body: { ...rules, effectiveFrom: 1 } })).body.code).toBe('policy-in-the-past');
    const set = await governor.call('POST', '/api/staff/alerts/policies', { body: { ...rules, effectiveFrom: now } });
    expect(set.body.versions).toMatchObject([{ version: 1, createdBy: 'The governor' }]);
    prison.moveClock(60 * 60_000);
    const alertClock = startAlertClock({ database: prison.gateway.database, clock: () => Date.now() + 70 * 60_000, allTablets: async () => [cell.tabletId], onError: (error) => { throw error; } });
    await alertClock.now();
    await alertClock.stop();
    const { changes } = (await exchange(cell.browser, [])).body.pages[0];
    expect(changes.filter((change: any) => change.record === 'alerts.policy')).toMatchObject([{ put: { version: 1, worryingAnswers: false, escalateAfter: 5 } }]);
  });

  it('are told to each tablet once: a quiet moment afterwards writes nothing', async () => {
    const { database } = prison.gateway;
    let jobs = 0;
    const counted: GatewayDatabase = { ...database, committer: { ...database.committer, submit: (job) => { jobs += 1; return database.committer.submit(job); } } };
    const alertClock = startAlertClock({ database: counted, clock: () => Date.now() + 70 * 60_000, allTablets: async () => tablets, onError: (error) => { throw error; } });
    await alertClock.now();
    const told = jobs;
    await alertClock.now();
    await alertClock.stop();
    expect(told).toBeGreaterThan(0);
    expect(jobs).toBe(told);
  });

  it('that were made later win, also over older ones that were dated for a later day', async () => {
    const { database } = prison.gateway;
    const DAY = 24 * 60 * 60_000;
    const set = (after: number, escalateAfter: number) =>
      database.committer.submit(async (tx) => {
        await createAlertPolicy(tx, { worryingAnswers: true, askForHelp: true, escalateAfter, effectiveFrom: tx.now + after }, 'g');
        return tx.now;
      });
    await set(10 * DAY, 30);
    const now = await set(0, 7);
    expect(await alertPolicyAt(database.reads(), now)).toMatchObject({ escalateAfter: 7 });
    expect(await alertPolicyAt(database.reads(), now + 11 * DAY)).toMatchObject({ escalateAfter: 7 });
    await set(2 * DAY, 9);
    expect(await alertPolicyAt(database.reads(), now + 11 * DAY)).toMatchObject({ escalateAfter: 9 });
  });
});
