import type { PackSignature } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { checkSource } from './check-source.ts';
import { loadFromCarrier, type LoadedPack, type PackRefusal, type Trust } from './load-pack.ts';
import { blobPath, editionPath, type PackCarrier } from './pack-carrier.ts';
import { narratePack } from './narration/narrate-pack.ts';
import { openArchiveStage } from './archive-stage.ts';
import {
  openPackStage,
  signaturesBytes,
  type EditionHead,
  type PackStage,
  type StageProblem,
} from './pack-stage.ts';
import type { PackBlob } from './pack-blob.ts';
import { describeProblems, type Problem } from './problem.ts';
import { signPack, type SigningKey } from './sign-pack.ts';
import { trustOf } from './trust-of.ts';
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
