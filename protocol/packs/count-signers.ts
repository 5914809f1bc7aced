import { decodeBase64Url } from '../base64.ts';
import { fail, ok, type Result } from '../result.ts';

/** Ed25519 over `message`; a parameter, because Chromium 114 has none. `publicKey` is 32 raw bytes, `signature` 64. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean> | boolean;

/** A public key in the one role it counts in: 32 raw bytes, base64url. */
export type RoleKey<Role extends string> = { readonly keyId: string; readonly role: Role; readonly publicKey: string };

/** What was signed, by whom it claims to be signed, and whom the reader trusts. */
export type SignaturesToCount<Role extends string> = {
  readonly message: Uint8Array;
  readonly signatures: readonly { readonly keyId: string; readonly role: string; readonly signature: string }[];
  readonly trustedKeys: readonly RoleKey<Role>[];
  readonly revokedKeyIds: readonly string[];
  readonly verifySignature: VerifySignature;
};

/**
 * The different trusted keys that signed, each once (PACK-3, PACK-6). A key counts only in the role it is trusted for:
 * an author cannot also be the second person. Keys nobody here trusts are passed over. One wrong signature of a trusted
 * key, or a signature of a revoked one, refuses all of it: somebody changed something.
 */
export async function countSigners<Role extends string>(
  input: SignaturesToCount<Role>,
): Promise<Result<readonly RoleKey<Role>[], { readonly code: 'key-revoked' | 'signature-wrong'; readonly detail: string }>> {
  const signers = new Map<string, RoleKey<Role>>();
  for (const { keyId, role, signature } of input.signatures) {
    if (input.revokedKeyIds.includes(keyId)) return fail({ code: 'key-revoked', detail: keyId });
    const key = input.trustedKeys.find((one) => one.keyId === keyId && one.role === role);
    if (!key) continue;
    const fits = await input.verifySignature(decodeBase64Url(key.publicKey), input.message, decodeBase64Url(signature));
    if (!fits) return fail({ code: 'signature-wrong', detail: keyId });
    // Counted by the key itself: one key under two names is still one signer (go-tuf CVE-2022-29173 class).
    signers.set(key.publicKey, key);
  }
  return ok([...signers.values()]);
}
