import { chmod, mkdir, mkdtemp, open, readFile, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { PackSignature } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { blobPath, editionPath, type Edition } from './pack-carrier.ts';

/** `version-taken`: this version is already there with other content; raise the version. */
export type StageProblem = { readonly code: 'version-taken'; readonly detail: string };

/** What names an edition in a folder: its place, its manifest and its signatures. */
export type EditionHead = Edition & {
  readonly manifestBytes: Uint8Array;
  readonly signatures: readonly PackSignature[];
};

/** A hidden folder beside the final places, so that a pack appears whole or not at all. */
export type PackStage = {
  readonly putBlob: (sha256: string, bytes: Uint8Array) => Promise<void>;
  readonly commit: (head: EditionHead) => Promise<Result<string, StageProblem>>;
  /** Takes away all that was staged, and `out` itself if this stage made it. Harmless after `commit`. */
  readonly abandon: () => Promise<void>;
};

/** Opens a stage in `out`, a folder of packs which is made if it is not there. */
export async function openPackStage(out: string): Promise<PackStage> {
  const made = await mkdir(out, { recursive: true });
  const stage = await mkdtemp(path.join(out, '.incoming-'));
  const staged = new Set<string>();
  return {
    putBlob: async (sha256, bytes) => {
      if (staged.has(sha256)) return;
      await writeDurably(path.join(stage, sha256), bytes);
      staged.add(sha256);
    },
    commit: async (head) => {
      const place = path.join(out, editionPath(head));
      const already = await readFile(path.join(place, 'manifest.json')).catch(() => undefined);
      if (already && !already.equals(head.manifestBytes))
        return fail({ code: 'version-taken', detail: editionPath(head) });
      for (const sha256 of staged) await placeBlob(stage, out, sha256);
      await placeHead(stage, place, head, already !== undefined);
      await rm(stage, { recursive: true, force: true });
      return ok(place);
    },
    abandon: async () => {
      await rm(stage, { recursive: true, force: true });
      if (made !== undefined && (await readdir(out)).length === 0) await removeMade(out, made);
    },
  };
}

/** Writes signatures of an edition already in place; the rename makes it old or new, never half. */
export async function replaceSignatures(out: string, head: EditionHead): Promise<void> {
  const file = path.join(out, editionPath(head), 'signatures.json');
  await writeDurably(`${file}.new`, signaturesBytes(head.signatures));
  await rename(`${file}.new`, file);
}

/** The bytes of `signatures.json`. */
export function signaturesBytes(signatures: readonly PackSignature[]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(signatures, null, 2)}\n`);
}

async function placeBlob(stage: string, out: string, sha256: string): Promise<void> {
  const place = path.join(out, blobPath(sha256));
  await mkdir(path.dirname(place), { recursive: true });
  await chmod(path.join(stage, sha256), 0o444);
  // Over what is there: these bytes were checked just now, those perhaps long ago.
  await rename(path.join(stage, sha256), place);
}

/** The manifest goes last: a reader that finds it finds every blob it names. */
async function placeHead(stage: string, place: string, head: EditionHead, isThere: boolean): Promise<void> {
  if (isThere) {
    await writeDurably(path.join(stage, 'signatures.json'), signaturesBytes(head.signatures));
    await rename(path.join(stage, 'signatures.json'), path.join(place, 'signatures.json'));
    return;
  }
  const edition = path.join(stage, 'edition');
  await mkdir(edition);
  await writeDurably(path.join(edition, 'signatures.json'), signaturesBytes(head.signatures));
  await writeDurably(path.join(edition, 'manifest.json'), head.manifestBytes);
  await mkdir(path.dirname(place), { recursive: true });
  await rename(edition, place);
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Removes the empty folders from `out` up to the topmost one this stage made. */
async function removeMade(out: string, topmost: string): Promise<void> {
  for (let folder = path.resolve(out); folder.startsWith(path.resolve(topmost)); folder = path.dirname(folder)) {
    await rmdir(folder).catch(() => undefined);
  }
}
