import { z } from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';
import { countSigners, type VerifySignature } from './count-signers.ts';
import { readJson } from './read-json.ts';
import { trustSignatureSchema, type SignedText, type TrustKey, type TrustRole, type TrustSignature } from './roles.ts';
import type { HashBytes } from './verify-pack.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** What judging needs from the runtime. */
export type TrustCrypto = { readonly verifySignature: VerifySignature; readonly sha256: HashBytes };

/**
 * Why a signed document is refused; the reader keeps the one it has.
 * - `too-large` more bytes than such a document ever has; not read
 * - `signature-malformed` / `signature-wrong` the list is none / does not fit these bytes
 * - `signature-missing` fewer different keys of the role than the threshold
 */
export type SignedDocumentRefusal = {
  readonly code: 'too-large' | 'signature-malformed' | 'signature-wrong' | 'signature-missing' | 'key-revoked';
  readonly detail?: string;
};

const signaturesSchema = z.readonly(z.array(trustSignatureSchema).check(z.maxLength(40)));

/** What is signed (ROLE-1): the format, a line feed, and the document's SHA-256 in lower-case hexadecimal; plain ASCII. */
export function documentMessage(format: string, sha256: string): Uint8Array {
  return Uint8Array.from(`${format}\n${sha256}`, (character) => character.charCodeAt(0));
}

/** The UTF-8 bytes of a document's text. */
export function documentBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The signatures of a document, parsed; undefined when they are not a list of signatures. */
export function readSignatures(signed: SignedText): readonly TrustSignature[] | undefined {
  return signaturesSchema.safeParse(readJson(documentBytes(signed.signatures))).data;
}

/** Whether enough different keys of one role signed these bytes (PACK-3, PACK-6). Returns the document's SHA-256. */
export async function verifySignedDocument(
  signed: SignedText,
  demand: {
    readonly format: string;
    readonly maxBytes: number;
    readonly role: TrustRole;
    readonly keys: readonly TrustKey[];
    readonly threshold: number;
  },
  crypto: TrustCrypto,
): Promise<Result<string, SignedDocumentRefusal>> {
  const bytes = documentBytes(signed.document);
  if (bytes.length > demand.maxBytes) return fail({ code: 'too-large' });
  const signatures = readSignatures(signed);
  if (signatures === undefined) return fail({ code: 'signature-malformed' });
  const sha256 = await crypto.sha256(bytes);
  const signers = await countSigners({
    message: documentMessage(demand.format, sha256),
    signatures,
    trustedKeys: demand.keys.filter((key) => key.role === demand.role),
    revokedKeyIds: [],
    verifySignature: crypto.verifySignature,
  });
  if (!signers.ok) return signers;
  // A threshold below one would let anything in, so it is read as one.
  return signers.value.length < Math.max(1, demand.threshold) ? fail({ code: 'signature-missing' }) : ok(sha256);
}
