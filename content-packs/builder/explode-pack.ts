import type { Result } from '#protocol/result.ts';
import { loadPack, type LoadedPack, type PackRefusal, type Trust } from './load-pack.ts';
import type { Edition } from './pack-carrier.ts';
import { openPackStage, type StageProblem } from './pack-stage.ts';

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
