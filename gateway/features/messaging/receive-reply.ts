import type { LinkReply } from '#protocol/family-link/schema.ts';
import type { PersonId } from '#protocol/ids.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { OpenReply } from '../../family-link/open-reply.ts';
import { loadPerson } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { loadContactRow, loadMessage } from './queries.ts';
import { tellFamily } from './save-move.ts';
import { takeIn } from './take-in.ts';
import type { MessagingTables } from './tables.ts';

export type ReceiveReplyDependencies = {
  readonly database: GatewayDatabase;
  readonly openReply: OpenReply;
  readonly chance: () => number;
};

/**
 * Takes a reply from outside in: opened with the gateway's key, then the same rules, flags, policy, queue and
 * decisions as a message from inside; direction is a field. What cannot be taken is set aside: in the audit by its
 * id and a code, and its writer is told `refused`. The same reply again changes nothing.
 */
export async function receiveReply(dependencies: ReceiveReplyDependencies, reply: LinkReply): Promise<void> {
  // Before the job: inside it, nothing may be awaited but the database.
  const body = await dependencies.openReply(reply);
  const chance = dependencies.chance();
  await dependencies.database.committer.submit(async (tx) => {
    if (await isKnown(tx, reply)) return;
    const fault = body === undefined ? 'seal-broken' : await intake(tx, reply, body, chance);
    if (fault !== undefined) await setAside(tx, reply, fault);
  });
}

async function intake(
  tx: GatewayTransaction,
  reply: LinkReply,
  body: string,
  chance: number,
): Promise<string | undefined> {
  const contact = await loadContactRow(tx.tables<MessagingTables>(), reply.contactId);
  if (contact === undefined) return 'contact-unknown';
  const personId = bytesToId<PersonId>(contact.person);
  const person = await loadPerson(tx.tables<PeopleTables>(), personId);
  if (person?.status !== 'here') return 'person-left';
  const { messageId, writtenAt } = reply;
  const arrival = {
    messageId,
    personId,
    contact,
    direction: 'in',
    body,
    writtenAt,
    receipt: null,
    ownNumber: null,
    chance,
  } as const;
  const taken = await takeIn(tx, arrival);
  return taken.ok ? undefined : taken.error.code;
}

async function isKnown(tx: GatewayTransaction, reply: LinkReply): Promise<boolean> {
  const tables = tx.tables<MessagingTables>();
  if ((await loadMessage(tables, reply.messageId)) !== undefined) return true;
  const aside = await tables
    .selectFrom('messaging_statuses')
    .select('message')
    .where('message', '=', idToBytes(reply.messageId))
    .executeTakeFirst();
  return aside !== undefined;
}

async function setAside(tx: GatewayTransaction, reply: LinkReply, code: string): Promise<void> {
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'family', id: 'family-service' },
    action: 'messages.set-aside',
    subject: reply.messageId,
    detail: { code, contactId: reply.contactId },
  });
  await tellFamily(tx, { message: idToBytes(reply.messageId), state: 'refused', reason: null, at: tx.now });
}
