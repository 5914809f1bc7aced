import { openChapterFrame, type ChapterFrame } from './chapter-frame.ts';
import type { Look } from './chapter-style.ts';
import { cleanChapter } from './clean-chapter.ts';
import { forgetPictures } from './load-pictures.ts';
import { rangeOfWords } from './find-in-book.ts';
import { listenToPage } from './listen-to-page.ts';
import { loadDocument } from './load-document.ts';
import { resolvePath, type Book } from './open-book.ts';
import { sectionOfPlace } from './section-of-place.ts';

/** Where to go in a section of the book. */
export type Spot =
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'place'; readonly cfi: string }
  | { readonly kind: 'fragment'; readonly id: string }
  | { readonly kind: 'words'; readonly words: string; readonly nth: number };

/** What is on the screen: `broken` when the section's file is missing. Sections and pages count from 0; `place` is an EPUB CFI. */
export type Shown = { readonly state: 'loading' | 'open' | 'broken'; readonly section: number; readonly page: number; readonly pages: number; readonly place: string };

/** A book that is being read. */
export type BookReader = {
  readonly open: (section: number, spot: Spot) => void;
  /** Opens a kept place; the beginning, when it fits this book no more. */
  readonly openPlace: (cfi: string | undefined) => void;
  /** A page on or back, into the next section where this one ends. Does nothing at either end of the book. */
  readonly turn: (way: 1 | -1) => void;
  /** Lays the page out anew for a look, or for another size of the stage. */
  readonly dress: (look: Look) => void;
  readonly close: () => void;
};

type ReaderOptions = { readonly stage: HTMLElement; readonly book: Book; readonly title: string; readonly language: string; readonly look: Look; readonly onShown: (shown: Shown) => void };

/** Reads a book in `stage`: one chapter's frame at a time, taken away with all its memory when another comes. */
export function createBookReader({ stage, book, title, language, onShown, ...options }: ReaderOptions): BookReader {
  const now: Reading = { look: options.look, section: 0, frame: undefined, opening: 0 };
  const say = (open: ChapterFrame) => { onShown({ state: 'open', section: now.section, page: open.page(), pages: open.pages(), place: open.place() }); };
  const load = async (section: number, spot: Spot): Promise<void> => {
    leave(now);
    const mine = now.opening;
    now.section = section;
    onShown({ state: 'loading', section, page: 0, pages: 1, place: '' });
    const { path, cfiBase } = book.sections[section] ?? { path: '', cfiBase: '' };
    const chapter = await loadDocument(path).then((inside) => cleanChapter(inside, path)).catch(() => undefined);
    if (mine !== now.opening) return forgetPictures(chapter?.pictures ?? []);
    if (chapter === undefined) return onShown({ state: 'broken', section, page: 0, pages: 1, place: '' });
    const open = openChapterFrame(stage, chapter, { cfiBase, title, language, direction: book.direction, look: now.look });
    now.frame = open;
    listenToPage(open.document, book.direction, { turn: reader.turn, follow: (leads) => { followLink(book, leads, path, reader); } });
    goTo(open, spot);
    say(open);
    await picturesOf(open.document);
    if (mine !== now.opening) return;
    // Pictures that came later have moved the words.
    goTo(open, spot);
    say(open);
  };
  const reader: BookReader = {
    open: (section, spot) => void load(section, spot),
    openPlace: (cfi) => void load(...placeIn(book, cfi)),
    turn: (way) => {
      if (turnWithin(now.frame, way, say)) return;
      const section = now.section + way;
      if (section >= 0 && section < book.sections.length) void load(section, { kind: way === 1 ? 'start' : 'end' });
    },
    dress: (look) => {
      now.look = look;
      now.frame?.dress(look);
      if (now.frame !== undefined) say(now.frame);
    },
    close: () => { leave(now); },
  };
  return reader;
}

function placeIn(book: Book, cfi: string | undefined): [section: number, spot: Spot] {
  const section = cfi === undefined ? undefined : sectionOfPlace(book, cfi);
  return cfi === undefined || section === undefined ? [0, { kind: 'start' }] : [section, { kind: 'place', cfi }];
}

/** What is open; `opening` counts chapters, so that one that comes too late is let go. */
type Reading = { look: Look; section: number; frame: ChapterFrame | undefined; opening: number };

function leave(now: Reading): void {
  now.opening += 1;
  now.frame?.destroy();
  now.frame = undefined;
}

function turnWithin(frame: ChapterFrame | undefined, way: 1 | -1, say: (open: ChapterFrame) => void): boolean {
  const next = (frame?.page() ?? 0) + way;
  if (frame === undefined || next < 0 || next >= frame.pages()) return false;
  frame.show(next);
  say(frame);
  return true;
}

/** A link inside the book is followed; one that leads out of it does nothing (PACK-21). */
function followLink(book: Book, leads: string, from: string, reader: BookReader): void {
  const found = resolvePath(leads, from);
  const section = book.sections.findIndex(({ path }) => path === found?.path);
  if (found !== undefined && section >= 0) reader.open(section, spotOf(found.fragment));
}

/** The spot a mark in an address names; the start where it names none. */
export function spotOf(fragment: string): Spot {
  return fragment === '' ? { kind: 'start' } : { kind: 'fragment', id: fragment };
}

function goTo(open: ChapterFrame, spot: Spot): void {
  switch (spot.kind) {
    case 'start':
      return open.show(0);
    case 'end':
      return open.show(Number.POSITIVE_INFINITY);
    case 'place':
      return open.show(open.pageOfPlace(spot.cfi));
    case 'fragment':
      return open.show(open.pageOfElement(spot.id));
    case 'words': {
      const range = rangeOfWords(open.document, spot.words, spot.nth);
      if (range === undefined) return;
      open.show(open.pageOfRange(range));
      const view = open.document.defaultView;
      view?.CSS.highlights.set('found', new view.Highlight(range));
    }
  }
}

/** Resolves when the chapter's pictures have come, or cannot. */
async function picturesOf(inside: Document): Promise<void> {
  await Promise.allSettled([...inside.images].filter((image) => !image.complete).map((image) => image.decode()));
}
