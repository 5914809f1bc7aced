import type { Kysely } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import type { AuditActor } from '../audit/hash-entry.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import { type Establishment, establishmentSchema } from './staff-api.ts';
import type { StaffTables } from './tables.ts';

/** The prison this gateway stands in. */
export async function loadEstablishment(tables: Kysely<StaffTables>): Promise<Establishment> {
  const row = await tables.selectFrom('establishment').select(['name', 'wings']).executeTakeFirstOrThrow();
  return establishmentSchema.parse({ name: row.name, wings: JSON.parse(row.wings) as unknown });
}

/** Names the prison and its wings. */
export async function saveEstablishment(
  tx: GatewayTransaction,
  actor: AuditActor,
  establishment: Establishment,
): Promise<void> {
  await tx
    .tables<StaffTables>()
    .updateTable('establishment')
    .set({ name: establishment.name, wings: JSON.stringify(establishment.wings) })
    .execute();
  await appendAudit(tx, {
    at: tx.now,
    actor,
    action: 'establishment.change',
    subject: 'establishment',
    detail: { wings: establishment.wings.length },
  });
}
