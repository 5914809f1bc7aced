import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeBase64Url } from '#protocol/base64.ts';
import { saveRecordSchema, type SaveRecord } from '#protocol/private-records/schema.ts';
import { type CheckIn } from '#protocol/selfhelp/schema.ts';
import { signedInPerson, type PersonHere } from '../../../tests/support/signed-in-person.ts';
import { saveCheckIn } from './actions.ts';
import { selfhelpData } from './data.ts';
import { countUnopened, loadPageOf, loadPages } from './queries.ts';
import { applySelfhelpChange } from './sync.ts';
import { selfhelpTables } from './tables.ts';

const page: CheckIn = { day: '2026-11-22', at: 5, mood: 2, craving: 9, sleep: 4, triggers: ['argument'], responses: ['waited'], note: 'CANARY-WORD' };
let here: PersonHere;
const parts = () => ({ database: here.database, outbox: here.person.outbox });
const boxes = async () => (await here.handedOver()).map(({ payload }) => saveRecordSchema.parse(payload));

beforeEach(async () => { here = await signedInPerson({ selfhelp: selfhelpData }); });
afterEach(async () => { await here.close(); });

describe('saving a day', () => {
  it('OUT-1 stores the page and its box together', async () => {
    expect((await saveCheckIn(parts(), page)).ok).toBe(true);
    expect((await loadPageOf(here.database, page.day))?.checkIn).toEqual(page);
    expect(await boxes()).toEqual([expect.objectContaining({ baseRevision: 0 })]);
  });

  it('the gateway gets nothing it could read, in steps of 256 bytes', async () => {
    await saveCheckIn(parts(), page);
    await saveCheckIn(parts(), { ...page, day: '2026-11-21', note: '' });
    const [long, short] = (await boxes()).map(({ box }) => decodeBase64Url(box));
    expect(new TextDecoder('latin1').decode(long)).not.toContain('CANARY');
    expect(long!.length % 256).toBe(0);
    expect(short!.length % 256).toBe(0);
  });

  it('the disk holds no word of it in clear', async () => {
    await saveCheckIn(parts(), page);
    const rows = await here.database.dexie.table('selfhelp_pages').toArray();
    const text = JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value));
    expect(text).not.toMatch(/CANARY|2026-11-22/);
  });

  it('the same day again is the same page, made from the one before', async () => {
    await saveCheckIn(parts(), page);
    await saveCheckIn(parts(), { ...page, mood: 4 });
    expect((await loadPages(here.database)).map(({ checkIn }) => checkIn.mood)).toEqual([4]);
    const saved = await boxes();
    expect(saved.map(({ baseRevision }) => baseRevision)).toEqual([0, 1]);
    expect(new Set(saved.map(({ recordId }) => recordId)).size).toBe(1);
  });
});

describe('what the gateway gives back', () => {
  const giveBack = async ({ recordId, box }: SaveRecord, revision: number) => {
    const writes = await applySelfhelpChange({ record: 'selfhelp.stored', id: recordId, put: { recordId, revision, box } }, here.database);
    await here.person.outbox.recordIntention({ writes, operations: [] });
  };

  it('becomes a page again on a tablet that lost it', async () => {
    await saveCheckIn(parts(), page);
    const [saved] = await boxes();
    await here.person.outbox.recordIntention({ writes: [selfhelpTables(here.database).pages.prepareDelete(saved!.recordId)], operations: [] });
    expect(await loadPages(here.database)).toEqual([]);
    await giveBack(saved!, 1);
    expect((await loadPages(here.database)).map(({ checkIn }) => checkIn)).toEqual([page]);
  });

  it('never puts an older page in the place of a newer one', async () => {
    await saveCheckIn(parts(), page);
    await saveCheckIn(parts(), { ...page, mood: 5 });
    const [older] = await boxes();
    await giveBack(older!, 1);
    expect((await loadPageOf(here.database, page.day))?.checkIn.mood).toBe(5);
  });

  it('is kept and counted where it does not open: moved, changed, or made with other keys', async () => {
    await saveCheckIn(parts(), page);
    const [saved] = await boxes();
    await giveBack({ ...saved!, recordId: '00000000-0000-7000-8000-0000000000ff' as SaveRecord['recordId'] }, 1);
    expect(await countUnopened(here.database)).toBe(1);
    expect(await loadPages(here.database)).toHaveLength(1);
  });
});
