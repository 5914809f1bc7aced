import { EpubCFI, Navigation, Packaging } from '@likecoin/epub-ts';
import { loadDocument } from './load-document.ts';

/** One part of a book in reading order: its path in the pack, and what every place in it begins with. */
export type BookSection = { readonly path: string; readonly cfiBase: string };
/** A line of the book's contents: where it leads, as a section from 0 and maybe a mark in it. */
export type BookLine = { readonly label: string; readonly depth: number; readonly section: number; readonly fragment: string };
/** A book, opened: nothing of its text is loaded yet. */
export type Book = { readonly direction: 'ltr' | 'rtl'; readonly sections: readonly BookSection[]; readonly contents: readonly BookLine[] };

/** Most lines of contents shown, and most parts of a book read (security.md 8.2: at most 20,000 files in a pack). */
const MOST_LINES = 1000;

/** Opens a book by its package file (`.opf`). Rejects when that cannot be read or names no text; missing contents are no fault. */
export async function openBook(entry: string): Promise<Book> {
  const packaging = new Packaging(await loadDocument(entry));
  const sections = sectionsOf(packaging, entry);
  if (sections.length === 0) throw new Error('The book has no text');
  const contents = await contentsOf(packaging, entry, sections).catch(() => []);
  return { direction: packaging.metadata.direction === 'rtl' ? 'rtl' : 'ltr', sections, contents };
}

/** Stands for the pack while paths are joined: Chromium 114 does that rightly below the schemes of the web alone. The name is nobody's (RFC 2606). */
const INSIDE = 'https://pack.invalid';

/** The path a reference leads to, taken from the file it stands in; undefined when it leads out of the pack. */
export function resolvePath(reference: string, from: string): { readonly path: string; readonly fragment: string } | undefined {
  const base = new URL(`${INSIDE}/${from.split('/').map(encodeURIComponent).join('/')}`);
  try {
    const url = new URL(reference, base);
    if (url.origin !== INSIDE) return undefined;
    return { path: decodeURIComponent(url.pathname.slice(1)).normalize('NFC'), fragment: decodeURIComponent(url.hash.slice(1)) };
  } catch {
    return undefined;
  }
}

function sectionsOf(packaging: Packaging, entry: string): readonly BookSection[] {
  const cfi = new EpubCFI();
  const read = packaging.spine.flatMap((item) => {
    const file = packaging.manifest[item.idref];
    const found = file === undefined ? undefined : resolvePath(file.href, entry);
    const cfiBase = cfi.generateChapterComponent(packaging.spineNodeIndex, item.index, item.id);
    return found === undefined ? [] : [{ path: found.path, cfiBase, linear: item.linear !== 'no' }];
  });
  // Asides (`linear="no"`) are opened by a link and are not met on the way, unless the book has nothing else.
  const inOrder = read.filter(({ linear }) => linear);
  return (inOrder.length > 0 ? inOrder : read).map(({ path, cfiBase }) => ({ path, cfiBase }));
}

type Entry = Navigation['toc'][number];

async function contentsOf(packaging: Packaging, entry: string, sections: readonly BookSection[]): Promise<readonly BookLine[]> {
  const file = resolvePath(packaging.navPath !== '' ? packaging.navPath : packaging.ncxPath, entry);
  if (file === undefined || file.path === entry) return [];
  const { toc } = new Navigation(await loadDocument(file.path));
  const lines: BookLine[] = [];
  const walk = (entries: readonly Entry[], depth: number) => {
    for (const { label, href, subitems } of entries) {
      if (lines.length >= MOST_LINES) return;
      const target = resolvePath(href, file.path);
      const section = sections.findIndex(({ path }) => path === target?.path);
      const words = label.replace(/\s+/g, ' ').trim().slice(0, 200);
      if (target !== undefined && section >= 0 && words !== '') lines.push({ label: words, depth, section, fragment: target.fragment });
      walk(subitems ?? [], depth + 1);
    }
  };
  walk(toc, 0);
  return lines;
}
