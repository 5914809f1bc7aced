import { afterEach, expect, it } from 'vitest';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import { packStores } from './pack-stores.ts';
import { keepTrustedTime, loadTrustedTime, saveGatewayTime } from './trusted-time.ts';

const DAY = 24 * 3600 * 1000;
let database: TabletDatabase;
const open = async () => (database = await openTabletDatabase({ stores: packStores, personStores: [], name: 'trusted-time' }));
afterEach(() => { database.close(); });

it('CLOCK-1 the time is what the gateway said and what was counted since; a clock set wrong changes nothing', async () => {
  await open();
  expect(await loadTrustedTime(database, () => 0)).toBeUndefined();
  await saveGatewayTime(database, 100 * DAY, () => 500);
  expect(await loadTrustedTime(database, () => 500 + 8 * DAY)).toBe(108 * DAY);
  await keepTrustedTime(database, undefined, () => 500 + 8 * DAY);
});

it('what was counted is kept over a restart, what happened while the tablet was off is not guessed at', async () => {
  await open();
  expect(await loadTrustedTime(database, () => 7)).toBe(108 * DAY);
  expect(await loadTrustedTime(database, () => 7 + DAY)).toBe(109 * DAY);
});

it('a signed list from a later day proves that the day has come, an older one takes nothing back, and the gateway has the last word', async () => {
  await open();
  await keepTrustedTime(database, 120 * DAY, () => 0);
  expect(await loadTrustedTime(database, () => 0)).toBe(120 * DAY);
  await keepTrustedTime(database, 90 * DAY, () => 0);
  expect(await loadTrustedTime(database, () => 0)).toBe(120 * DAY);
  await saveGatewayTime(database, 110 * DAY, () => 0);
  expect(await loadTrustedTime(database, () => 0)).toBe(110 * DAY);
});

it('a disk without room keeps nobody from going on: the gateway’s word stands until the next start', async () => {
  await open();
  const full = (): never => { throw Object.assign(new Error('full'), { name: 'QuotaExceededError' }); };
  const table = database.dexie.table('packs_state');
  table.hook('creating', full);
  table.hook('updating', full);
  await saveGatewayTime(database, 130 * DAY, () => 0);
  await keepTrustedTime(database, undefined, () => DAY);
  expect(await loadTrustedTime(database, () => 2 * DAY)).toBe(132 * DAY);
});
