import type { LinkDelivery, LinkReceipts, LinkStatus } from '#protocol/family-link/schema.ts';
import type { MessageId } from '#protocol/ids.ts';
import type { StopReason } from '#protocol/messaging/reasons.ts';
import { isRestricted } from '#protocol/messaging/rules.ts';
import type { MessageState } from '#protocol/messaging/schema.ts';
import type { Result } from '#protocol/result.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { CertificateWork, FamilyWork } from '../../family-link/exchange-with-family.ts';
import type { LinkFault } from '../../family-link/link.ts';
import type { OpenReply } from '../../family-link/open-reply.ts';
import { createContactNews } from './family-contacts.ts';
import { contactOfRow } from './message-rows.ts';
import { recordDelivery } from './moderation/record-delivery.ts';
import { loadContactRow, loadMessage } from './queries.ts';
import { receiveReply } from './receive-reply.ts';
import { saveMove, updateMessage } from './save-move.ts';
import type { DeliveryRow, MessagingTables } from './tables.ts';

/** Messages, and statuses, in one call. */
const DELIVERIES_PAGE = 50;
const STATUSES_PAGE = 200;
/** Between two offers of a message nobody outside can read yet: a minute longer each time, in milliseconds. */
const OFFER_STEP = 60_000;
const OFFER_LONGEST = 15 * 60_000;

const FAMILY_SERVICE = { kind: 'family-service', id: 'family-service' } as const;

export type FamilyDeliveryDependencies = {
  readonly database: GatewayDatabase;
  readonly openReply: OpenReply;
  /** The gateway's P-256 key that families seal to, 65 raw bytes. */
  readonly publicKey: Uint8Array;
  readonly clock: () => number;
  /** A random number from 0 to below 1, for the policy's sample. */
  readonly chance: () => number;
};

/** The messaging feature's side of the link: the delivery outbox, replies, and news of replies. */
export function createFamilyDelivery(dependencies: FamilyDeliveryDependencies): Omit<FamilyWork, keyof CertificateWork> {
  const { database, clock } = dependencies;
  const { committer } = database;
  const contacts = createContactNews(database, dependencies.publicKey, clock);
  /** Messages whose first attempt this is: only they can be known to be still inside when nothing was sent. */
  let firstAttempts: ReadonlySet<string> = new Set();
  /** The revision each status had when it was taken: news that came meanwhile stays news. */
  let revisions: ReadonlyMap<string, number> = new Map();
  return {
    takeContacts: contacts.take,
    contactsKnown: async (known) => contacts.known(known),
    takeDeliveries: async () => {
      const taken = await committer.submit(takeDueDeliveries);
      firstAttempts = taken.first;
      return taken.deliveries;
    },
    deliveriesAnswered: (deliveries, answer) =>
      committer.submit((tx) => noteAnswers(tx, deliveries, answer, firstAttempts)),
    receiveReply: (reply) => receiveReply(dependencies, reply),
    takeStatuses: async () => {
      const news = await loadStatusNews(database);
      revisions = news.revisions;
      return news.statuses;
    },
    statusesKnown: (statuses) => committer.submit((tx) => noteStatuses(tx, statuses, revisions)),
  };
}

type Taken = { readonly deliveries: readonly LinkDelivery[]; readonly first: ReadonlySet<string> };

/**
 * Takes the messages that are due. Before any of them leaves, it is noted that it may be outside, so that nobody
 * recalls what is being handed over. A contact lost since the release means that the message never goes.
 */
async function takeDueDeliveries(tx: GatewayTransaction): Promise<Taken> {
  const rows = await tx
    .tables<MessagingTables>()
    .selectFrom('messaging_deliveries')
    .innerJoin('messaging_contacts', 'messaging_contacts.id', 'messaging_deliveries.contact')
    .innerJoin('messaging_messages', 'messaging_messages.id', 'messaging_deliveries.message')
    .selectAll('messaging_deliveries')
    .where('next_attempt_at', '<=', tx.now)
    // Nobody outside can read it before there was an invitation; until then it stays on its way.
    .where('invitation_sha256', 'is not', null)
    .orderBy('messaging_deliveries.released_at')
    // What the policy released in one push goes out in the order of writing; ids follow the tablet's clock.
    .orderBy('received_at')
    .orderBy('message')
    .limit(DELIVERIES_PAGE)
    .execute();
  const deliveries: LinkDelivery[] = [];
  const first = new Set<string>();
  for (const row of rows) {
    const delivery = await takeDelivery(tx, row, first);
    if (delivery !== undefined) deliveries.push(delivery);
  }
  return { deliveries, first };
}

async function takeDelivery(
  tx: GatewayTransaction,
  row: DeliveryRow,
  first: Set<string>,
): Promise<LinkDelivery | undefined> {
  const tables = tx.tables<MessagingTables>();
  const messageId = bytesToId<MessageId>(row.message);
  const message = await loadMessage(tables, messageId);
  const contactRow = message === undefined ? undefined : await loadContactRow(tables, message.contactId);
  const contact = contactRow === undefined ? undefined : contactOfRow(contactRow);
  if (message?.state !== 'released') {
    await forgetDelivery(tx, messageId);
    return undefined;
  }
  if (contact?.approved !== true || isRestricted(contact, tx.now)) {
    await settle(tx, messageId, 'failure');
    return undefined;
  }
  if (message.handedOverAt === null) {
    first.add(messageId);
    await updateMessage(tx, { ...message, handedOverAt: tx.now });
  }
  return {
    messageId,
    contactId: message.contactId,
    body: message.body,
    writtenAt: message.writtenAt,
    releasedAt: row.released_at,
  };
}

async function noteAnswers(
  tx: GatewayTransaction,
  deliveries: readonly LinkDelivery[],
  answer: Result<LinkReceipts, LinkFault>,
  first: ReadonlySet<string>,
): Promise<void> {
  const asked = new Map(deliveries.map((delivery) => [delivery.messageId as string, delivery]));
  if (!answer.ok) {
    const certain = answer.error.code === 'unreachable' && !answer.error.sent;
    // It stays due. So does what a gateway that died in the middle never noted: its next start offers it again.
    for (const { messageId } of deliveries) if (certain && first.has(messageId)) await noteStillInside(tx, messageId);
    return;
  }
  for (const receipt of answer.value.receipts) {
    if (!asked.delete(receipt.messageId)) continue;
    await settle(tx, receipt.messageId, receipt.outcome === 'taken' ? 'receipt' : 'failure');
  }
  // No receipt: nobody has joined yet, and the service keeps nothing. So it can still be recalled.
  for (const { messageId } of asked.values()) {
    await offerLater(tx, messageId);
    await noteStillInside(tx, messageId);
  }
}

/** The end of a delivery, by the gateway's clock: the service's clock decides nothing here. */
async function settle(tx: GatewayTransaction, messageId: MessageId, outcome: 'receipt' | 'failure'): Promise<void> {
  await forgetDelivery(tx, messageId);
  const message = await loadMessage(tx.tables<MessagingTables>(), messageId);
  if (message === undefined) return;
  const moved = recordDelivery(message, outcome, tx.now);
  if (!moved.ok) return;
  await saveMove(tx, {
    before: message,
    after: moved.value.message,
    action: outcome,
    actor: FAMILY_SERVICE,
    effects: moved.value.effects,
  });
}

/** Nobody outside can read it yet: it is offered again a minute later each time. */
async function offerLater(tx: GatewayTransaction, messageId: MessageId): Promise<void> {
  const tables = tx.tables<MessagingTables>();
  const id = idToBytes(messageId);
  const row = await tables.selectFrom('messaging_deliveries').select('attempts').where('message', '=', id).executeTakeFirst();
  const attempts = (row?.attempts ?? 0) + 1;
  const next = tx.now + Math.min(OFFER_LONGEST, OFFER_STEP * attempts);
  await tables.updateTable('messaging_deliveries').set({ attempts, next_attempt_at: next }).where('message', '=', id).execute();
}

/** It is known not to be outside, so it can still be recalled. */
async function noteStillInside(tx: GatewayTransaction, messageId: MessageId): Promise<void> {
  await tx.tables<MessagingTables>().updateTable('messaging_messages').set({ handed_over_at: null }).where('id', '=', idToBytes(messageId)).execute();
}

async function forgetDelivery(tx: GatewayTransaction, messageId: MessageId): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .deleteFrom('messaging_deliveries')
    .where('message', '=', idToBytes(messageId))
    .execute();
}

async function loadStatusNews(
  database: GatewayDatabase,
): Promise<{ readonly statuses: readonly LinkStatus[]; readonly revisions: ReadonlyMap<string, number> }> {
  const rows = await database
    .reads<MessagingTables>()
    .selectFrom('messaging_statuses')
    .selectAll()
    .whereRef('pushed', '<', 'revision')
    .orderBy('at')
    .limit(STATUSES_PAGE)
    .execute();
  const statuses = rows.map((row) => ({
    messageId: bytesToId<MessageId>(row.message),
    state: row.state as MessageState,
    reason: row.reason as StopReason | null,
    at: row.at,
  }));
  return { statuses, revisions: new Map(rows.map((row) => [bytesToId(row.message), row.revision])) };
}

async function noteStatuses(
  tx: GatewayTransaction,
  statuses: readonly LinkStatus[],
  revisions: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { messageId } of statuses) {
    const pushed = revisions.get(messageId) ?? 0;
    await tx
      .tables<MessagingTables>()
      .updateTable('messaging_statuses')
      .set({ pushed })
      .where('message', '=', idToBytes(messageId))
      .execute();
  }
}
