import { FILE_TYPES, type FileEnding, type FileEntry } from '#protocol/packs/file-list.ts';

/** The type a pack gives a file of this name (PACK-12), by its ending in small or capital letters; undefined when a pack cannot hold it. */
export function typeOfName(name: string): FileEntry['type'] | undefined {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(FILE_TYPES, ending) ? FILE_TYPES[ending as FileEnding] : undefined;
}
