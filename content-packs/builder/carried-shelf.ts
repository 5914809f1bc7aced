import type { FileRole } from '#protocol/packs/file-list.ts';
import type { ActivityId } from '#protocol/packs/inline-text.ts';
import type { UsedMedia } from './media-shelf.ts';
import type { ProblemList } from './problem.ts';
import { readHead, type SourceFolder } from './read-source.ts';
import type { PackYaml } from './source-schema.ts';
import { typeOfName } from './type-of-name.ts';

/** An item that another program made, as `pack.yaml` names it. */
export type CarriedYaml = ItemYaml & {
  readonly [Name in 'kind' | 'entry' | 'folder' | 'title']: NonNullable<ItemYaml[Name]>;
};
type ItemYaml = PackYaml['items'][number];

/** The files of carried items: checks each folder once, and remembers which items share it. */
export type CarriedShelf = {
  readonly used: ReadonlyMap<string, UsedMedia>;
  /** Takes all files of an item's folder; problems are noted at `line` of `pack.yaml`. */
  readonly useItem: (item: CarriedYaml, activityId: ActivityId, line: number) => void;
  /** Takes all files of a runtime pack's folder (PACK-33). */
  readonly useRuntime: (folder: string, line: number) => void;
};

/** What an entry must be called, for each kind that has one certain ending. */
const ENTRY_ENDINGS: Readonly<Partial<Record<CarriedYaml['kind'], RegExp>>> = {
  epub: /\.opf$/i,
  pdf: /\.pdf$/i,
  h5p: /(^|\/)h5p\.json$/i,
};

/** Creates the shelf over a source folder. */
export function createCarriedShelf(source: SourceFolder, problems: ProblemList): CarriedShelf {
  const used = new Map<string, UsedMedia>();
  const folders = new Map<string, readonly string[]>();
  const take = (folder: string, user: ActivityId | undefined, role: FileRole, line: number) => {
    const names = folders.get(folder) ?? filesBelow(source, folder, line, problems);
    folders.set(folder, names);
    for (const name of names) {
      const file = source.files.get(name);
      const type = typeOfName(name);
      const known = used.get(name);
      if (known) known.usedBy.add(user);
      else if (file && type) used.set(name, { file, type, role, usedBy: new Set([user]) });
    }
  };
  return {
    used,
    useItem: (item, activityId, line) => {
      take(item.folder, activityId, 'content', line);
      // Its folder may be shared, and another item may have taken the file before.
      const entry = item.kind === 'pdf' ? used.get(item.entry) : undefined;
      if (entry) used.set(item.entry, { ...entry, role: 'pdf' });
      checkEntry(source, item, line, problems);
    },
    useRuntime: (folder, line) => take(folder, undefined, 'runtime', line),
  };
}

function filesBelow(source: SourceFolder, folder: string, line: number, problems: ProblemList): readonly string[] {
  const names = [...source.files.keys()].filter((name) => name.startsWith(`${folder}/`));
  if (names.length === 0)
    problems.block('file-missing', 'pack.yaml', line, `There is no folder “${folder}” with files in it.`);
  for (const name of names.filter((one) => typeOfName(one) === undefined))
    problems.block(
      'file-kind',
      name,
      undefined,
      'A pack cannot hold files of this kind. Take it out, or save it as another kind.',
    );
  return names;
}

function checkEntry(
  source: SourceFolder,
  { kind, entry, folder }: CarriedYaml,
  line: number,
  problems: ProblemList,
): void {
  const block = (message: string) => problems.block('link-broken', 'pack.yaml', line, message);
  if (!entry.startsWith(`${folder}/`)) return block(`The entry “${entry}” does not lie in the folder “${folder}”.`);
  if (!source.files.has(entry)) return block(`There is no file “${entry}” to open.`);
  if (ENTRY_ENDINGS[kind]?.test(entry) === false) return block(`“${entry}” is not what a ${kind} item opens.`);
  const isPdf = kind !== 'pdf' || readHead(source, entry, 1024)?.includes('%PDF-') === true;
  if (!isPdf) problems.block('media-broken', entry, undefined, 'This is not a PDF file, or it is damaged.');
}
