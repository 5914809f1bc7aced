import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { recordIdSchema } from '#protocol/ids.ts';
import { saveRecordSchema, type SaveRecord } from '#protocol/private-records/schema.ts';
import type { BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import type { PlanOf } from '#protocol/selfhelp/plan.ts';
import { padToSteps } from '../../private-records/pad-to-steps.ts';
import { signedInPerson, type PersonHere } from '../../../tests/support/signed-in-person.ts';
import { loadDraft, saveDraft, saveRecord } from './actions.ts';
import { selfhelpData } from './data.ts';
import { countRecords, countUnopened, listBetween, listRecords, loadNewest, loadPageOf } from './queries.ts';
import { applySelfhelpChange } from './sync.ts';
import { selfhelpTables } from './tables.ts';

const page: CheckIn = { day: '2026-11-22', at: 5, mood: 2, craving: 9, sleep: 4, triggers: ['argument'], responses: ['waited'], note: 'CANARY-WORD' };
let here: PersonHere;
const parts = () => ({ database: here.database, outbox: here.person.outbox });
const saveDay = (body: CheckIn) => saveRecord(parts(), 'check-in', body, { day: body.day, now: body.at });
const pages = async () => (await listRecords(here.database, 'check-in')).map(({ record }) => record.body);
const boxes = async () => (await here.handedOver()).map(({ payload }) => saveRecordSchema.parse(payload));

beforeEach(async () => { here = await signedInPerson({ selfhelp: selfhelpData }); });
afterEach(async () => { await here.close(); });

const giveBack = async ({ recordId, box }: SaveRecord, revision: number) => {
  const writes = await applySelfhelpChange({ record: 'selfhelp.stored', id: recordId, put: { recordId, revision, box } }, here.database);
  await here.person.outbox.recordIntention({ writes, operations: [] });
};

describe('saving a day', () => {
  it('OUT-1 stores the page and its box together', async () => {
    expect((await saveDay(page)).ok).toBe(true);
    expect((await loadPageOf(here.database, page.day))?.record.body).toEqual(page);
    expect(await boxes()).toEqual([expect.objectContaining({ baseRevision: 0 })]);
  });

  it('the gateway gets nothing it could read, in steps of 256 bytes', async () => {
    await saveDay(page);
    await saveDay({ ...page, day: '2026-11-21', note: '' });
    const [long, short] = (await boxes()).map(({ box }) => decodeBase64Url(box));
    expect(new TextDecoder('latin1').decode(long)).not.toContain('CANARY');
    expect(long!.length % 256).toBe(0);
    expect(short!.length % 256).toBe(0);
  });

  it('the disk holds no word of it in clear', async () => {
    await saveDay(page);
    const rows = await here.database.dexie.table('selfhelp_pages').toArray();
    const text = JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value));
    expect(text).not.toMatch(/CANARY|2026-11-22/);
  });

  it('the same day again is the same page, made from the one before', async () => {
    await saveDay(page);
    await saveDay({ ...page, mood: 4 });
    expect((await pages()).map(({ mood }) => mood)).toEqual([4]);
    const saved = await boxes();
    expect(saved.map(({ baseRevision }) => baseRevision)).toEqual([0, 1]);
    expect(new Set(saved.map(({ recordId }) => recordId)).size).toBe(1);
  });
});

describe('saving and applying at once', () => {
  const plan: PlanOf<'if-then'> = { type: 'if-then', when: 'I get a call', then: 'I walk', triggers: [], timesUsed: 0, lastUsed: null, putAway: false };
  it('two saves of one plan come one after the other, and the second names the box of the first, whatever number that will get', async () => {
    const saved = await saveRecord(parts(), 'plan', plan, { day: page.day, now: 1 });
    const recordId = saved.ok ? saved.value : '';
    await Promise.all(['I draw', 'I sing'].map((then) => saveRecord(parts(), 'plan', { ...plan, then }, { day: page.day, now: 2, recordId })));
    const [first, second, third] = await boxes();
    expect([second!.baseBox, third!.baseBox]).toEqual([first!.box, second!.box]);
    expect((await listRecords(here.database, 'plan')).map(({ record }) => (record.body.type === 'if-then' ? record.body.then : ''))).toEqual(['I sing']);
  });

  it('a plan that the gateway has given back is named by its number', async () => {
    const saved = await saveRecord(parts(), 'plan', plan, { day: page.day, now: 1 });
    const [first] = await boxes();
    await giveBack(first!, 7);
    await saveRecord(parts(), 'plan', { ...plan, then: 'I draw' }, { day: page.day, now: 2, recordId: saved.ok ? saved.value : '' });
    expect((await boxes())[1]).toMatchObject({ baseRevision: 7 });
    expect((await boxes())[1]).not.toHaveProperty('baseBox');
  });

  it('nothing is saved while a page from the gateway is being applied', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => { release = resolve; });
    const order: string[] = [];
    const applied = here.person.outbox.alone(async () => { await gate; order.push('page'); });
    const saved = saveDay(page).then(() => order.push('day'));
    await loadNewest(here.database, 'map');
    release();
    await Promise.all([applied, saved]);
    expect(order).toEqual(['page', 'day']);
  });
});

describe('what the gateway gives back', () => {
  it('becomes a page again on a tablet that lost it', async () => {
    await saveDay(page);
    const [saved] = await boxes();
    await here.person.outbox.recordIntention({ writes: [selfhelpTables(here.database).records.prepareDelete(saved!.recordId)], operations: [] });
    expect(await pages()).toEqual([]);
    await giveBack(saved!, 1);
    expect(await pages()).toEqual([page]);
  });

  it('never puts an older page in the place of a newer one', async () => {
    await saveDay(page);
    await saveDay({ ...page, mood: 5 });
    const [older] = await boxes();
    await giveBack(older!, 1);
    expect((await loadPageOf(here.database, page.day))?.record.body.mood).toBe(5);
  });

  it('is kept and counted where it does not open: moved, changed, or made with other keys', async () => {
    await saveDay(page);
    const [saved] = await boxes();
    await giveBack({ ...saved!, recordId: '00000000-0000-7000-8000-0000000000ff' as SaveRecord['recordId'] }, 1);
    expect(await countUnopened(here.database)).toBe(1);
    expect(await pages()).toHaveLength(1);
  });
});

describe('pages of before there were kinds', () => {
  const firstRow = async (day: string) => {
    const recordId = recordIdSchema.parse(here.person.outbox.newId());
    const box = await here.database.seal('selfhelp_pages', recordId, { recordId, revision: 1, checkIn: { ...page, day } });
    await here.database.dexie.table('selfhelp_pages').put({ id: recordId, box, day: await here.database.blind('day', day) });
    return recordId;
  };

  it('are found by kind, by day and by month', async () => {
    await firstRow('2026-10-30');
    await saveDay(page);
    expect((await pages()).map(({ day }) => day)).toEqual(['2026-11-22', '2026-10-30']);
    expect((await loadPageOf(here.database, '2026-10-30'))?.record.kind).toBe('check-in');
    expect((await listBetween(here.database, 'check-in', '2026-10-01', '2026-10-31')).map(({ record }) => record.day)).toEqual(['2026-10-30']);
  });

  it('are counted by their days, with the pages of today', async () => {
    await firstRow('2026-10-30');
    await saveDay(page);
    await firstRow(page.day);
    expect(await countRecords(here.database, 'check-in')).toBe(2);
  });

  it('saved again they stay one page', async () => {
    const recordId = await firstRow(page.day);
    await saveDay({ ...page, mood: 5 });
    expect((await pages()).map(({ mood }) => mood)).toEqual([5]);
    expect((await boxes()).map((box) => [box.recordId, box.baseRevision])).toEqual([[recordId, 1]]);
  });

  it('come back from the gateway as they were put there', async () => {
    const recordId = recordIdSchema.parse(here.person.outbox.newId());
    const box = encodeBase64Url(await here.database.seal('selfhelp_pages', recordId, padToSteps({ checkIn: page })));
    await giveBack({ recordId, baseRevision: 0, box }, 1);
    expect(await pages()).toEqual([page]);
  });
});

describe('other kinds of record', () => {
  const map: BalanceMap = { items: [{ area: 'body', card: 'pain', words: '' }], hard: { body: 7 }, links: [], start: 'body' };

  it('every version of a map is kept, and none is overwritten', async () => {
    const first = await saveRecord(parts(), 'map', map, { day: '2026-11-01', now: 1 });
    await saveRecord(parts(), 'map', { ...map, hard: { body: 3 } }, { day: '2026-11-20', now: 2 });
    expect((await listRecords(here.database, 'map')).map(({ record }) => record.body.hard.body)).toEqual([3, 7]);
    expect(await saveRecord(parts(), 'map', map, { day: '2026-11-20', now: 3, recordId: first.ok ? first.value : '' })).toEqual({ ok: false, error: { code: 'never-overwritten' } });
    expect((await loadNewest(here.database, 'map'))?.record.body.hard.body).toBe(3);
  });

  it('a plan is replaced where it says so, and there is one profile', async () => {
    const plan: PlanOf<'if-then'> = { type: 'if-then', when: 'I get a call', then: 'I walk', triggers: ['phone-call'], timesUsed: 0, lastUsed: null, putAway: false };
    const saved = await saveRecord(parts(), 'plan', plan, { day: page.day, now: 1 });
    await saveRecord(parts(), 'plan', { ...plan, timesUsed: 1 }, { day: page.day, now: 2, recordId: saved.ok ? saved.value : '' });
    expect((await listRecords(here.database, 'plan')).map(({ record }) => record.body)).toEqual([{ ...plan, timesUsed: 1 }]);
    const profile = { welcomedAt: 1, asksUse: false };
    await saveRecord(parts(), 'profile', profile, { day: page.day, now: 1 });
    await saveRecord(parts(), 'profile', { ...profile, asksUse: true }, { day: page.day, now: 2 });
    expect((await listRecords(here.database, 'profile')).map(({ record }) => record.body.asksUse)).toEqual([true]);
  });

  it('a draft is encrypted, comes back, and is forgotten with the record that it became', async () => {
    await saveDraft(parts(), 'map', { words: 'CANARY-DRAFT' }, 5);
    expect(await loadDraft(here.database, 'map')).toEqual({ words: 'CANARY-DRAFT' });
    const rows = await here.database.dexie.table('selfhelp_drafts').toArray();
    expect(JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value))).not.toMatch(/CANARY|"map"/);
    await saveRecord(parts(), 'map', map, { day: page.day, now: 1, draft: 'map' });
    expect(await loadDraft(here.database, 'map')).toBeUndefined();
  });
});
