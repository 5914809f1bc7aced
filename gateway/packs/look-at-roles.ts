import type { Kysely } from 'kysely';
import { decodeBase64Url } from '#protocol/base64.ts';
import { readJson } from '#protocol/packs/read-json.ts';
import {
  ROLES_FORMAT,
  type Roles,
  rolesSchema,
  type SignedText,
  type TrustKey,
  trustSignatureSchema,
} from '#protocol/packs/roles.ts';
import { documentBytes, documentMessage } from '#protocol/packs/signed-document.ts';
import { verifyRoles } from '#protocol/packs/verify-roles.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { z } from 'zod/mini';
import type { RouteFailure } from '../http/error-replies.ts';
import { loadStandingRoles, rootOf } from './roles-documents.ts';
import type { RolesLook } from './staff-api.ts';
import type { PackTables } from './tables.ts';
import { nodeTrustCrypto } from './verify-with-node.ts';

/**
 * What a roles document says against the one that stands, whose signatures under it are right, and whether it would be
 * taken: so that an administrator sees what they take over. Changes nothing. Fails only on what is no such document.
 */
export async function lookAtRoles(
  tables: Kysely<PackTables>,
  signed: SignedText,
): Promise<Result<RolesLook, RouteFailure>> {
  const roles = rolesSchema.safeParse(readJson(documentBytes(signed.document))).data;
  if (roles === undefined) return fail({ code: 'roles-refused', detail: 'roles-malformed' });
  const standing = await loadStandingRoles(tables);
  const verified = await verifyRoles(signed, rootOf(standing, signed), nodeTrustCrypto);
  return ok({
    roles,
    against: standing?.version ?? null,
    signers: findSigners(signed, [...roles.keys, ...(standing?.keys ?? [])]),
    added: keysOnlyIn(roles, standing),
    removed: standing === undefined ? [] : keysOnlyIn(standing, roles),
    before: standing?.thresholds ?? null,
    rolesBefore: standing === undefined ? null : [...standing.packRoles],
    refusal: verified.ok ? null : verified.error.code,
  });
}

function keysOnlyIn(one: Roles, other: Roles | undefined): TrustKey[] {
  const same = (key: TrustKey, known: TrustKey) => key.publicKey === known.publicKey && key.role === known.role;
  return one.keys.filter((key) => (other?.keys ?? []).every((known) => !same(key, known)));
}

/** Root keys, old or new, that signed these very bytes. Each key once, whatever it is called (ROLE-4). */
function findSigners({ document, signatures }: SignedText, known: readonly TrustKey[]): string[] {
  const claimed = z.array(trustSignatureSchema).safeParse(readJson(documentBytes(signatures))).data ?? [];
  const message = documentMessage(ROLES_FORMAT, nodeTrustCrypto.sha256(documentBytes(document)));
  const signers = new Map<string, string>();
  for (const { keyId, signature } of claimed) {
    const key = known.find((one) => one.keyId === keyId && one.role === 'root');
    if (key === undefined) continue;
    const fits = nodeTrustCrypto.verifySignature(decodeBase64Url(key.publicKey), message, decodeBase64Url(signature));
    if (fits) signers.set(key.publicKey, key.keyId);
  }
  return [...signers.values()];
}
