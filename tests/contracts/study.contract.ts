import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditMigrations } from '../../gateway/audit/tables.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { countFeedback } from '../../gateway/features/education/study/feedback-queries.ts';
import { studyMigrations, type StudyTables } from '../../gateway/features/education/study/tables.ts';
import { takeFeedback, takePrivate } from '../../gateway/features/education/study/take-study.ts';
import { syncMigrations } from '../../gateway/sync/sync-tables.ts';
import type { ApplyOperation, OperationContext } from '../../gateway/sync/push-dependencies.ts';
import { personIdSchema, tabletIdSchema } from '#protocol/ids.ts';

const ITEM = { packId: 'fractions', activityId: 'fractions.halves' };

/** What learners keep for themselves and what they think of lessons, on one kind of database. `place` names a new, empty one. */
export function studyContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`notes, goals and feedback on ${name}`, () => {
    let database: GatewayDatabase;
    const sam = personIdSchema.parse(randomUUID());
    const rhys = personIdSchema.parse(randomUUID());

    beforeEach(async () => {
      const opened = await openDatabase({ ...(await place()), migrations: [...auditMigrations, ...syncMigrations, ...studyMigrations], clock: () => 1_790_000_000_000 });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
    });
    afterEach(() => database.close());

    /** Applies one operation as that person's; the code of the refusal, or `accepted`. */
    async function send(take: ApplyOperation, payload: unknown, personId = sam): Promise<string> {
      const context = { personId, tabletId: tabletIdSchema.parse(randomUUID()), now: 1_790_000_000_000 } as unknown as OperationContext;
      const operation = { id: randomUUID(), kind: 'education.any', payload } as never;
      const answer = await database.committer.submit((tx) => take(tx, operation, context));
      return answer.ok ? 'accepted' : answer.error.code;
    }
    const feedback = () => database.reads<StudyTables>().selectFrom('education_feedback').select(['liked', 'reason']).orderBy('liked').execute();
    const boxes = () => database.reads<StudyTables>().selectFrom('education_private').select(['person', 'revision', 'box']).orderBy('revision').execute();
    const save = (recordId: string, baseRevision: number, box = 'AAAA') => ({ recordId, baseRevision, box });

    it('a person has one opinion of a lesson: another one replaces it', async () => {
      expect(await send(takeFeedback, { ...ITEM, at: 1, liked: true, reason: 'useful' })).toBe('accepted');
      expect(await send(takeFeedback, { ...ITEM, at: 2, liked: false, reason: 'hard-to-understand' })).toBe('accepted');
      expect(await feedback()).toEqual([{ liked: 0, reason: 'hard-to-understand' }]);
      expect(await send(takeFeedback, { ...ITEM, at: 1, liked: true, reason: null }, rhys)).toBe('accepted');
      expect(await feedback()).toHaveLength(2);
    });

    it.each([
      ['words of one’s own', { ...ITEM, at: 1, liked: true, reason: 'useful', words: 'Hello' }],
      ['a reason that is none', { ...ITEM, at: 1, liked: true, reason: 'Officer Jones' }],
      ['a reason of the other side', { ...ITEM, at: 1, liked: true, reason: 'not-relevant' }],
      ['an item of another pack', { packId: 'other', activityId: ITEM.activityId, at: 1, liked: true, reason: null }],
      ['nothing', null],
      ['a list', [ITEM]],
    ])('refuses feedback with %s, and keeps nothing of it', async (_, payload) => {
      expect(await send(takeFeedback, payload)).toBe('payload-invalid');
      expect(await feedback()).toEqual([]);
    });

    it('a sealed note is kept as it came, and the next revision takes its place', async () => {
      const id = randomUUID();
      expect(await send(takePrivate, save(id, 0))).toBe('accepted');
      expect(await send(takePrivate, save(id, 1, 'BBBB'))).toBe('accepted');
      expect((await boxes()).map(({ revision, box }) => [revision, box])).toEqual([[2, 'BBBB']]);
    });

    it('two tablets that wrote from the same revision lose nothing: both are kept', async () => {
      const id = randomUUID();
      await send(takePrivate, save(id, 0));
      await send(takePrivate, save(id, 1, 'BBBB'));
      await send(takePrivate, save(id, 1, 'CCCC'));
      expect((await boxes()).map(({ box }) => box)).toEqual(['BBBB', 'CCCC']);
    });

    it('nobody writes over somebody else’s note by naming its id', async () => {
      const id = randomUUID();
      await send(takePrivate, save(id, 0));
      await send(takePrivate, save(id, 1, 'BBBB'), rhys);
      expect((await boxes()).map(({ box }) => box).sort()).toEqual(['AAAA', 'BBBB']);
    });

    it.each([
      ['a box too large', save(randomUUID(), 0, 'A'.repeat(130_001))],
      ['a box that is no base64url', save(randomUUID(), 0, 'Plain words!')],
      ['readable words beside the box', { ...save(randomUUID(), 0), title: 'My plan' }],
      ['an id that is none', save('1', 0)],
    ])('refuses a private record with %s', async (_, payload) => {
      expect(await send(takePrivate, payload)).toBe('payload-invalid');
      expect(await boxes()).toEqual([]);
    });
  });
}

describe('what staff see of feedback', () => {
  const said = (people: number) => countFeedback(Array.from({ length: people }, () => ({ activity_id: ITEM.activityId, liked: 1, reason: 'useful' })));

  it.each([[0, 0], [1, null], [4, null], [5, 5], [12, 12]])('%i people: shown as %s', (people, shown) => {
    expect(said(people).liked).toBe(shown);
    expect(said(people).reasons.find(({ reason }) => reason === 'useful')?.count).toBe(shown);
  });
});
