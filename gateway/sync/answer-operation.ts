import type { Insertable } from 'kysely';
import type { TabletId } from '#protocol/ids.ts';
import { neverReached } from '#protocol/result.ts';
import { WITHDRAWN_KIND, type Answer, type SealedOperation, type SealedPart } from '#protocol/sync/operation.ts';
import { idToBytes } from '../db/id-bytes.ts';
import { CommitFailure, type GatewayTransaction } from '../db/transaction.ts';
import type { PushDependencies } from './push-dependencies.ts';
import type { SyncTables } from './sync-tables.ts';

/** One operation of a push after its box was tried. */
export type OpenOrBroken =
  | { readonly operation: SealedOperation; readonly state: 'no-key' }
  | { readonly operation: SealedOperation; readonly state: 'broken'; readonly chains: readonly string[]; readonly onTablet: boolean }
  | { readonly operation: SealedOperation; readonly state: 'opened'; readonly chain: string; readonly part: SealedPart; readonly onTablet: boolean };

type Dependencies = Pick<PushDependencies, 'features' | 'receiptOf' | 'onFault'>;
type WithKey = Exclude<OpenOrBroken, { state: 'no-key' }>;
type Judged = { readonly accepted: true } | { readonly accepted: false; readonly code: RefusalCode; readonly detail?: string };
type RefusalCode = Extract<Answer, { answer: 'refused' }>['code'];

/** What one push has found out and still has to write: each place in an order is read once, all answers are one insert. */
export type PushLedger = { readonly places: Map<string, number>; readonly answers: Insertable<SyncTables['operations']>[] };

/** Answers one operation that has no answer yet, applies it in the job's transaction, and notes the answer in the ledger. */
export async function answerOne(dependencies: Dependencies, tx: GatewayTransaction, tabletId: TabletId, each: OpenOrBroken, ledger: PushLedger): Promise<Answer> {
  const { operation } = each;
  const { id } = operation;
  if (each.state === 'no-key') return { id, answer: 'retry', code: 'busy' };
  const { chain, next } = await findPlace(tx, tabletId, each, ledger);
  if (operation.sequence > next) return { id, answer: 'retry', code: 'gap' };
  // Not kept: its place in the order belongs to another operation. Commit 0 is in every back-up.
  if (operation.sequence < next) return { id, answer: 'refused', code: 'sequence-reused', commit: 0, at: tx.now };
  const judged = await judge(dependencies, tx, tabletId, each);
  const answer: Answer = judged.accepted
    ? { id, answer: 'accepted', receipt: dependencies.receiptOf(id), commit: tx.commit, at: tx.now }
    : { id, answer: 'refused', code: judged.code, ...(judged.detail === undefined ? {} : { detail: judged.detail }), commit: tx.commit, at: tx.now };
  noteAnswer(tx, tabletId, each, chain, answer, ledger);
  return answer;
}

/** The order an operation belongs to. A broken one cannot say, so it takes the order in which its place is next. */
async function findPlace(tx: GatewayTransaction, tabletId: TabletId, each: WithKey, ledger: PushLedger): Promise<{ readonly chain: string; readonly next: number }> {
  const chains = each.state === 'opened' ? [each.chain] : each.chains;
  const places: { readonly chain: string; readonly next: number }[] = [];
  for (const chain of chains) places.push({ chain, next: ledger.places.get(placeName(each.operation, chain)) ?? (await nextSequence(tx, tabletId, each.operation, chain)) });
  const [newest = { chain: '', next: 1 }] = places;
  return places.find((place) => place.next === each.operation.sequence) ?? newest;
}

/** The one place in a person's order that may be filled now (SPEC PUSH-5). */
async function nextSequence(tx: GatewayTransaction, tabletId: TabletId, operation: SealedOperation, chain: string): Promise<number> {
  const row = await tx
    .tables<SyncTables>()
    .selectFrom('operations')
    .select('sequence')
    .where('person', '=', idToBytes(operation.personId))
    .where('tablet', '=', idToBytes(tabletId))
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.sequence ?? 0) + 1;
}

async function judge(dependencies: Dependencies, tx: GatewayTransaction, tabletId: TabletId, each: WithKey): Promise<Judged> {
  if (!each.onTablet) return { accepted: false, code: 'person-not-on-tablet' };
  switch (each.state) {
    case 'broken':
      return { accepted: false, code: 'seal-broken' };
    case 'opened':
      return each.part.kind === WITHDRAWN_KIND ? { accepted: true } : applyByFeature(dependencies, tx, tabletId, each.operation, each.part);
    default:
      return neverReached(each);
  }
}

/** Undoes a feature's writes when it says no. */
class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

async function applyByFeature(dependencies: Dependencies, tx: GatewayTransaction, tabletId: TabletId, operation: SealedOperation, part: SealedPart): Promise<Judged> {
  const { id, personId, sequence } = operation;
  const apply = dependencies.features.get(part.kind.split('.')[0] ?? '');
  if (apply === undefined) return { accepted: false, code: 'kind-unknown' };
  const context = { tabletId, personId, now: tx.now, receipt: dependencies.receiptOf(id) };
  try {
    await tx.attempt(async () => {
      const outcome = await apply(tx, { id, sequence, kind: part.kind, composedAt: part.composedAt, payload: part.payload }, context);
      if (!outcome.ok) throw new Refusal(outcome.error.code);
    });
    return { accepted: true };
  } catch (error) {
    if (error instanceof CommitFailure) throw error;
    if (!(error instanceof Refusal)) {
      // A bug in a feature. Refused, not "try again": asked for ever, it would hold back all that the person does next.
      dependencies.onFault(id, error);
      return { accepted: false, code: 'rule', detail: 'fault' };
    }
    if (error.code === 'kind-unknown' || error.code === 'payload-invalid') return { accepted: false, code: error.code };
    return { accepted: false, code: 'rule', detail: error.code.slice(0, 60) };
  }
}

/** Writes down all answers of a push: the last thing of its job. */
export async function keepAnswers(tx: GatewayTransaction, { answers }: PushLedger): Promise<void> {
  if (answers.length > 0) await tx.tables<SyncTables>().insertInto('operations').values(answers).execute();
}

function noteAnswer(tx: GatewayTransaction, tabletId: TabletId, each: WithKey, chain: string, answer: Answer, ledger: PushLedger): void {
  const { operation } = each;
  ledger.places.set(placeName(operation, chain), operation.sequence + 1);
  ledger.answers.push({
    id: idToBytes(operation.id),
    person: idToBytes(operation.personId),
    tablet: idToBytes(tabletId),
    chain,
    sequence: operation.sequence,
    kind: each.state === 'opened' ? each.part.kind : '?',
    answer: JSON.stringify(answer),
    commit_number: tx.commit,
  });
}

function placeName({ personId }: SealedOperation, chain: string): string {
  return `${personId}|${chain}`;
}
