import type { Sha256 } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { countSigners, type VerifySignature } from './count-signers.ts';
import {
  MAX_MANIFEST_BYTES,
  PACK_FORMAT,
  PLAYER_VERSION,
  manifestSchema,
  packSignaturesSchema,
  type Manifest,
  type SignerRole,
  type TrustedKey,
} from './manifest.ts';
import { readJson } from './read-json.ts';

/** Lower-case hexadecimal SHA-256; a parameter, because Node and the page have it under different names. */
export type HashBytes = (bytes: Uint8Array) => Promise<string> | string;

/** What has been taken back: keys, whole manifests, packs, or single versions of a pack. */
export type Revocations = {
  readonly keyIds: readonly string[];
  readonly manifests: readonly string[];
  readonly packs: readonly { readonly packId: string; readonly version?: number | undefined }[];
};

/** The highest edition of each pack this reader ever accepted, by pack id; kept where no pack can write. */
export type HighestSeen = Readonly<Record<string, { readonly version: number; readonly manifestSha256: string }>>;

/** Everything the judgement needs. `threshold` counts different trusted keys; `requiredRoles` must all be among them. */
export type ManifestToVerify = {
  readonly manifestBytes: Uint8Array;
  /** The parsed content of `signatures.json`, not yet trusted to have any shape. */
  readonly signatures: unknown;
  readonly trustedKeys: readonly TrustedKey[];
  readonly threshold: number;
  readonly requiredRoles?: readonly SignerRole[];
  readonly highestSeen: HighestSeen;
  readonly revoked: Revocations;
  /** What was asked for; a sender may not answer with another pack, however well signed. */
  readonly expected?: { readonly packId: string; readonly version?: number; readonly manifestSha256?: string };
  readonly verifySignature: VerifySignature;
  readonly sha256: HashBytes;
};

/** A manifest that may be believed. */
export type VerifiedManifest = {
  readonly manifest: Manifest;
  readonly manifestSha256: Sha256;
  readonly signedBy: readonly { readonly keyId: string; readonly role: SignerRole }[];
};

/**
 * Why a manifest is refused. In every case the caller keeps what it has, says the reason, and reports it.
 * - `manifest-too-large` over 8 MiB; not read at all
 * - `signature-missing` fewer trusted signatures than the threshold, or a required role is absent
 * - `signature-malformed` the signature list is not one
 * - `signature-wrong` a trusted key's signature does not fit these bytes: somebody changed something
 * - `key-not-trusted` signed, but by nobody this reader trusts
 * - `key-revoked` signed by a key that was taken back
 * - `manifest-not-json` / `manifest-malformed` signed bytes that are not a manifest: a fault of the builder
 * - `format-unknown` / `needs-newer-player` made for a later player: keep the old edition
 * - `not-the-one-asked-for` another pack or edition than was asked for
 * - `version-rolled-back` older than one already accepted · `version-reused` same number, other content
 * - `revoked` this pack or edition was taken back
 */
export type ManifestRefusal = {
  readonly code:
    | 'manifest-too-large'
    | 'signature-missing'
    | 'signature-malformed'
    | 'signature-wrong'
    | 'key-not-trusted'
    | 'key-revoked'
    | 'manifest-not-json'
    | 'manifest-malformed'
    | 'format-unknown'
    | 'needs-newer-player'
    | 'not-the-one-asked-for'
    | 'version-rolled-back'
    | 'version-reused'
    | 'revoked';
  readonly detail?: string;
};

/**
 * Judges a manifest before anything else of the pack is fetched, stored or shown (PACK-3 to PACK-7).
 * One function with four callers (builder, command line, gateway, tablet), so the rule cannot drift.
 * Returns the manifest, its hash and who signed it, or the first reason to refuse it.
 */
export async function verifyManifest(input: ManifestToVerify): Promise<Result<VerifiedManifest, ManifestRefusal>> {
  if (input.manifestBytes.length > MAX_MANIFEST_BYTES) return fail({ code: 'manifest-too-large' });
  const manifestSha256 = (await input.sha256(input.manifestBytes)) as Sha256;
  const signers = await checkSignatures(input, manifestSha256);
  if (!signers.ok) return signers;
  const manifest = parseManifest(input.manifestBytes);
  if (!manifest.ok) return manifest;
  const refusal = checkEdition(input, manifest.value, manifestSha256);
  if (refusal) return fail(refusal);
  return ok({ manifest: manifest.value, manifestSha256, signedBy: signers.value });
}

/** What is signed (PACK-3): the format, a line feed, and the manifest's SHA-256 in lower-case hexadecimal; plain ASCII. */
export function signedMessage(manifestSha256: string): Uint8Array {
  return Uint8Array.from(`${PACK_FORMAT}\n${manifestSha256}`, (character) => character.charCodeAt(0));
}

/** Reads manifest bytes without any trust in them: for the builder and for what `verifyManifest` has passed. */
export function parseManifest(bytes: Uint8Array): Result<Manifest, ManifestRefusal> {
  const json = readJson(bytes);
  if (typeof json !== 'object' || json === null) return fail({ code: 'manifest-not-json' });
  // Looked at before the whole shape, so that a later format is refused politely and not as rubbish (PACK-2).
  const { format, minPlayer } = json as { format?: unknown; minPlayer?: unknown };
  if (format !== PACK_FORMAT) return fail({ code: 'format-unknown' });
  if (typeof minPlayer === 'number' && minPlayer > PLAYER_VERSION) return fail({ code: 'needs-newer-player' });
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return fail({ code: 'manifest-malformed', detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}

type Signers = VerifiedManifest['signedBy'];

async function checkSignatures(
  input: ManifestToVerify,
  manifestSha256: string,
): Promise<Result<Signers, ManifestRefusal>> {
  const parsed = packSignaturesSchema.safeParse(input.signatures);
  if (!parsed.success) return fail({ code: 'signature-malformed' });
  if (parsed.data.length === 0) return fail({ code: 'signature-missing' });
  const signers = await countSigners({
    message: signedMessage(manifestSha256),
    signatures: parsed.data,
    trustedKeys: input.trustedKeys,
    revokedKeyIds: input.revoked.keyIds,
    verifySignature: input.verifySignature,
  });
  return signers.ok ? enoughSigners(input, signers.value) : signers;
}

function enoughSigners(input: ManifestToVerify, keys: readonly TrustedKey[]): Result<Signers, ManifestRefusal> {
  if (keys.length === 0) return fail({ code: 'key-not-trusted' });
  // A threshold below one would let anything in, so it is read as one.
  if (keys.length < Math.max(1, input.threshold)) return fail({ code: 'signature-missing' });
  const absent = (input.requiredRoles ?? []).find((role) => keys.every((key) => key.role !== role));
  if (absent) return fail({ code: 'signature-missing', detail: absent });
  return ok(keys.map(({ keyId, role }) => ({ keyId, role })));
}

function checkEdition(
  input: ManifestToVerify,
  manifest: Manifest,
  manifestSha256: string,
): ManifestRefusal | undefined {
  const { packId, version } = manifest;
  const { expected, revoked } = input;
  if (expected && expected.packId !== packId) return { code: 'not-the-one-asked-for' };
  if (expected?.version !== undefined && expected.version !== version) return { code: 'not-the-one-asked-for' };
  if (expected?.manifestSha256 !== undefined && expected.manifestSha256 !== manifestSha256) {
    return { code: 'not-the-one-asked-for' };
  }
  if (revoked.manifests.includes(manifestSha256)) return { code: 'revoked' };
  const takenBack = revoked.packs.some((one) => one.packId === packId && (one.version ?? version) === version);
  if (takenBack) return { code: 'revoked' };
  const seen = Object.hasOwn(input.highestSeen, packId) ? input.highestSeen[packId] : undefined;
  if (seen && version < seen.version) return { code: 'version-rolled-back' };
  if (seen?.version === version && seen.manifestSha256 !== manifestSha256) return { code: 'version-reused' };
  return undefined;
}
