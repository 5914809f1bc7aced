import { appealRecordSchema, nextAppealState } from '#protocol/messaging/appeal.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreWrite } from '../../db/stores.ts';
import { messagingTables } from './tables.ts';

/**
 * The gateway's record of an appeal as writes. What it says replaces what the tablet had, but for one that is still on
 * its way: the gateway does not know of it yet. What was begun stays, and so does that an answer was looked at.
 */
export async function applyAppealChange(put: unknown, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const { appeals } = messagingTables(database);
  const incoming = appealRecordSchema.parse(put);
  const known = await appeals.get(incoming.messageId);
  if (incoming.state === 'open' && known !== undefined && known.state !== 'open' && known.state !== 'overturned') return [];
  const kept = known?.state === incoming.state ? { draft: known.draft, seenAt: known.seenAt } : {};
  return [await appeals.preparePut({ ...incoming, ...kept, operationId: null })];
}

/** The gateway's answer to an appeal that was handed over: it has it now, or could not take it. */
export async function applyAppealAnswer(
  { id, answer }: { readonly id: string; readonly answer: Answer },
  database: PersonDatabase,
): Promise<readonly StoreWrite[]> {
  const { appeals } = messagingTables(database);
  const appeal = (await appeals.list()).find(({ operationId }) => operationId === id);
  if (appeal === undefined || answer.answer === 'retry') return [];
  const isTaken = answer.answer === 'accepted';
  const next = nextAppealState(appeal.state, isTaken ? 'ask' : 'refuse');
  if (!next.ok) return [];
  return [await appeals.preparePut({ ...appeal, state: next.value, askedAt: isTaken ? answer.at : null, operationId: null })];
}
