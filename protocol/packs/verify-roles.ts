import { fail, ok, type Result } from '../result.ts';
import { readJson } from './read-json.ts';
import { MAX_ROLES_BYTES, ROLES_FORMAT, rolesSchema, type Roles, type SignedText, type TrustKey } from './roles.ts';
import { documentBytes, verifySignedDocument, type SignedDocumentRefusal, type TrustCrypto } from './signed-document.ts';

/** Whom a reader believes about roles: the root keys of its image, or of the newest roles document it took. */
export type RootTrust = { readonly version: number; readonly keys: readonly TrustKey[]; readonly threshold: number };

/**
 * Why a roles document is refused; the reader keeps the one it has.
 * - `roles-malformed` signed bytes that are none · `roles-rolled-back` not newer than the one here
 * - `roles-skipped` a version between is missing: it may be the one that changed the root keys
 */
export type RolesRefusal =
  | SignedDocumentRefusal
  | { readonly code: 'roles-malformed' | 'roles-rolled-back' | 'roles-skipped'; readonly detail?: string };

/**
 * Judges the next roles document (ROLE-1 to ROLE-3): it must be the very next version, and be signed by the threshold
 * of the root keys this reader believes and by that of its own. So a stolen root key can be replaced, and nobody can
 * name themselves root.
 */
export async function verifyRoles(
  signed: SignedText,
  root: RootTrust,
  crypto: TrustCrypto,
): Promise<Result<Roles, RolesRefusal>> {
  const demand = { format: ROLES_FORMAT, maxBytes: MAX_ROLES_BYTES, role: 'root' } as const;
  const believed = await verifySignedDocument(signed, { ...demand, keys: root.keys, threshold: root.threshold }, crypto);
  if (!believed.ok) return believed;
  const parsed = rolesSchema.safeParse(readJson(documentBytes(signed.document)));
  if (!parsed.success) return fail({ code: 'roles-malformed', detail: parsed.error.issues[0]?.message ?? '' });
  const roles = parsed.data;
  if (roles.version <= root.version) return fail({ code: 'roles-rolled-back' });
  if (roles.version > root.version + 1) return fail({ code: 'roles-skipped' });
  const own = { ...demand, keys: roles.keys, threshold: roles.thresholds.root };
  const consistent = await verifySignedDocument(signed, own, crypto);
  return consistent.ok ? ok(roles) : consistent;
}
