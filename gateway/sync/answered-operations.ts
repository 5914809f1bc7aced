import type { Kysely } from 'kysely';
import type { OperationId, TabletId } from '#protocol/ids.ts';
import { answerSchema, type Answer, type SealedOperation } from '#protocol/sync/operation.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { SyncTables } from './sync-tables.ts';

/** The answers already given to some of a push's operations. */
export type AnsweredOperations = {
  /**
   * The first answer again (SPEC PUSH-3); undefined for a new one. Another tablet or person who names an id that is
   * not theirs is refused without learning its answer.
   */
  readonly answerTo: (tabletId: TabletId, operation: SealedOperation) => Answer | undefined;
};

/** Looks the ids of a push up, with one read. */
export async function loadAnswered(tables: Kysely<SyncTables>, operations: readonly SealedOperation[]): Promise<AnsweredOperations> {
  const rows = await tables
    .selectFrom('operations')
    .select(['id', 'person', 'tablet', 'answer', 'commit_number'])
    .where('id', 'in', operations.map(({ id }) => idToBytes(id)))
    .execute();
  const byId = new Map(rows.map((row) => [bytesToId<OperationId>(row.id), row]));
  return {
    answerTo: (tabletId, operation) => {
      const row = byId.get(operation.id);
      if (row === undefined) return undefined;
      const own = bytesToId(row.tablet) === tabletId && bytesToId(row.person) === operation.personId;
      if (!own) return { id: operation.id, answer: 'refused', code: 'seal-broken', commit: row.commit_number, at: 0 };
      return answerSchema.parse(JSON.parse(row.answer));
    },
  };
}
