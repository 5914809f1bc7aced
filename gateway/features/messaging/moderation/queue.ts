import type { Kysely } from 'kysely';
import type { EscalationDesk } from '#protocol/messaging/reasons.ts';
import { idToBytes } from '../../../db/id-bytes.ts';
import type { Language } from '../../../screening/detect-language.ts';
import { messageOfRow } from '../message-rows.ts';
import type { MessagingTables } from '../tables.ts';
import type { ModerationActor } from './decide.ts';
import type { ModeratedMessage } from './moderated-message.ts';

/** Rows in one view of the queue. */
export const QUEUE_PAGE = 200;

/** What part of the queue is asked for. `desk: 'none'`: what was passed to no desk. */
export type QueueFilter = {
  readonly direction?: 'out' | 'in' | undefined;
  readonly desk?: EscalationDesk | 'none' | undefined;
  /** Those that a moderator reads; `unknown`: what could not be told. */
  readonly language?: Language | 'unknown' | undefined;
};

/** The held messages, oldest first: nobody's waits because someone else's is easier. */
export function heldMessages(db: Kysely<MessagingTables>, filter: QueueFilter) {
  let query = db.selectFrom('messaging_messages').where('messaging_messages.state', '=', 'held');
  if (filter.direction !== undefined) query = query.where('direction', '=', filter.direction);
  if (filter.desk === 'none') query = query.where('desk', 'is', null);
  else if (filter.desk !== undefined) query = query.where('desk', '=', filter.desk);
  if (filter.language === 'unknown') query = query.where('language', 'is', null);
  else if (filter.language !== undefined) query = query.where('language', '=', filter.language);
  return query.orderBy('received_at').orderBy('messaging_messages.id');
}

/**
 * The oldest message that this member of staff may decide now: not claimed by another, not at a desk they do not sit
 * at, not about people they know, and not one where they themselves asked for a second person.
 */
export async function findNextFree(
  db: Kysely<MessagingTables>,
  actor: ModerationActor,
  filter: QueueFilter,
  now: number,
): Promise<ModeratedMessage | undefined> {
  const staff = idToBytes(actor.staffId);
  const rows = await heldMessages(db, filter)
    .selectAll('messaging_messages')
    .where((eb) => eb.or([eb('claim_until', 'is', null), eb('claim_until', '<=', now), eb('claim_staff', '=', staff)]))
    .where((eb) =>
      actor.desks.length === 0
        ? eb('desk', 'is', null)
        : eb.or([eb('desk', 'is', null), eb('desk', 'in', [...actor.desks])]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('messaging_knows')
            .select('messaging_knows.staff')
            .where('messaging_knows.staff', '=', staff)
            .whereRef('messaging_knows.contact', '=', 'messaging_messages.contact'),
        ),
      ),
    )
    .limit(QUEUE_PAGE)
    .execute();
  return rows.map(messageOfRow).find((message) => message.proposal?.staffId !== actor.staffId);
}

/** How many wait, and since when the oldest does. */
export async function measureQueue(
  db: Kysely<MessagingTables>,
): Promise<{ readonly held: number; readonly oldestReceivedAt: number | null }> {
  const row = await db
    .selectFrom('messaging_messages')
    .select(({ fn }) => [fn.countAll<number>().as('held'), fn.min<number | null>('received_at').as('oldest')])
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  return { held: row.held, oldestReceivedAt: row.oldest };
}
