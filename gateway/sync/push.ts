import type { TabletId } from '#protocol/ids.ts';
import type { Answer, SealedOperation } from '#protocol/sync/operation.ts';
import { CommitFailure, type GatewayTransaction } from '../db/transaction.ts';
import { answerOne, keepAnswers, type OpenOrBroken, type PushLedger } from './answer-operation.ts';
import { loadAnswered } from './answered-operations.ts';
import type { PushDependencies } from './push-dependencies.ts';
import { chainOf } from './seals.ts';

/** Answers every operation of one push, in the order they came (SPEC PUSH-2). Never throws on what a tablet sent. */
export type Push = (tabletId: TabletId, operations: readonly SealedOperation[]) => Promise<readonly Answer[]>;

/** Builds the push side. One push is one job of the committer: its answers stand or fall together (PUSH-6, PUSH-7). */
export function createPush(dependencies: PushDependencies): Push {
  const { database } = dependencies;
  return async (tabletId, operations) => {
    if (operations.length === 0) return [];
    const answered = await loadAnswered(database.reads(), operations);
    const seen = operations.map((operation) => answered.answerTo(tabletId, operation));
    // A repeat after a lost reply is the common case in a storm: it needs no write, so it takes none.
    if (seen.every((answer) => answer !== undefined)) return seen;
    const opened = await openAll(dependencies, tabletId, operations);
    try {
      return await database.committer.submit((tx) => answerAll(dependencies, tx, tabletId, opened));
    } catch (error) {
      if (!(error instanceof CommitFailure)) throw error;
      return operations.map(({ id }) => ({ id, answer: 'retry', code: 'busy' }) as const);
    }
  };
}

/** Opens every box before the transaction begins: inside it, nothing may be awaited but the database. */
async function openAll(dependencies: PushDependencies, tabletId: TabletId, operations: readonly SealedOperation[]): Promise<readonly OpenOrBroken[]> {
  const assigned = await dependencies.people.peopleOf(tabletId);
  const keys = new Map<string, readonly Uint8Array[]>();
  for (const { personId } of operations) if (!keys.has(personId)) keys.set(personId, await dependencies.people.keysOf(tabletId, personId));
  return Promise.all(
    operations.map(async (operation): Promise<OpenOrBroken> => {
      const [newest, ...older] = keys.get(operation.personId) ?? [];
      // No key at all is what a restored gateway looks like before the person signs in anew: never refuse for that.
      if (newest === undefined) return { operation, state: 'no-key' };
      const opened = await dependencies.seals.openOperation(tabletId, operation, [newest, ...older]);
      const onTablet = assigned.has(operation.personId);
      if (opened === undefined) return { operation, state: 'broken', chains: [newest, ...older].map(chainOf), onTablet };
      return { operation, state: 'opened', chain: opened.chain, part: opened.part, onTablet };
    }),
  );
}

/** In the order of each person's sequence, whatever order they came in; answered in the order they came. */
async function answerAll(dependencies: PushDependencies, tx: GatewayTransaction, tabletId: TabletId, opened: readonly OpenOrBroken[]): Promise<readonly Answer[]> {
  const answered = await loadAnswered(tx.tables(), opened.map((each) => each.operation));
  const answers = new Map<string, Answer>();
  const ledger: PushLedger = { places: new Map(), answers: [] };
  for (const each of opened.toSorted((a, b) => a.operation.sequence - b.operation.sequence)) {
    const earlier = answers.get(each.operation.id) ?? answered.answerTo(tabletId, each.operation);
    answers.set(each.operation.id, earlier ?? (await answerOne(dependencies, tx, tabletId, each, ledger)));
  }
  await keepAnswers(tx, ledger);
  return opened.map(({ operation }) => answers.get(operation.id) ?? { id: operation.id, answer: 'retry', code: 'busy' });
}
