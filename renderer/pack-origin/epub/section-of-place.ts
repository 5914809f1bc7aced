import { EpubCFI } from '@likecoin/epub-ts';
import type { Book } from './open-book.ts';

/** The section an EPUB CFI leads to, from 0; undefined when the text is no CFI or the book has no such section. */
export function sectionOfPlace(book: Pick<Book, 'sections'>, cfi: string): number | undefined {
  try {
    const { base } = new EpubCFI(cfi);
    const wanted = stepsOf(new EpubCFI().segmentString(base));
    const section = book.sections.findIndex(({ cfiBase }) => stepsOf(cfiBase) === wanted);
    return section < 0 ? undefined : section;
  } catch {
    return undefined;
  }
}

/** The numbers of a path without the names in brackets: names may change with an edition, numbers are what counts. */
function stepsOf(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '');
}
