import { randomBytes } from 'node:crypto';
import { showCode } from '#protocol/enrolment/schema.ts';
import { makeUuidV7, type PersonId, type TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { AuditActor } from '../../audit/hash-entry.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { AudiencePort } from '../../people/audience-port.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { CODE_LIFE, hashCode, newCode } from './code-hash.ts';
import type { ChangeTablet, IssuedCode, NewTablet } from './staff-api.ts';
import type { TabletTables } from './tables.ts';

/** Adds a tablet that waits to be enrolled, with the code for it. */
export async function addTablet(
  tx: GatewayTransaction,
  actor: AuditActor,
  audience: AudiencePort,
  codeSecret: Uint8Array,
  tablet: NewTablet,
): Promise<{ readonly tabletId: TabletId; readonly enrolmentCode: IssuedCode }> {
  const tabletId = makeUuidV7(tx.now, randomBytes(10)) as TabletId;
  await tx
    .tables<TabletTables>()
    .insertInto('tablets')
    .values({ ...EMPTY, id: idToBytes(tabletId), ...tablet, state: 'waiting', created_at: tx.now })
    .execute();
  await appendAudit(tx, { at: tx.now, actor, action: 'tablets.add', subject: tabletId, detail: {} });
  // What is published to everyone is for this one too.
  await audience.tabletsChanged(tx, [tabletId]);
  return { tabletId, enrolmentCode: await issueEnrolmentCode(tx, actor, codeSecret, tabletId) };
}

/** A new code for a tablet that waits, or waits again after a revocation. An older code is worth nothing from now on. */
export async function renewEnrolmentCode(
  tx: GatewayTransaction,
  actor: AuditActor,
  codeSecret: Uint8Array,
  tabletId: TabletId,
): Promise<Result<IssuedCode, { readonly code: 'not-found' | 'already-enrolled' }>> {
  const tablet = await tx
    .tables<TabletTables>()
    .selectFrom('tablets')
    .select('state')
    .where('id', '=', idToBytes(tabletId))
    .executeTakeFirst();
  if (tablet === undefined) return fail({ code: 'not-found' });
  if (tablet.state === 'enrolled') return fail({ code: 'already-enrolled' });
  return ok(await issueEnrolmentCode(tx, actor, codeSecret, tabletId));
}

/** Renames or moves a tablet. */
export async function changeTablet(
  tx: GatewayTransaction,
  actor: AuditActor,
  tabletId: TabletId,
  change: ChangeTablet,
): Promise<Result<void, { readonly code: 'not-found' }>> {
  const tables = tx.tables<TabletTables>();
  const before = await tables
    .selectFrom('tablets')
    .select(['name', 'wing', 'cell'])
    .where('id', '=', idToBytes(tabletId))
    .executeTakeFirst();
  if (before === undefined) return fail({ code: 'not-found' });
  const after = {
    name: change.name ?? before.name,
    wing: change.wing ?? before.wing,
    cell: change.cell ?? before.cell,
  };
  await tables.updateTable('tablets').set(after).where('id', '=', idToBytes(tabletId)).execute();
  await appendAudit(tx, {
    at: tx.now,
    actor,
    action: 'tablets.change',
    subject: tabletId,
    detail: { fields: Object.keys(change).sort() },
  });
  return ok(undefined);
}

/**
 * Shuts a tablet out, from the next request on. Its people's keys go with it, because whoever has the tablet may have
 * them; the people themselves stay assigned, for the tablet that replaces it.
 */
export async function revokeTablet(
  tx: GatewayTransaction,
  actor: AuditActor,
  tabletId: TabletId,
  reason: string,
): Promise<Result<void, { readonly code: 'not-found' }>> {
  const tables = tx.tables<TabletTables>();
  const tablet = idToBytes(tabletId);
  const updated = await tables
    .updateTable('tablets')
    .set({
      state: 'revoked',
      revoked_at: tx.now,
      code_hash: null,
      code_expires_at: null,
      code_used_at: null,
      enrolled_key_sha256: null,
    })
    .where('id', '=', tablet)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return fail({ code: 'not-found' });
  await tables.deleteFrom('person_keys').where('tablet', '=', tablet).execute();
  await tables.deleteFrom('first_sign_in_codes').where('tablet', '=', tablet).execute();
  await appendAudit(tx, { at: tx.now, actor, action: 'tablets.revoke', subject: tabletId, detail: { reason } });
  return ok(undefined);
}

/** A code for one person's first sign-in on one tablet; an older one is worth nothing from now on. */
export async function issueFirstSignInCode(
  tx: GatewayTransaction,
  actor: AuditActor,
  codeSecret: Uint8Array,
  tabletId: TabletId,
  personId: PersonId,
): Promise<Result<IssuedCode, { readonly code: 'not-found' }>> {
  const tables = tx.tables<TabletTables & PeopleTables>();
  const [tablet, person] = [idToBytes(tabletId), idToBytes(personId)];
  const assigned = await tables
    .selectFrom('assignments')
    .select('person')
    .where('tablet', '=', tablet)
    .where('person', '=', person)
    .executeTakeFirst();
  if (assigned === undefined) return fail({ code: 'not-found' });
  const code = newCode();
  const row = {
    code_hash: hashCode(codeSecret, 'first-sign-in', code),
    expires_at: tx.now + CODE_LIFE,
    used_at: null,
    used_key: null,
  };
  await tables
    .insertInto('first_sign_in_codes')
    .values({ tablet, person, ...row })
    .onConflict((conflict) => conflict.columns(['tablet', 'person']).doUpdateSet(row))
    .execute();
  await appendAudit(tx, {
    at: tx.now,
    actor,
    action: 'tablets.first-sign-in-code',
    subject: personId,
    detail: { tabletId },
  });
  return ok({ code: showCode(code), expiresAt: row.expires_at });
}

const EMPTY = {
  credential: null,
  credential_sha256: null,
  certificate: null,
  enrolled_key_sha256: null,
  code_hash: null,
  code_expires_at: null,
  code_used_at: null,
  enrolled_at: null,
  revoked_at: null,
  last_contact_at: null,
  report: null,
} as const;

async function issueEnrolmentCode(
  tx: GatewayTransaction,
  actor: AuditActor,
  codeSecret: Uint8Array,
  tabletId: TabletId,
): Promise<IssuedCode> {
  const code = newCode();
  const expiresAt = tx.now + CODE_LIFE;
  await tx
    .tables<TabletTables>()
    .updateTable('tablets')
    .set({
      state: 'waiting',
      code_hash: hashCode(codeSecret, 'enrolment', code),
      code_expires_at: expiresAt,
      code_used_at: null,
      enrolled_key_sha256: null,
    })
    .where('id', '=', idToBytes(tabletId))
    .execute();
  await appendAudit(tx, { at: tx.now, actor, action: 'tablets.enrolment-code', subject: tabletId, detail: {} });
  return { code: showCode(code), expiresAt };
}
