import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import type { InstalledPack } from '../../packs/pack-stores.ts';

/** Kinds of item that another pack's program plays. */
const NEEDS_RUNTIME: ReadonlySet<string> = new Set(['h5p']);

/**
 * The files of the runtime packs that a course names, by their pack id; undefined when an item of this kind cannot be played
 * without one that is not on this tablet, or too old (PACK-33). Which packs come is the release list's business; here is
 * only looked.
 */
export function findRuntimes(manifest: Manifest, kind: string | undefined, installed: readonly InstalledPack[]): ReadonlyMap<string, readonly FileEntry[]> | undefined {
  const named = manifest.runtimes ?? [];
  const here = named.flatMap(({ packId, minVersion }) => installed.find((one) => one.live && one.id === packId && one.version >= minVersion) ?? []);
  const isMissing = named.length === 0 || here.length < named.length;
  if (isMissing && NEEDS_RUNTIME.has(kind ?? '')) return undefined;
  return new Map(here.map((pack) => [pack.id, pack.files]));
}
