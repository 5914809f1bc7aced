import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { ActivityId } from '#protocol/packs/inline-text.ts';
import { canonicalBytes } from './canonical-bytes.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { hashBytes, hashFile, type HashedBlob, type PackBlob } from './pack-blob.ts';
import type { WrittenIndex } from './write-search-indexes.ts';

/** The files of one list; `activityId` is absent on the list of shared files. */
export type ListedFiles = { readonly activityId: ActivityId | undefined; readonly files: readonly FileEntry[] };

/**
 * Hashes every file of a pack once and sorts them into lists: one for each item, and first one for what several items
 * share (PACK-10). Takes the compiled pack, its search indexes and where to put the blobs, by hash.
 */
export async function listFiles(
  compiled: CompiledPack,
  indexes: readonly WrittenIndex[],
  blobs: Map<string, PackBlob>,
): Promise<readonly ListedFiles[]> {
  const lists = new Map<ActivityId | undefined, FileEntry[]>([[undefined, []]]);
  const keep = (
    owner: ActivityId | undefined,
    entry: Pick<FileEntry, 'path' | 'type' | 'role'>,
    hashed: HashedBlob,
  ) => {
    blobs.set(hashed.said.sha256, hashed.blob);
    lists.get(owner)?.push({ ...entry, ...hashed.said });
  };
  for (const { bytes, said } of indexes)
    keep(undefined, { path: said.path, type: 'application/json', role: 'search-index' }, hashBytes(bytes));
  for (const { activityId, kind, files } of compiled.items) {
    lists.set(activityId, []);
    for (const { path, content } of files.values()) {
      const role = kind === 'quiz' || kind === 'assignment' ? kind : 'lesson';
      keep(activityId, { path, type: 'application/json', role }, hashBytes(canonicalBytes(content)));
    }
  }
  for (const [path, { file, type, role, usedBy }] of [...compiled.media, ...compiled.content]) {
    const [only] = usedBy;
    keep(usedBy.size === 1 ? only : undefined, { path, type, role }, await hashFile(file));
  }
  return [...lists]
    .filter(([, files]) => files.length > 0)
    .map(([activityId, files]) => ({ activityId, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }));
}
