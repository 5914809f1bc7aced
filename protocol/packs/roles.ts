import { z } from 'zod/mini';
import { base64Url, timeSchema } from '../ids.ts';
import { keyIdSchema, signerRoleSchema } from './manifest.ts';

/** First line of what is signed for a roles document (ROLE-1). */
export const ROLES_FORMAT = 'throughline-roles/1';

/** Largest roles document: 256 KiB, room for two hundred keys many times over. */
export const MAX_ROLES_BYTES = 256 * 1024;

/** Who signs what: `root` the roles, `education`, `security` and `publisher` packs, `gateway` the release list. */
export const trustRoleSchema = z.enum([...signerRoleSchema.options, 'root', 'gateway']);
/** A role of the chain of trust. */
export type TrustRole = z.infer<typeof trustRoleSchema>;

/** A public key in the one role it counts in: 32 raw bytes, so 43 base64url characters. */
export const roleKeySchema = z.object({
  keyId: keyIdSchema,
  role: trustRoleSchema,
  publicKey: base64Url(43).check(z.minLength(43)),
});
/** A public key in its role. */
export type TrustKey = z.infer<typeof roleKeySchema>;

/** One detached signature of a roles document or a release: 64 bytes, so 86 base64url characters. */
export const trustSignatureSchema = z.object({
  keyId: keyIdSchema,
  role: trustRoleSchema,
  signature: base64Url(86).check(z.minLength(86)),
});
/** One detached signature. */
export type TrustSignature = z.infer<typeof trustSignatureSchema>;

/** How many different keys it takes, from 1. */
const threshold = z.int().check(z.gte(1), z.lte(20));

/**
 * Whose keys count for what, signed by the root keys, which lie in a safe and not in a computer (ROLE-1 to ROLE-4).
 * A change of any key, the root's own included, is the next version of this.
 */
export const rolesSchema = z
  .object({
    format: z.literal(ROLES_FORMAT),
    /** Rises by exactly one, so that no version between is passed over (ROLE-2). */
    version: z.int().check(z.gte(1), z.lte(1_000_000)),
    issuedAt: timeSchema,
    keys: z.readonly(z.array(roleKeySchema).check(z.minLength(1), z.maxLength(200))),
    /** `packs`: of all keys that may sign packs together; `packRoles` must each be among them. */
    thresholds: z.object({ root: threshold, gateway: threshold, packs: threshold }),
    packRoles: z.readonly(z.array(signerRoleSchema).check(z.maxLength(3))),
  })
  .check(
    z.refine((roles) => new Set(roles.keys.map((key) => key.keyId)).size === roles.keys.length, 'Every key id once'),
    z.refine((roles) => reaches(roles, ['root'], roles.thresholds.root), 'Enough different root keys'),
    z.refine((roles) => reaches(roles, ['gateway'], roles.thresholds.gateway), 'Enough different gateway keys'),
    z.refine((roles) => reaches(roles, signerRoleSchema.options, roles.thresholds.packs), 'Enough keys for packs'),
    z.refine((roles) => roles.packRoles.every((role) => reaches(roles, [role], 1)), 'Every demanded role has a key'),
  );
/** Whose keys count for what. */
export type Roles = z.infer<typeof rolesSchema>;

/** The root keys a reader is given with its image or at enrolment, and how many must sign its first roles document. */
export const pinnedRootsSchema = z.object({
  keys: z.readonly(z.array(roleKeySchema).check(z.minLength(1), z.maxLength(20))),
  threshold,
});
/** The root keys a reader begins with. */
export type PinnedRoots = z.infer<typeof pinnedRootsSchema>;

/** A document with its detached signatures, both as text: the signatures are over these very bytes. */
export const signedTextSchema = z.object({
  document: z.string().check(z.maxLength(16 * 1024 * 1024)),
  signatures: z.string().check(z.maxLength(64 * 1024)),
});
/** A signed document. */
export type SignedText = z.infer<typeof signedTextSchema>;

type Keys = { readonly keys: readonly TrustKey[] };

/** Whether these roles have that many different keys; one key under two names is one key. */
function reaches({ keys }: Keys, roles: readonly TrustRole[], least: number): boolean {
  return new Set(keys.filter((key) => roles.includes(key.role)).map((key) => key.publicKey)).size >= least;
}
