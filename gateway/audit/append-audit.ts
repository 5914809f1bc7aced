import type { GatewayTransaction } from '../db/transaction.ts';
import { type AuditFact, FIRST_PREVIOUS, hashEntry } from './hash-entry.ts';
import type { AuditTables } from './tables.ts';

/** Announced with each commit that wrote an entry; the checkpoint file listens. */
export const AUDIT_TOPIC = 'audit';

/**
 * Adds an entry to the chain, in the job of the act itself: what is not recorded did not happen, and the other way
 * round (PUSH-7). The committer runs one job at a time, so the newest row here is the newest there will be.
 */
export async function appendAudit(tx: GatewayTransaction, fact: AuditFact): Promise<void> {
  const tables = tx.tables<AuditTables>();
  const head = await tables
    .selectFrom('audit_entries')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  // Once through JSON, so that what is hashed is what a later reader will find.
  const detail = JSON.stringify(fact.detail);
  const entry = {
    ...fact,
    detail: JSON.parse(detail) as Record<string, unknown>,
    sequence: (head?.sequence ?? 0) + 1,
    previous: head?.hash ?? FIRST_PREVIOUS,
  };
  await tables
    .insertInto('audit_entries')
    .values({
      sequence: entry.sequence,
      at: entry.at,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      action: entry.action,
      subject: entry.subject,
      detail,
      previous: entry.previous,
      hash: hashEntry(entry),
    })
    .execute();
  tx.announce(AUDIT_TOPIC);
}
