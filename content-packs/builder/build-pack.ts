import { lstat } from 'node:fs/promises';
import type { PackSignature } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { checkSource } from './check-source.ts';
import { loadFromCarrier, loadPack, type LoadedPack, type PackRefusal, type Trust } from './load-pack.ts';
import { blobPath, editionPath, type Edition, type PackCarrier } from './pack-carrier.ts';
import { narratePack } from './narration/narrate-pack.ts';
import { openArchiveStage } from './archive-stage.ts';
import {
  openPackStage,
  replaceSignatures,
  signaturesBytes,
  type EditionHead,
  type PackStage,
  type StageProblem,
} from './pack-stage.ts';
import type { PackBlob } from './pack-blob.ts';
import { describeProblems, type Problem } from './problem.ts';
import { signPack, type SigningKey } from './sign-pack.ts';
import { writeManifest, type BuiltPack } from './write-manifest.ts';

/** `source-has-blockers`: nothing was written; show the problems. Other codes: writing or checking the output failed. */
export type BuildProblem =
  { readonly code: 'source-has-blockers'; readonly problems: readonly Problem[] } | StageProblem | PackRefusal;

/** What was built, and the warnings that travel with it. */
export type BuildReport = {
  readonly pack: LoadedPack;
  readonly warnings: readonly Problem[];
  /** What could not be read aloud, and why: about this machine, so it does not travel with the pack. */
  readonly remarks: readonly string[];
};

/**
 * Builds a pack from a source folder (walk B, stations 2 to 6). Takes the source, where to put it (a folder of packs,
 * or a name ending in `.pack`), the version (default: the one in `pack.yaml`) and keys to sign with at once.
 * Judges its own output by the law every reader uses before it is written; a failure leaves nothing behind.
 */
export async function buildPack(options: {
  readonly source: string;
  readonly out: string;
  readonly version?: number | undefined;
  readonly keys?: readonly SigningKey[];
  /** Reads the lessons aloud; the folder keeps what was made, so that building again is quick. Absent: nothing is read. */
  readonly narrationCache?: string | undefined;
}): Promise<Result<BuildReport, BuildProblem>> {
  const checked = await checkSource(options.source);
  if (!checked.compiled) return fail({ code: 'source-has-blockers', problems: checked.problems });
  const { narrationCache: cache } = options;
  const spoken = cache === undefined ? { compiled: checked.compiled, remarks: [] } : await narratePack(checked.compiled, cache);
  const keys = options.keys ?? [];
  const warnings = checked.problems.map((problem) => describeProblems([problem]));
  const built = await writeManifest(spoken.compiled, options.version ?? checked.compiled.pack.version, warnings);
  const signatures = keys.reduce<readonly PackSignature[]>(
    (already, key) => signPack(built.manifestBytes, already, key),
    [],
  );
  const judged = await writeJudged(options.out, carrierOf(built, signatures), { ...built, signatures }, trustOf(keys));
  return judged.ok ? ok({ pack: judged.value, warnings: checked.problems, remarks: spoken.remarks }) : judged;
}

/** Judges a carrier as every reader will, and writes each blob as it is judged: one pass, and nothing is written that was not. */
async function writeJudged(
  out: string,
  carrier: PackCarrier,
  head: EditionHead,
  trust: Trust | undefined,
): Promise<Result<LoadedPack, PackRefusal | StageProblem>> {
  const stage = await openStage(out, head);
  try {
    const loaded = await loadFromCarrier(carrier, { trust, takeBlob: stage.putBlob });
    if (!loaded.ok) return loaded;
    const committed = await stage.commit(head);
    return committed.ok ? loaded : committed;
  } finally {
    await stage.abandon();
  }
}

function openStage(out: string, head: EditionHead): Promise<PackStage> {
  return out.endsWith('.pack') ? openArchiveStage(out, head) : openPackStage(out);
}

/** Adds one signature to a built pack, folder or `.pack`, after checking that the pack hangs together. */
export async function addSignature(
  path: string,
  key: SigningKey,
  which?: Edition,
): Promise<Result<LoadedPack, PackRefusal>> {
  const isFolder = (await lstat(path).catch(() => undefined))?.isDirectory() === true;
  const loaded = await loadPack(path, { which });
  if (!loaded.ok) return loaded;
  const { manifest, manifestBytes } = loaded.value;
  const signatures = signPack(manifestBytes, loaded.value.signatures, key);
  const head = { packId: manifest.packId, version: manifest.version, manifestBytes, signatures };
  const replaced = isFolder ? ok(await replaceSignatures(path, head)) : await rewriteArchive(path, head, which);
  return replaced.ok ? loadPack(path, { which, trust: trustOf([key]) }) : replaced;
}

/** An archive is written anew beside itself, blob by blob, and renamed over the old one. */
async function rewriteArchive(
  file: string,
  head: EditionHead,
  which: Edition | undefined,
): Promise<Result<unknown, PackRefusal>> {
  const stage = await openArchiveStage(file, head);
  try {
    const copied = await loadPack(file, { which, takeBlob: stage.putBlob });
    if (copied.ok) await stage.commit(head);
    return copied;
  } finally {
    await stage.abandon();
  }
}

/** Checks a pack whole and copies it as checked files into a folder of packs: all of it, or nothing. */
export async function explodePack(
  path: string,
  out: string,
  options: { readonly trust?: Trust | undefined; readonly which?: Edition | undefined },
): Promise<Result<LoadedPack, PackRefusal | StageProblem>> {
  const stage = await openPackStage(out);
  try {
    const loaded = await loadPack(path, { ...options, takeBlob: stage.putBlob });
    if (!loaded.ok) return loaded;
    const { manifest, manifestBytes, signatures } = loaded.value;
    const committed = await stage.commit({
      packId: manifest.packId,
      version: manifest.version,
      manifestBytes,
      signatures,
    });
    return committed.ok ? loaded : committed;
  } finally {
    await stage.abandon();
  }
}

/** A built pack as a carrier, so that it is judged exactly as a reader will judge it. */
function carrierOf(built: BuiltPack, signatures: readonly PackSignature[]): PackCarrier {
  const inMemory = (bytes: Uint8Array) => ({ bytes: bytes.length, read: () => Promise.resolve(bytes) });
  const files = new Map<string, PackBlob>([
    [`${editionPath(built)}/manifest.json`, inMemory(built.manifestBytes)],
    [`${editionPath(built)}/signatures.json`, inMemory(signaturesBytes(signatures))],
  ]);
  for (const [sha256, blob] of built.blobs) files.set(blobPath(sha256), blob);
  return {
    names: [...files.keys()],
    read: async (name) => {
      const blob = files.get(name);
      return blob ? ok(await blob.read()) : fail({ code: 'file-missing', detail: name });
    },
    close: () => undefined,
  };
}

function trustOf(keys: readonly SigningKey[]): Trust | undefined {
  return keys.length === 0
    ? undefined
    : { keys: keys.map((key) => key.trusted), threshold: keys.length, requiredRoles: [] };
}
