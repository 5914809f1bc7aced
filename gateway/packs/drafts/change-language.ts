import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isSeq } from 'yaml';

/** Where words by language stand in `pack.yaml`; `*` is every item. */
const SPOKEN = [
  ['title'],
  ['summary'],
  ['coverAlt'],
  ['certificate', 'title'],
  ['series', 'title'],
  ['items', '*', 'title'],
];

/**
 * Says that a course of one language is in another one than an importer took it for: its folder, its captions' names
 * and the words in `pack.yaml` move with it. A course of several languages is left alone: which would be meant?
 */
export async function changeLanguage(source: string, document: Document, to: string): Promise<void> {
  const languages = document.get('languages');
  const from: unknown = isSeq(languages) && languages.items.length === 1 ? document.getIn(['languages', 0]) : undefined;
  if (typeof from !== 'string' || from === to || /[^a-zA-Z0-9-]/.test(from)) return;
  for (const folder of ['', 'media'])
    if (await isThere(join(source, folder, from))) await rename(join(source, folder, from), join(source, folder, to));
  for (const name of await readdir(join(source, 'media')).catch(() => []))
    if (name.endsWith(`.${from}.vtt`) || name.endsWith(`.${from}.txt`))
      await rename(join(source, 'media', name), join(source, 'media', name.replace(`.${from}.`, `.${to}.`)));
  document.set('languages', [to]);
  for (const path of SPOKEN) for (const place of placesOf(document, path)) moveKey(document, place, from, to);
}

function placesOf(document: Document, path: readonly string[]): readonly (readonly (string | number)[])[] {
  if (!path.includes('*')) return [path];
  const items = document.get('items');
  return isSeq(items) ? items.items.map((_item, at) => path.map((part) => (part === '*' ? at : part))) : [];
}

function moveKey(document: Document, place: readonly (string | number)[], from: string, to: string): void {
  const map = document.getIn(place);
  if (!isMap(map) || !map.has(from)) return;
  map.set(to, map.get(from));
  map.delete(from);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
