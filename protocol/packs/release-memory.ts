import { z } from 'zod/mini';
import { sha256Schema } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { signerRoleSchema, type SignerRole, type TrustedKey } from './manifest.ts';
import { readJson } from './read-json.ts';
import { releaseSchema, type ReleaseReply } from './release.ts';
import { rolesSchema, type PinnedRoots, type Roles, type SignedText } from './roles.ts';
import { documentBytes, type TrustCrypto } from './signed-document.ts';
import type { Revocations } from './verify-pack.ts';
import { verifyRelease, type ReleaseRefusal } from './verify-release.ts';
import { verifyRoles, type RolesRefusal, type RootTrust } from './verify-roles.ts';

/** What a reader remembers of roles and release, verified; kept where no page and no pack can write (ROLE-5). */
export const releaseMemorySchema = z.strictObject({
  roles: z.nullable(rolesSchema),
  release: z.nullable(z.strictObject({ sha256: sha256Schema, content: releaseSchema })),
});
/** What a reader remembers of roles and release. */
export type ReleaseMemory = z.infer<typeof releaseMemorySchema>;

/** A reader that has never heard of any. */
export const EMPTY_MEMORY: ReleaseMemory = { roles: null, release: null };

/** `roles-missing`: this reader was given root keys, and the sender has no roles document. `release-missing`: nor a release. */
export type TakeReleaseRefusal = RolesRefusal | ReleaseRefusal | { readonly code: 'roles-missing' | 'release-missing' };

/**
 * Takes what a gateway or a stick says of roles and release: each roles document in turn, then the release by the keys
 * they name (ROLE-1 to ROLE-6). Returns the new memory, or the first reason to refuse it; what was verified before a
 * refusal is not kept either, because the sender will say it again.
 */
export async function takeRelease(
  memory: ReleaseMemory,
  pinned: PinnedRoots,
  reply: ReleaseReply,
  crypto: TrustCrypto,
): Promise<Result<ReleaseMemory, TakeReleaseRefusal>> {
  let roles = memory.roles;
  for (const signed of reply.roles) {
    // What this reader has already is passed over unread: a stick carries the whole chain.
    if (roles !== null && versionOf(signed) <= roles.version) continue;
    const next = await verifyRoles(signed, rootOf(roles, pinned), crypto);
    if (!next.ok) return next;
    roles = next.value;
  }
  if (roles === null) return fail({ code: 'roles-missing' });
  const kept = sameGatewayKeys(roles, memory.roles) ? memory.release : null;
  if (reply.release === null) return kept === null ? fail({ code: 'release-missing' }) : ok({ roles, release: kept });
  const trust = { keys: roles.keys, threshold: roles.thresholds.gateway, seen: seenOf(kept) };
  const release = await verifyRelease(reply.release, trust, crypto);
  if (!release.ok) return release;
  const sha256 = sha256Schema.parse(release.value.sha256);
  return ok({ roles, release: { sha256, content: release.value.release } });
}

/** Whose signatures make a pack trustworthy by a roles document. */
export function packTrustOf(roles: Roles): {
  readonly keys: readonly TrustedKey[];
  readonly threshold: number;
  readonly requiredRoles: readonly SignerRole[];
} {
  const keys = roles.keys.flatMap((key): readonly TrustedKey[] => {
    const role = signerRoleSchema.safeParse(key.role);
    return role.success ? [{ ...key, role: role.data }] : [];
  });
  return { keys, threshold: roles.thresholds.packs, requiredRoles: roles.packRoles };
}

/** What is taken back by a release; nothing where there is none. */
export function revokedBy(memory: ReleaseMemory): Revocations {
  return memory.release?.content.revoked ?? { keyIds: [], manifests: [], packs: [] };
}

function rootOf(roles: Roles | null, pinned: PinnedRoots): RootTrust {
  if (roles === null) return { version: 0, ...pinned };
  return { version: roles.version, keys: roles.keys, threshold: roles.thresholds.root };
}

function seenOf(release: ReleaseMemory['release']) {
  return release === null ? undefined : { serial: release.content.serial, sha256: release.sha256 };
}

/**
 * A stolen gateway key may have signed a serial so high that no honest one follows; when the roles replace the key, the
 * memory of its serials goes with it (TUF's recovery from fast-forward, ROLE-6).
 */
function sameGatewayKeys(now: Roles, before: Roles | null): boolean {
  const keysOf = (roles: Roles | null): string =>
    (roles?.keys ?? []).flatMap((key) => (key.role === 'gateway' ? [key.publicKey] : [])).sort().join();
  return before === null || keysOf(now) === keysOf(before);
}

const versionSchema = z.object({ version: z.int() });

/** The version a document claims, unverified; one that claims none is judged like a new one, and refused. */
function versionOf({ document }: SignedText): number {
  return versionSchema.safeParse(readJson(documentBytes(document))).data?.version ?? Infinity;
}
