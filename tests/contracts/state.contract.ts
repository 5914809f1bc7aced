import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isNewerState, STATE_KIND, type ActivityState } from '#protocol/education/state.ts';
import { personIdSchema, tabletIdSchema, type PersonId } from '#protocol/ids.ts';
import { MAX_STATE_LENGTH } from '#protocol/shell/player.ts';
import { auditMigrations } from '../../gateway/audit/tables.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { idToBytes } from '../../gateway/db/id-bytes.ts';
import { stateMigrations, type StateTables } from '../../gateway/features/education/state-tables.ts';
import { takeState } from '../../gateway/features/education/take-state.ts';
import { personAudience } from '../../gateway/sync/change-log.ts';
import { startHistory } from '../../gateway/sync/history.ts';
import { createPull, type Pull } from '../../gateway/sync/pull.ts';
import type { OperationContext } from '../../gateway/sync/push-dependencies.ts';
import { syncMigrations } from '../../gateway/sync/sync-tables.ts';

const NOW = 1_790_000_000_000;

/** What players keep for the people, on one kind of database. `place` names a new, empty one. */
export function stateContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`the state of an activity on ${name}`, () => {
    let database: GatewayDatabase;
    let pull: Pull;
    const sam = personIdSchema.parse(randomUUID());
    const rhys = personIdSchema.parse(randomUUID());

    beforeEach(async () => {
      const opened = await openDatabase({ ...(await place()), migrations: [...auditMigrations, ...syncMigrations, ...stateMigrations], clock: () => NOW });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
      pull = createPull(database, await startHistory(database, 'boot-1'), Buffer.alloc(32, 7));
    });
    afterEach(() => database.close());

    const state = (at: number, text: string, stateId: string = randomUUID()) =>
      ({ stateId, packId: 'golf', packVersion: 1, activityId: 'golf.one', at, state: text }) as ActivityState;

    /** Applies one operation as that person's; the code of the refusal, or `accepted`. */
    async function send(payload: unknown, personId: PersonId = sam): Promise<string> {
      const context = { personId, tabletId: tabletIdSchema.parse(randomUUID()), now: NOW } as unknown as OperationContext;
      const operation = { id: randomUUID(), kind: STATE_KIND, payload } as never;
      const answer = await database.committer.submit((tx) => takeState(tx, operation, context));
      return answer.ok ? 'accepted' : answer.error.code;
    }
    /** What a tablet that knows nothing yet is told of this person. */
    const toldTo = async (personId: PersonId) => (await pull(personAudience(personId), null)).changes;
    async function keptFor(personId: PersonId): Promise<readonly string[]> {
      const rows = await database.reads<StateTables>().selectFrom('education_states').select('body').where('person', '=', idToBytes(personId)).orderBy('at').execute();
      return rows.map(({ body }) => (JSON.parse(body) as ActivityState).state);
    }

    it('another tablet gets the newest by pull, and what it replaced is kept', async () => {
      const [first, second] = [state(1, 'slide 2'), state(2, 'slide 5')];
      for (const each of [first, second]) expect(await send(each)).toBe('accepted');
      expect(await toldTo(sam)).toEqual([{ record: STATE_KIND, id: 'golf.one', put: second }]);
      expect(await keptFor(sam)).toEqual(['slide 2', 'slide 5']);
    });

    it('a state that comes late from a tablet long offline does not count, and is kept', async () => {
      const newer = state(5, 'slide 9');
      await send(newer);
      expect(await send(state(3, 'slide 4'))).toBe('accepted');
      expect(await toldTo(sam)).toEqual([{ record: STATE_KIND, id: 'golf.one', put: newer }]);
      expect(await keptFor(sam)).toEqual(['slide 4', 'slide 9']);
    });

    it('of two with one time the higher id counts, in either order: as the tablet chooses', async () => {
      const pair = [state(1, 'one'), state(1, 'other')] as const;
      const winner = isNewerState(...pair) ? pair[0] : pair[1];
      for (const each of pair) await send(each);
      for (const each of [...pair].reverse()) await send(each, rhys);
      expect(await toldTo(sam)).toEqual([{ record: STATE_KIND, id: 'golf.one', put: winner }]);
    });

    it('keeps the newest and two more of each activity, so that years of contacts do not pile up', async () => {
      for (const at of [3, 1, 5, 2, 4]) await send(state(at, String(at)));
      expect(await keptFor(sam)).toEqual(['3', '4', '5']);
    });

    it('the same state sent again changes nothing', async () => {
      const once = state(1, 'slide 2');
      await send(once);
      const before = await pull(personAudience(sam), null);
      expect(await send(once)).toBe('accepted');
      expect(await pull(personAudience(sam), before.nextCursor)).toMatchObject({ kind: 'changes', changes: [] });
      expect(await keptFor(sam)).toEqual(['slide 2']);
    });

    it('nobody writes over somebody else’s state by naming its id, or sees it', async () => {
      const hers = state(1, 'hers');
      await send(hers);
      await send({ ...hers, at: 9, state: 'mine now' }, rhys);
      expect(await keptFor(sam)).toEqual(['hers']);
      expect(await toldTo(sam)).toEqual([{ record: STATE_KIND, id: 'golf.one', put: hers }]);
      expect(await toldTo(rhys)).toEqual([]);
    });

    it.each([
      ['more than a player may keep', state(1, 'x'.repeat(MAX_STATE_LENGTH + 1))],
      ['an activity of another pack', { ...state(1, 'a'), packId: 'other' }],
      ['an id that is none', state(1, 'a', '1')],
      ['a time before 1970', state(-1, 'a')],
      ['a person to keep it for', { ...state(1, 'a'), personId: randomUUID() }],
      ['no text', { ...state(1, 'a'), state: { slide: 2 } }],
      ['nothing', null],
      ['a list', [state(1, 'a')]],
    ])('refuses %s, and keeps nothing of it', async (_, payload) => {
      expect(await send(payload)).toBe('payload-invalid');
      expect(await keptFor(sam)).toEqual([]);
      expect(await toldTo(sam)).toEqual([]);
    });
  });
}
