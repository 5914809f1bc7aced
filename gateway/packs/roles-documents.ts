import type { Kysely } from 'kysely';
import { packTrustOf } from '#protocol/packs/release-memory.ts';
import { readJson } from '#protocol/packs/read-json.ts';
import { rolesSchema, type PinnedRoots, type Roles, type SignedText } from '#protocol/packs/roles.ts';
import { documentBytes } from '#protocol/packs/signed-document.ts';
import { verifyRoles, type RootTrust } from '#protocol/packs/verify-roles.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import type { PackTables } from './tables.ts';
import { nodeTrustCrypto } from './verify-with-node.ts';

type Tables = Kysely<PackTables>;

/** The roles document that stands here, or undefined where a prison trusts single keys. */
export async function loadStandingRoles(tables: Tables): Promise<Roles | undefined> {
  const row = await tables
    .selectFrom('pack_roles')
    .select('document')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : rolesSchema.parse(JSON.parse(row.document));
}

/** Every roles document after this version, oldest first. */
export function loadRolesAfter(tables: Tables, version: number): Promise<SignedText[]> {
  return tables
    .selectFrom('pack_roles')
    .select(['document', 'signatures'])
    .where('version', '>', version)
    .orderBy('version')
    .execute();
}

/** The root keys a browser is given at enrolment, where its chain begins: those of the first document. */
export async function loadFirstRoots(tables: Tables): Promise<PinnedRoots | undefined> {
  const row = await tables.selectFrom('pack_roles').select('document').orderBy('version').limit(1).executeTakeFirst();
  if (row === undefined) return undefined;
  const { keys, thresholds } = rolesSchema.parse(JSON.parse(row.document));
  return { keys: keys.filter((key) => key.role === 'root'), threshold: thresholds.root };
}

/**
 * Takes the next roles document (ROLE-2). The first one is believed because an administrator brings it, and it must at
 * least be signed by its own root keys; tablets, which have the root keys in their image, judge it for themselves. From
 * then on its keys are the ones that count here.
 */
export async function takeRoles(
  tx: GatewayTransaction,
  staff: StaffCaller,
  signed: SignedText,
): Promise<Result<Roles, { readonly code: 'roles-refused'; readonly detail: string }>> {
  const tables = tx.tables<PackTables>();
  const standing = await loadStandingRoles(tables);
  const verified = await verifyRoles(signed, rootOf(standing, signed), nodeTrustCrypto);
  if (!verified.ok) return fail({ code: 'roles-refused', detail: verified.error.code });
  const roles = verified.value;
  await tables
    .insertInto('pack_roles')
    .values({ version: roles.version, ...signed, accepted_at: tx.now, accepted_by: idToBytes(staff.staffId) })
    .execute();
  await replaceKeys(tx, roles);
  const keyIds = roles.keys.map((key) => key.keyId);
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staff.staffId },
    action: 'packs.roles',
    subject: String(roles.version),
    detail: { keyIds, thresholds: roles.thresholds },
  });
  return ok(roles);
}

/** Whom this gateway believes about the next roles document; for the first one, its own root keys. */
export function rootOf(standing: Roles | undefined, signed: SignedText): RootTrust {
  if (standing !== undefined)
    return { version: standing.version, keys: standing.keys, threshold: standing.thresholds.root };
  const claimed = rolesSchema.safeParse(readJson(documentBytes(signed.document))).data;
  return { version: 0, keys: claimed?.keys ?? [], threshold: claimed?.thresholds.root ?? 1 };
}

async function replaceKeys(tx: GatewayTransaction, roles: Roles): Promise<void> {
  const tables = tx.tables<PackTables>();
  await tables.deleteFrom('pack_keys').execute();
  for (const key of packTrustOf(roles).keys)
    await tables
      .insertInto('pack_keys')
      .values({ key_id: key.keyId, role: key.role, public_key: key.publicKey, added_at: tx.now })
      .execute();
}
