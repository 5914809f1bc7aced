import type { MessageId } from '#protocol/ids.ts';
import type { AppealAnswer, AppealRecord, AppealState } from '#protocol/messaging/appeal.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { MessagingReads } from '../queries.ts';
import type { AppealRow } from '../tables.ts';

/** The appeal of one message; undefined where it was never stopped. */
export async function loadAppeal(db: MessagingReads, messageId: MessageId): Promise<AppealRecord | undefined> {
  const row = await db.selectFrom('messaging_appeals').selectAll().where('message', '=', idToBytes(messageId)).executeTakeFirst();
  return row === undefined ? undefined : appealOfRow(row);
}

/** The staff ids of everybody who had a part in stopping a message: who asked for it, and who stopped it. */
export async function loadStoppers(db: MessagingReads, messageId: MessageId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('messaging_steps')
    .select('actor_id')
    .distinct()
    .where('message', '=', idToBytes(messageId))
    .where('actor_kind', '=', 'staff')
    .where('action', 'in', ['stop', 'propose-stop'])
    .execute();
  return rows.map((row) => row.actor_id);
}

/** Of these messages, the ids of those in whose stop this member of staff had a part. */
export async function loadOwnStops(db: MessagingReads, staffId: string, messages: readonly Uint8Array[]): Promise<ReadonlySet<string>> {
  if (messages.length === 0) return new Set();
  const rows = await db
    .selectFrom('messaging_steps')
    .select('message')
    .where('message', 'in', [...messages])
    .where('actor_kind', '=', 'staff')
    .where('actor_id', '=', staffId)
    .where('action', 'in', ['stop', 'propose-stop'])
    .execute();
  return new Set(rows.map((row) => bytesToId(row.message)));
}

/** How many wait for an answer. */
export async function countAppeals(db: MessagingReads): Promise<number> {
  const { asked } = await db
    .selectFrom('messaging_appeals')
    .select(({ fn }) => fn.countAll<number>().as('asked'))
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow();
  return asked;
}

/** A row as the record that tablets hold. Who answered stays at the gateway. */
export function appealOfRow(row: AppealRow): AppealRecord {
  return {
    messageId: bytesToId<MessageId>(row.message),
    state: row.state as AppealState,
    openUntil: row.open_until,
    words: row.words,
    askedAt: row.asked_at,
    answerBy: row.answer_by,
    answeredAt: row.answered_at,
    answer: row.answer as AppealAnswer | null,
    remark: row.remark,
  };
}
