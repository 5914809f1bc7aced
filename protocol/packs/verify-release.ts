import { fail, ok, type Result } from '../result.ts';
import { readJson } from './read-json.ts';
import { MAX_RELEASE_BYTES, RELEASE_FORMAT, releaseSchema, type Release } from './release.ts';
import type { SignedText, TrustKey } from './roles.ts';
import { documentBytes, verifySignedDocument, type SignedDocumentRefusal, type TrustCrypto } from './signed-document.ts';

/** The newest release a reader took; kept where no pack can write (ROLE-5). */
export type ReleaseSeen = { readonly serial: number; readonly sha256: string };

/**
 * Why a release is refused; the reader keeps the one it has, and says how old it is.
 * - `release-malformed` signed bytes that are none
 * - `serial-rolled-back` older than one already taken · `serial-reused` same serial, other content
 */
export type ReleaseRefusal =
  | SignedDocumentRefusal
  | { readonly code: 'release-malformed' | 'serial-rolled-back' | 'serial-reused'; readonly detail?: string };

/** Judges a release (PACK-17): signed by enough gateway keys, and not older than the newest seen. */
export async function verifyRelease(
  signed: SignedText,
  trust: { readonly keys: readonly TrustKey[]; readonly threshold: number; readonly seen: ReleaseSeen | undefined },
  crypto: TrustCrypto,
): Promise<Result<{ readonly release: Release; readonly sha256: string }, ReleaseRefusal>> {
  const demand = { format: RELEASE_FORMAT, maxBytes: MAX_RELEASE_BYTES, role: 'gateway' } as const;
  const believed = await verifySignedDocument(signed, { ...demand, ...trust }, crypto);
  if (!believed.ok) return believed;
  const parsed = releaseSchema.safeParse(readJson(documentBytes(signed.document)));
  if (!parsed.success) return fail({ code: 'release-malformed', detail: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { serial } = parsed.data;
  if (trust.seen !== undefined && serial < trust.seen.serial) return fail({ code: 'serial-rolled-back' });
  if (trust.seen?.serial === serial && trust.seen.sha256 !== believed.value) return fail({ code: 'serial-reused' });
  return ok({ release: parsed.data, sha256: believed.value });
}
