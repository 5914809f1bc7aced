import { readFile } from 'node:fs/promises';
import type { ActivityId } from '#protocol/packs/inline-text.ts';
import { decodeText } from '../decode-text.ts';
import { joinToPassages, type FoundPassage } from '../collect-passages.ts';
import type { CompiledItem, CompiledPack } from '../compiled-pack.ts';
import type { UsedMedia } from '../media-shelf.ts';
import { partsOfBook } from './text-of-book.ts';
import { textOfPage, type PageText } from './text-of-page.ts';
import { textOfPdf } from './text-of-pdf.ts';

/**
 * How much of what other programs made can be found by its words: characters of one item and of one pack, pages of one
 * item, and bytes of one page or PDF. A tablet loads an index whole, and half a book more would cost every search.
 */
export const TEXT_LIMITS = { itemCharacters: 600_000, packCharacters: 1_200_000, pages: 2000, pageBytes: 4 * 1024 * 1024, pdfBytes: 100 * 1024 * 1024 } as const;

/** Passages by item, and the items of which not everything went in. */
export type CarriedText = { readonly passages: ReadonlyMap<ActivityId, readonly FoundPassage[]>; readonly cut: readonly ActivityId[] };

/** Reads the text of a pack's books, PDFs and plain pages for its search index, within `TEXT_LIMITS`. */
export async function collectCarriedText({ items, content }: Pick<CompiledPack, 'items' | 'content'>): Promise<CarriedText> {
  const passages = new Map<ActivityId, readonly FoundPassage[]>();
  const cut: ActivityId[] = [];
  let left: number = TEXT_LIMITS.packCharacters;
  for (const item of items) {
    const room = Math.min(left, TEXT_LIMITS.itemCharacters);
    const shelf = createShelf(item.activityId, room);
    await readItem(item, content, shelf);
    left -= room - shelf.left();
    if (shelf.passages.length > 0) passages.set(item.activityId, shelf.passages);
    if (shelf.isCut()) cut.push(item.activityId);
  }
  return { passages, cut };
}

type TextShelf = {
  readonly passages: readonly FoundPassage[];
  /** Takes one page; false when it wants no more. `at` is the page's number where the player can open there. */
  readonly take: (page: PageText, at?: number) => boolean;
  readonly left: () => number;
  readonly isCut: () => boolean;
};

function createShelf(activityId: ActivityId, room: number): TextShelf {
  const passages: FoundPassage[] = [];
  let left = room;
  let pages = 0;
  let isCut = false;
  return {
    passages,
    take: ({ title, lines }, at) => {
      pages += 1;
      for (const text of joinToPassages(lines)) {
        isCut ||= text.length > left;
        if (isCut) break;
        left -= text.length;
        passages.push({ activityId, ...(at === undefined ? {} : { page: at }), title, text });
      }
      isCut ||= pages > TEXT_LIMITS.pages;
      return !isCut;
    },
    left: () => left,
    isCut: () => isCut,
  };
}

async function readItem(item: CompiledItem, content: ReadonlyMap<string, UsedMedia>, shelf: TextShelf): Promise<void> {
  const entry = item.carried?.entry;
  if (entry === undefined) return;
  if (item.kind === 'pdf') await readPdf(content.get(entry), shelf);
  else if (item.kind === 'epub') await readPages(await partsOfBook(entry, content), content, shelf);
  else if (item.kind === 'web') await readPages(pagesOf(item, entry, content), content, shelf);
}

async function readPdf(used: UsedMedia | undefined, shelf: TextShelf): Promise<void> {
  if (used === undefined || used.file.bytes > TEXT_LIMITS.pdfBytes) return;
  let at = 0;
  await textOfPdf(used.file.place, (page) => shelf.take(page, at++));
}

async function readPages(names: readonly string[], content: ReadonlyMap<string, UsedMedia>, shelf: TextShelf): Promise<void> {
  for (const name of names) {
    const used = content.get(name);
    if (used === undefined || used.file.bytes > TEXT_LIMITS.pageBytes) continue;
    if (!shelf.take(textOfPage(decodeText(await readFile(used.file.place))))) return;
  }
}

/** The pages of a plain item: the one it opens first, then the others by their names. */
function pagesOf({ activityId }: CompiledItem, entry: string, content: ReadonlyMap<string, UsedMedia>): readonly string[] {
  const others = [...content].filter(([name, { usedBy }]) => /\.x?html?$/i.test(name) && name !== entry && usedBy.has(activityId)).map(([name]) => name);
  return [entry, ...others.sort()];
}
