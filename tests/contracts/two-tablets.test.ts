import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tabletIdSchema } from '#protocol/ids.ts';
import type { Plan, PlanOf } from '#protocol/selfhelp/plan.ts';
import type { Change } from '#protocol/sync/change.ts';
import { auditMigrations } from '../../gateway/audit/tables.ts';
import { openDatabase } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { applySelfhelpOperation } from '../../gateway/features/selfhelp/sync.ts';
import { selfhelpMigrations } from '../../gateway/features/selfhelp/tables.ts';
import type { PrivateRecordRow } from '../../gateway/private-records/keep-private-record.ts';
import { personAudience } from '../../gateway/sync/change-log.ts';
import type { OperationContext } from '../../gateway/sync/push-dependencies.ts';
import { syncMigrations, type SyncTables } from '../../gateway/sync/sync-tables.ts';
import { saveDraft, saveRecord } from '../../renderer/features/selfhelp/actions.ts';
import { selfhelpData } from '../../renderer/features/selfhelp/data.ts';
import { listRecords } from '../../renderer/features/selfhelp/queries.ts';
import { loadChoices } from '../../renderer/features/selfhelp/versions/load-choices.ts';
import { putTogether } from '../../renderer/features/selfhelp/versions/put-together.ts';
import { settleVersions, undoSettle } from '../../renderer/features/selfhelp/versions/settle.ts';
import { PERSON_ID, signedInPerson, type PersonHere } from '../support/signed-in-person.ts';

const walk: PlanOf<'if-then'> = { type: 'if-then', when: 'I get a call', then: 'I walk', triggers: [], timesUsed: 0, lastUsed: null, putAway: false };
let gateway: GatewayDatabase;
let clock = 1;

beforeEach(async () => {
  const opened = await openDatabase({ sqlitePath: ':memory:', migrations: [...auditMigrations, ...syncMigrations, ...selfhelpMigrations], clock: () => 1_790_000_000_000 });
  if (!opened.ok) throw new Error(opened.error.sentence);
  gateway = opened.value;
});
afterEach(() => gateway.close());

/** A tablet of the person; `like` another one, whose keys the recovery words brought. */
async function createTablet(like?: Tablet) {
  const here = await signedInPerson({ selfhelp: selfhelpData }, like?.here.keyring);
  const parts = { database: here.database, outbox: here.person.outbox };
  let [pushed, seen] = [0, -1];
  const push = async () => {
    const waiting = (await here.handedOver()).slice(pushed);
    for (const { id, kind, payload } of waiting) {
      const context = { personId: PERSON_ID, tabletId: tabletIdSchema.parse(PERSON_ID), now: 1 } as unknown as OperationContext;
      const answer = await gateway.committer.submit((tx) => applySelfhelpOperation(tx, { id, kind, payload } as never, context));
      expect(answer.ok).toBe(true);
    }
    pushed += waiting.length;
  };
  /** All that is new as one page: no change sees what another one of it writes. */
  const pull = async () => {
    const rows = await gateway.reads<SyncTables>().selectFrom('change_log').selectAll().where('audience', '=', personAudience(PERSON_ID)).where('commit_number', '>', seen).orderBy('commit_number').orderBy('ordinal').execute();
    const changes = rows.map(({ record, record_id: id, body }): Change => (body === null ? { record, id, removed: true } : { record, id, put: JSON.parse(body) as unknown }));
    await here.person.outbox.alone(async () => {
      const writes = [];
      for (const change of changes) writes.push(...(await selfhelpData.applyChange!(change, here.database)));
      for (const write of writes) await ('put' in write ? here.database.dexie.table(write.store).put(write.put) : here.database.dexie.table(write.store).delete(write.delete));
    });
    seen = Math.max(seen, ...rows.map(({ commit_number }) => commit_number));
  };
  const when = () => ({ day: '2026-11-20', now: (clock += 1) });
  return {
    here, push, pull, when, parts,
    save: async (body: Plan, recordId?: string) => {
      const saved = await saveRecord(parts, 'plan', body, { ...when(), recordId });
      return saved.ok ? saved.value : '';
    },
    plans: async () => (await listRecords(here.database, 'plan')).map(({ record }) => record.body),
    choice: async () => (await loadChoices(here.database, 'plan'))[0]?.versions ?? [],
    choices: async () => (await loadChoices(here.database, 'plan')).map(({ versions }) => versions.map(({ record }) => record.body)),
  };
}
type Tablet = { readonly here: PersonHere };
type FullTablet = Awaited<ReturnType<typeof createTablet>>;

const contact = async (...tablets: readonly FullTablet[]) => {
  for (const tablet of tablets) await tablet.push();
  for (const tablet of tablets) await tablet.pull();
};
const atGateway = () => gateway.reads<{ readonly selfhelp_records: PrivateRecordRow }>().selectFrom('selfhelp_records').selectAll().execute();

/** One plan on two tablets, changed on both while neither is in touch. */
async function twoVersions() {
  const one = await createTablet();
  const other = await createTablet(one);
  const id = await one.save(walk);
  await contact(one, other);
  await one.save({ ...walk, then: 'I draw' }, id);
  await one.save({ ...walk, then: 'I sing' }, id);
  await other.save({ ...walk, then: 'I read' }, id);
  await other.save({ ...walk, then: 'I sleep' }, id);
  return { one, other, id };
}
const thens = (bodies: readonly unknown[]) => bodies.map((body) => (body as PlanOf<'if-then'>).then);

describe('a plan that was changed on two tablets', () => {
  it('loses no version, whichever tablet was first and however often each changed it, and both tablets show the same', async () => {
    const { one, other } = await twoVersions();
    await contact(one, other);
    await contact(one, other);
    for (const tablet of [one, other]) {
      expect((await tablet.choices()).map(thens)).toEqual([['I sleep', 'I sing']]);
      expect(thens(await tablet.plans())).toEqual(['I sleep']);
    }
    expect(await atGateway()).toHaveLength(2);
  });

  it('goes on with two versions when one of them is changed again, and a third tablet gets both', async () => {
    const { one, other, id } = await twoVersions();
    await contact(one, other);
    await contact(one, other);
    await one.save({ ...walk, then: 'I knit' }, id);
    const third = await createTablet(one);
    await contact(one, other, third);
    for (const tablet of [one, other, third]) expect((await tablet.choices()).map((all) => thens(all).sort())).toEqual([['I knit', 'I sing']]);
  });

  it('keeps a tablet’s own version as a choice when that tablet goes on with the other’s', async () => {
    const one = await createTablet();
    const other = await createTablet(one);
    const id = await one.save(walk);
    await contact(one, other);
    await one.save({ ...walk, then: 'I draw' }, id);
    await other.save({ ...walk, then: 'I sing' }, id);
    await contact(one, other);
    await contact(one, other);
    expect(thens(await one.plans())).toEqual(['I sing']);
    await one.save({ ...walk, then: 'I sing', timesUsed: 1, when: 'Somebody rings' }, id);
    await contact(one, other);
    for (const tablet of [one, other]) expect((await tablet.choices()).map((all) => thens(all).sort())).toEqual([['I draw', 'I sing']]);
  });

  it('stands beside a version that came while it was a draft, whose writer never saw it', async () => {
    const one = await createTablet();
    const other = await createTablet(one);
    const id = await one.save(walk);
    await contact(one, other);
    const draft = `plan|${id}`;
    await saveDraft(one.parts, draft, { then: 'I dr' }, 1);
    await other.save({ ...walk, then: 'I sing' }, id);
    await contact(one, other);
    expect(thens(await one.plans())).toEqual(['I sing']);
    await saveDraft(one.parts, draft, { then: 'I draw' }, 2);
    expect((await saveRecord(one.parts, 'plan', { ...walk, then: 'I draw' }, { ...one.when(), recordId: id, draft })).ok).toBe(true);
    await contact(one, other);
    for (const tablet of [one, other]) expect((await tablet.choices()).map((all) => thens(all).sort())).toEqual([['I draw', 'I sing']]);
  });

  it('is no choice where a tablet itself saved something else while the draft was begun', async () => {
    const one = await createTablet();
    const id = await one.save(walk);
    const draft = `plan|${id}`;
    await saveDraft(one.parts, draft, { then: 'I dr' }, 1);
    await one.save({ ...walk, timesUsed: 1 }, id);
    await saveRecord(one.parts, 'plan', { ...walk, then: 'I draw', timesUsed: 1 }, { ...one.when(), recordId: id, draft });
    expect([thens(await one.plans()), await one.choices()]).toEqual([['I draw'], []]);
  });

  it('keeps a third version that came while the person was reading two', async () => {
    const { one, other, id } = await twoVersions();
    const third = await createTablet(one);
    await one.push();
    await third.pull();
    await third.save({ ...walk, then: 'I knit' }, id);
    await contact(one, other);
    await contact(one, other);
    const shown = await one.choice();
    await contact(third, one);
    expect((await settleVersions(one.parts, shown[0]!, shown, shown[0]!.record.body, one.when())).ok).toBe(true);
    expect((await one.choices()).flatMap(thens)).toContain('I knit');
  });

  it('is one again on both when the person has chosen on one of them, unplugged', async () => {
    const { one, other } = await twoVersions();
    await contact(one, other);
    await contact(one, other);
    const versions = await other.choice();
    const sing = versions.find(({ record }) => record.kind === 'plan' && record.body.type === 'if-then' && record.body.then === 'I sing')!;
    expect((await settleVersions(other.parts, sing, versions, sing.record.body, other.when())).ok).toBe(true);
    expect([thens(await other.plans()), await other.choices()]).toEqual([['I sing'], []]);
    await contact(other, one);
    for (const tablet of [one, other, await createTablet(one)]) {
      await tablet.pull();
      expect([thens(await tablet.plans()), await tablet.choices()]).toEqual([['I sing'], []]);
    }
    expect(await atGateway()).toHaveLength(1);
  });

  it('is one again also when the choice was made before this tablet’s own version had been sent', async () => {
    const { one, other } = await twoVersions();
    await one.push();
    await other.pull();
    const [sleep] = await other.choice();
    expect((await settleVersions(other.parts, sleep!, await other.choice(), sleep!.record.body, other.when())).ok).toBe(true);
    await contact(other, one);
    await contact(other, one);
    for (const tablet of [one, other]) expect([thens(await tablet.plans()), await tablet.choices()]).toEqual([['I sleep'], []]);
  });

  it('has both versions again on both tablets after the choice was undone', async () => {
    const { one, other } = await twoVersions();
    await contact(one, other);
    await contact(one, other);
    const [sleep] = await other.choice();
    const settled = await settleVersions(other.parts, sleep!, await other.choice(), sleep!.record.body, other.when());
    await contact(other, one);
    expect((await undoSettle(other.parts, settled.ok ? settled.value : expect.fail(), other.when())).ok).toBe(true);
    expect((await other.choices()).map((all) => thens(all).sort())).toEqual([['I sing', 'I sleep']]);
    await contact(other, one);
    for (const tablet of [one, other]) expect((await tablet.choices()).map((all) => thens(all).sort())).toEqual([['I sing', 'I sleep']]);
  });

  it('can be kept as two plans', async () => {
    const { one, other } = await twoVersions();
    await contact(one, other);
    await contact(one, other);
    const [sleep, sing] = await one.choice();
    await settleVersions(one.parts, sleep!, await one.choice(), sleep!.record.body, one.when(), sing!.record.body);
    await contact(one, other);
    for (const tablet of [one, other]) expect([thens(await tablet.plans()).sort(), await tablet.choices()]).toEqual([['I sing', 'I sleep'], []]);
  });
});

it('a list that each of two tablets began for itself is one thing: put together it is one list on both, and undone it is two', async () => {
  const one = await createTablet();
  const other = await createTablet(one);
  await one.save({ type: 'people-places', avoid: ['The yard'], seek: ['Mum'] });
  await other.save({ type: 'people-places', avoid: ['The shop'], seek: ['Mum'] });
  await contact(one, other);
  await contact(one, other);
  const [newer, older] = await one.choice();
  const together = putTogether(newer!.record, older!.record)!;
  const settled = await settleVersions(one.parts, newer!, await one.choice(), together, one.when());
  await contact(one, other);
  const list = { type: 'people-places', avoid: ['The shop', 'The yard'], seek: ['Mum'] };
  for (const tablet of [one, other]) expect([await tablet.plans(), await tablet.choices()]).toEqual([[list], []]);
  await undoSettle(one.parts, settled.ok ? settled.value : expect.fail(), one.when());
  await contact(one, other);
  for (const tablet of [one, other]) expect((await tablet.choices())[0]).toHaveLength(2);
});

it('what two tablets say alike is no choice, and a plan changed on one tablet after the other is none', async () => {
  const { one, other, id } = await (async () => {
    const first = await createTablet();
    const second = await createTablet(first);
    const plan = await first.save(walk);
    await contact(first, second);
    return { one: first, other: second, id: plan };
  })();
  await one.save({ ...walk, timesUsed: 1 }, id);
  await other.save({ ...walk, timesUsed: 1, lastUsed: '2026-11-20' }, id);
  await contact(one, other);
  await contact(one, other);
  for (const tablet of [one, other]) expect([await tablet.choices(), await tablet.plans()]).toMatchObject([[], [{ then: 'I walk' }]]);
  await one.save({ ...walk, then: 'I draw' }, id);
  await contact(one, other);
  await other.save({ ...walk, then: 'I sing' }, id);
  await contact(other, one);
  for (const tablet of [one, other]) expect([await tablet.choices(), thens(await tablet.plans())]).toEqual([[], ['I sing']]);
});
