import { readFile } from 'node:fs/promises';
import { decodeText } from '../decode-text.ts';
import { folderOf, pathInPackage } from '../path-in-package.ts';
import { childOf, childrenOf, readXml } from '../read-xml.ts';
import type { UsedMedia } from '../media-shelf.ts';

/** The files of a book's parts, in reading order, by its package file. Empty where that cannot be read. */
export async function partsOfBook(opf: string, files: ReadonlyMap<string, UsedMedia>): Promise<readonly string[]> {
  const file = files.get(opf);
  if (file === undefined) return [];
  const root = readXml(decodeText(await readFile(file.file.place)));
  if (!root.ok) return [];
  const items = childrenOf(childOf(root.value, 'manifest'), 'item').map(({ attributes }): [string, string] => [attributes['id'] ?? '', pathInPackage(folderOf(opf), attributes['href'] ?? '')]);
  const byId = new Map(items);
  return childrenOf(childOf(root.value, 'spine'), 'itemref').flatMap(({ attributes }) => byId.get(attributes['idref'] ?? '') ?? []);
}
