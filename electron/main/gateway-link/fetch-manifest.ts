import { z } from 'zod/mini';
import { MAX_MANIFEST_BYTES, type FileListReference, type Manifest } from '#protocol/packs/manifest.ts';
import { demandFor, type ManifestDemand, type PackTrust } from '#protocol/packs/pack-trust.ts';
import { indexPack, verifyFileList } from '#protocol/packs/verify-files.ts';
import { verifyManifest, type ManifestRefusal, type VerifiedManifest } from '#protocol/packs/verify-pack.ts';
import { fail, neverReached, ok, type Result } from '#protocol/result.ts';
import type { EditionsSeen } from './editions-seen.ts';
import { readAnswer, type AnswerFailure } from './read-answer.ts';
import type { ReleaseStore } from './release-store.ts';
import type { ClientCredential, GatewayRequester } from './request.ts';
import { sha256Hex, verifyEd25519 } from './verify-with-node.ts';

export type FetchManifestFailure = {
  readonly code:
    'unreachable' | 'revoked' | 'not-found' | 'manifest-refused' | 'signature-refused' | 'rolled-back' | 'file-refused';
  /** Why a manifest was refused, in the verifier's words. */
  readonly detail?: ManifestRefusal['code'];
};

/** Verified texts, as they came. */
export type FetchedManifest = { readonly manifest: string; readonly signatures: string; readonly fileLists: string[] };

const replySchema = z.object({ manifest: z.string(), signatures: z.string() });
const MAX_REPLY_BYTES = 2 * MAX_MANIFEST_BYTES + 1024 * 1024;

type Link = {
  readonly requester: GatewayRequester;
  readonly client: ClientCredential;
  readonly trust: PackTrust;
  readonly seen: EditionsSeen;
  readonly store: ReleaseStore;
};
type Wanted = { readonly packId: string; readonly version: number; readonly highestVersionSeen: number };

/** Fetches a manifest and its file lists; nothing is handed on before all of it is verified (PACK-3 to PACK-15). */
export async function fetchManifest(
  link: Link,
  wanted: Wanted,
): Promise<Result<FetchedManifest, FetchManifestFailure>> {
  if (wanted.version < wanted.highestVersionSeen) return fail({ code: 'rolled-back' });
  const demand = demandFor(link.trust, link.store.memory(), wanted);
  // Told of it before the list that names it: it comes with the next contact (ROLE-5).
  if (demand === undefined) return fail({ code: 'not-found' });
  const path = `/tablet/packs/${wanted.packId}/${String(wanted.version)}/manifest`;
  const sent = await link.requester({ method: 'GET', path, maxBytes: MAX_REPLY_BYTES }, link.client);
  if (!sent.ok) return fail({ code: sent.error.code === 'too-large' ? 'manifest-refused' : 'unreachable' });
  const reply = readAnswer(sent.value, replySchema);
  if (!reply.ok) return fail({ code: answerFailureCode(reply.error) });
  const verified = await verify(link, wanted, demand, reply.value);
  if (!verified.ok) return fail({ code: refusalCode(verified.error.code), detail: verified.error.code });
  const fileLists = await fetchFileLists(link, verified.value.manifest);
  if (!fileLists.ok) return fileLists;
  link.seen.remember(wanted.packId, verified.value.manifest.version, verified.value.manifestSha256);
  return ok({ ...reply.value, fileLists: fileLists.value });
}

function verify(
  link: Link,
  wanted: Wanted,
  demand: ManifestDemand,
  reply: { readonly manifest: string; readonly signatures: string },
): Promise<Result<VerifiedManifest, ManifestRefusal>> {
  return verifyManifest({
    manifestBytes: new TextEncoder().encode(reply.manifest),
    signatures: parseJson(reply.signatures),
    ...demand,
    highestSeen: link.seen.all(),
    verifySignature: verifyEd25519,
    sha256: sha256Hex,
  });
}

async function fetchFileLists(link: Link, manifest: Manifest): Promise<Result<string[], FetchManifestFailure>> {
  const texts: string[] = [];
  const lists = [];
  for (const reference of manifest.fileLists) {
    const bytes = await fetchBlob(link, reference);
    if (!bytes.ok) return bytes;
    const list = await verifyFileList(reference, bytes.value, sha256Hex);
    if (!list.ok) return fail({ code: 'file-refused' });
    lists.push(list.value);
    texts.push(bytes.value.toString('utf8'));
  }
  return indexPack(manifest, lists).ok ? ok(texts) : fail({ code: 'file-refused' });
}

async function fetchBlob(link: Link, reference: FileListReference): Promise<Result<Buffer, FetchManifestFailure>> {
  const path = `/tablet/blobs/${reference.sha256}`;
  const sent = await link.requester({ method: 'GET', path, maxBytes: reference.bytes }, link.client);
  if (!sent.ok) return fail({ code: sent.error.code === 'too-large' ? 'file-refused' : 'unreachable' });
  if (sent.value.status === 200) return ok(sent.value.body);
  const answer = readAnswer(sent.value, z.never());
  return fail({ code: answer.ok ? 'file-refused' : answerFailureCode(answer.error) });
}

/** What a refusal by the gateway means for a fetch. */
export function answerFailureCode(failure: AnswerFailure): 'unreachable' | 'revoked' | 'not-found' {
  if (failure.code === 'revoked') return 'revoked';
  return failure.status === 404 ? 'not-found' : 'unreachable';
}

function refusalCode(code: ManifestRefusal['code']): FetchManifestFailure['code'] {
  switch (code) {
    case 'signature-missing':
    case 'signature-malformed':
    case 'signature-wrong':
    case 'key-not-trusted':
    case 'key-revoked':
      return 'signature-refused';
    case 'version-rolled-back':
    case 'version-reused':
      return 'rolled-back';
    case 'manifest-too-large':
    case 'manifest-not-json':
    case 'manifest-malformed':
    case 'format-unknown':
    case 'needs-newer-player':
    case 'not-the-one-asked-for':
    case 'revoked':
      return 'manifest-refused';
    default:
      return neverReached(code);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
