import type { FileEntry } from '#protocol/packs/file-list.ts';

/** The files that answer in one pack's origin: its own, and those of the runtime packs it names, by their pack id. */
export type PackFiles = {
  readonly files: readonly FileEntry[];
  readonly runtimes: ReadonlyMap<string, readonly FileEntry[]>;
};

/** Finds the file of a path as a page asks for it; undefined when the verified lists have none. */
export type FindFile = (path: string) => FileEntry | undefined;

/**
 * Makes the index of an open pack. A path whose capitals differ from the list's is found too: courses made on Windows
 * name `Images/Play.JPG` what lies in `images/play.jpg`. Nothing is guessed, for no two paths of a pack differ in
 * capitals alone (PACK-11). Files of a runtime answer under `__runtime/<pack id>/` (PACK-33).
 */
export function indexPackFiles({ files, runtimes }: PackFiles): FindFile {
  const exact = new Map<string, FileEntry>(files.map((file) => [file.path, file]));
  for (const [packId, runtimeFiles] of runtimes) for (const file of runtimeFiles) exact.set(`__runtime/${packId}/${file.path}`, file);
  const folded = new Map([...exact].map(([path, file]) => [path.toLowerCase(), file]));
  return (path) => exact.get(path) ?? folded.get(path.toLowerCase());
}
