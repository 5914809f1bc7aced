import { lstat } from 'node:fs/promises';
import { CHUNK_BYTES, MAX_FILE_BYTES, type FileEntry, type FileList } from '#protocol/packs/file-list.ts';
import {
  MAX_JSON_BYTES,
  MAX_MANIFEST_BYTES,
  packSignaturesSchema,
  type Manifest,
  type PackSignature,
  type SignerRole,
  type TrustedKey,
} from '#protocol/packs/manifest.ts';
import { readJson } from '#protocol/packs/read-json.ts';
import {
  indexPack,
  parseLesson,
  parseQuiz,
  verifyChunk,
  verifyFile,
  verifyFileList,
  type FileRefusal,
  type PackIndex,
} from '#protocol/packs/verify-files.ts';
import { parseManifest, verifyManifest, type ManifestRefusal } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { sha256, verifySignature } from './node-crypto.ts';
import { openPackArchive } from './open-pack-archive.ts';
import { openPackFolder } from './open-pack-folder.ts';
import {
  CARRIER_LIMITS,
  blobPath,
  editionPath,
  editionsIn,
  type CarrierProblem,
  type Edition,
  type PackCarrier,
} from './pack-carrier.ts';

/** Whom to believe. `threshold` counts different keys; each of `requiredRoles` must be among them. */
export type Trust = {
  readonly keys: readonly TrustedKey[];
  readonly threshold: number;
  readonly requiredRoles: readonly SignerRole[];
};

/** A pack read whole, with every file checked. */
export type LoadedPack = {
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly manifestSha256: string;
  readonly signatures: readonly PackSignature[];
  /** Empty when loaded without trust. */
  readonly signedBy: readonly { readonly keyId: string; readonly role: SignerRole }[];
  readonly index: PackIndex;
};

/** Why a pack is refused. */
export type PackRefusal = CarrierProblem | ManifestRefusal | FileRefusal;

/** What is done with each checked blob; bytes are handed over one file at a time. */
export type TakeBlob = (sha256: string, bytes: Uint8Array) => Promise<void>;

/**
 * How to read. `trust` absent: check only that the pack hangs together, for the builder's own unsigned output.
 * `which` names one edition of a folder that holds several.
 */
export type LoadOptions = {
  readonly trust?: Trust | undefined;
  readonly which?: Edition | undefined;
  readonly takeBlob?: TakeBlob | undefined;
};

/**
 * Reads one pack from a folder or a `.pack` file and checks all of it: manifest and signatures, then lists,
 * then every file (PACK-7). Takes the path and how to read; returns the pack, or the first reason to refuse it.
 */
export async function loadPack(path: string, options: LoadOptions): Promise<Result<LoadedPack, PackRefusal>> {
  const status = await lstat(path).catch(() => undefined);
  const opened = status?.isDirectory() ? await openPackFolder(path) : await openPackArchive(path);
  if (!opened.ok) return opened;
  try {
    return await loadFromCarrier(opened.value, options);
  } finally {
    opened.value.close();
  }
}

/** As `loadPack`, from a carrier already open. */
export async function loadFromCarrier(
  carrier: PackCarrier,
  options: LoadOptions,
): Promise<Result<LoadedPack, PackRefusal>> {
  const { trust, which, takeBlob } = options;
  const editions = editionsIn(carrier).filter(
    (one) => !which || (one.packId === which.packId && one.version === which.version),
  );
  const [edition, ...others] = editions;
  if (!edition) return fail({ code: 'not-a-pack' });
  if (others.length > 0) return fail({ code: 'several-packs', detail: editions.map(editionPath).join(', ') });
  const head = await loadHead(carrier, edition, trust);
  if (!head.ok) return head;
  const lists = await loadLists(carrier, head.value.manifest, takeBlob);
  if (!lists.ok) return lists;
  const index = indexPack(head.value.manifest, lists.value);
  if (!index.ok) return index;
  const files = await checkFiles(carrier, index.value, takeBlob);
  return files.ok ? ok({ ...head.value, index: index.value }) : files;
}

async function loadHead(
  carrier: PackCarrier,
  edition: Edition,
  trust: Trust | undefined,
): Promise<Result<Omit<LoadedPack, 'index'>, PackRefusal>> {
  const manifestBytes = await carrier.read(`${editionPath(edition)}/manifest.json`, MAX_MANIFEST_BYTES);
  if (!manifestBytes.ok) return manifestBytes;
  const signatures = await readSignatures(carrier, edition);
  if (!signatures.ok) return signatures;
  const parsed = trust
    ? await judge(manifestBytes.value, signatures.value, edition, trust)
    : withoutTrust(manifestBytes.value, edition);
  return parsed.ok ? ok({ ...parsed.value, manifestBytes: manifestBytes.value, signatures: signatures.value }) : parsed;
}

async function readSignatures(
  carrier: PackCarrier,
  edition: Edition,
): Promise<Result<readonly PackSignature[], PackRefusal>> {
  const name = `${editionPath(edition)}/signatures.json`;
  if (!carrier.names.includes(name)) return ok([]);
  const bytes = await carrier.read(name, CARRIER_LIMITS.signaturesBytes);
  if (!bytes.ok) return bytes;
  const parsed = packSignaturesSchema.safeParse(readJson(bytes.value));
  return parsed.success ? ok(parsed.data) : fail({ code: 'signature-malformed' });
}

/** The version already accepted is the gateway's and the tablet's business: the command line keeps no memory. */
function judge(manifestBytes: Uint8Array, signatures: readonly PackSignature[], expected: Edition, trust: Trust) {
  return verifyManifest({
    manifestBytes,
    signatures,
    trustedKeys: trust.keys,
    threshold: trust.threshold,
    requiredRoles: trust.requiredRoles,
    highestSeen: {},
    revoked: { keyIds: [], manifests: [], packs: [] },
    expected,
    verifySignature,
    sha256,
  });
}

function withoutTrust(
  manifestBytes: Uint8Array,
  expected: Edition,
): Result<Pick<LoadedPack, 'manifest' | 'manifestSha256' | 'signedBy'>, PackRefusal> {
  const manifest = parseManifest(manifestBytes);
  if (!manifest.ok) return manifest;
  const { packId, version } = manifest.value;
  if (packId !== expected.packId || version !== expected.version) return fail({ code: 'not-the-one-asked-for' });
  return ok({ manifest: manifest.value, manifestSha256: sha256(manifestBytes), signedBy: [] });
}

async function loadLists(
  carrier: PackCarrier,
  manifest: Manifest,
  takeBlob?: TakeBlob,
): Promise<Result<readonly FileList[], PackRefusal>> {
  const lists: FileList[] = [];
  for (const reference of manifest.fileLists) {
    const bytes = await carrier.read(blobPath(reference.sha256), Math.min(reference.bytes, MAX_JSON_BYTES));
    if (!bytes.ok) return bytes;
    const list = await verifyFileList(reference, bytes.value, sha256);
    if (!list.ok) return list;
    await takeBlob?.(reference.sha256, bytes.value);
    lists.push(list.value);
  }
  return ok(lists);
}

async function checkFiles(
  carrier: PackCarrier,
  index: PackIndex,
  takeBlob?: TakeBlob,
): Promise<Result<true, PackRefusal>> {
  for (const entry of index.values()) {
    const bytes = await carrier.read(blobPath(entry.sha256), Math.min(entry.bytes, MAX_FILE_BYTES));
    if (!bytes.ok) return bytes.error.code === 'too-large' ? fail({ code: 'size-wrong', detail: entry.path }) : bytes;
    const verified = await verifyFile(entry, bytes.value, sha256);
    if (!verified.ok) return fail({ ...verified.error, detail: entry.path });
    const chunks = await checkChunks(entry, bytes.value);
    if (!chunks.ok) return chunks;
    const readable =
      entry.role === 'lesson' ? parseLesson(bytes.value) : entry.role === 'quiz' ? parseQuiz(bytes.value) : ok(true);
    if (!readable.ok) return fail({ ...readable.error, detail: entry.path });
    await takeBlob?.(entry.sha256, bytes.value);
  }
  return ok(true);
}

/** A tablet judges a big file by its chunks alone, so here they must agree with the whole (PACK-13). */
async function checkChunks(entry: FileEntry, bytes: Uint8Array): Promise<Result<true, FileRefusal>> {
  for (const index of entry.chunks?.sha256.keys() ?? []) {
    const chunk = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const verified = await verifyChunk(entry, index, chunk, sha256);
    if (!verified.ok) return fail({ ...verified.error, detail: entry.path });
  }
  return ok(true);
}
