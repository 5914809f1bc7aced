import type { SignerRole, TrustedKey } from './manifest.ts';
import { packTrustOf, revokedBy, type ReleaseMemory } from './release-memory.ts';
import type { PinnedRoots } from './roles.ts';
import type { ManifestToVerify } from './verify-pack.ts';

/** Whose packs a reader believes, as its image or its enrolment says: by root keys where there are any, else by these keys. */
export type PackTrust = {
  readonly keys: readonly TrustedKey[];
  readonly threshold: number;
  readonly requiredRoles: readonly SignerRole[];
  readonly roots?: PinnedRoots | undefined;
};

/** What a manifest is judged by now; `expected` is undefined where the release does not list that edition (ROLE-5). */
export type ManifestDemand = Pick<
  ManifestToVerify,
  'trustedKeys' | 'threshold' | 'requiredRoles' | 'revoked' | 'expected'
>;

/**
 * What a pack's manifest must meet now. A reader with root keys goes by the roles and the release it took, and has no
 * demand to give (undefined) before there are any, or where the release does not list this edition: then it may not come.
 */
export function demandFor(
  trust: PackTrust,
  memory: ReleaseMemory,
  wanted: { readonly packId: string; readonly version: number },
): ManifestDemand | undefined {
  const revoked = revokedBy(memory);
  if (trust.roots === undefined)
    return { trustedKeys: trust.keys, threshold: trust.threshold, requiredRoles: trust.requiredRoles, revoked, expected: wanted };
  const listed = memory.release?.content.packs.find(
    (pack) => pack.packId === wanted.packId && pack.version === wanted.version,
  );
  if (memory.roles === null || listed === undefined) return undefined;
  const { keys, threshold, requiredRoles } = packTrustOf(memory.roles);
  return { trustedKeys: keys, threshold, requiredRoles, revoked, expected: { ...wanted, manifestSha256: listed.manifestSha256 } };
}
