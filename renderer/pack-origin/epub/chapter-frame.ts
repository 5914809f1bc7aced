import { EpubCFI } from '@likecoin/epub-ts';
import type { CleanChapter } from './clean-chapter.ts';
import { forgetPictures } from './load-pictures.ts';
import { bookSheet, pageSheet, tameDeclarations, type Look } from './chapter-style.ts';

/** One chapter on the screen, cut into pages as wide as the frame. Pages count from 0. */
export type ChapterFrame = {
  readonly document: Document;
  readonly pages: () => number;
  readonly page: () => number;
  /** Shows a page; one beyond the end is the last. Counts the pages anew. */
  readonly show: (page: number) => void;
  /** The first words on the page that is shown, as an EPUB CFI. */
  readonly place: () => string;
  readonly pageOfPlace: (cfi: string) => number;
  readonly pageOfElement: (id: string) => number;
  readonly pageOfRange: (range: Range) => number;
  /** Lays the chapter out anew, for another size or theme, and stays at the same words. */
  readonly dress: (look: Look) => void;
  /** Takes the frame away, and all memory of it. */
  readonly destroy: () => void;
};

type FrameWindow = Window & typeof globalThis;

/**
 * Puts a cleaned chapter into a frame inside `stage`. The frame may not run scripts (no `allow-scripts`), whatever the
 * book brings; our page reads and moves it from outside.
 */
export function openChapterFrame(stage: HTMLElement, chapter: CleanChapter, options: { readonly cfiBase: string; readonly title: string; readonly language: string; readonly direction: 'ltr' | 'rtl'; readonly look: Look }): ChapterFrame {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.title = options.title;
  frame.className = 'epub-frame';
  stage.append(frame);
  const view = frame.contentWindow as FrameWindow | null;
  const inside = frame.contentDocument;
  if (view === null || inside === null) throw new Error('The frame has no document');
  inside.replaceChild(inside.adoptNode(chapter.root), inside.documentElement);
  completeRoot(inside, options);
  applyStyleAttributes(inside);
  const ownSheets = chapter.styles.map((style) => bookSheet(view, style));
  const paging = pagesOf(view, inside);
  const place = () => new EpubCFI(firstVisible(view, inside), options.cfiBase).toString();
  const pageOfPlace = (cfi: string) => {
    const range = rangeOf(cfi, inside);
    return range === undefined ? 0 : paging.pageOfRange(range);
  };
  inside.adoptedStyleSheets = [...ownSheets, pageSheet(view, options.look)];
  paging.show(0);
  return {
    document: inside,
    ...paging,
    place,
    pageOfPlace,
    pageOfElement: (id) => {
      const element = inside.getElementById(id);
      return element === null ? 0 : paging.pageOfRange(around(inside, element));
    },
    dress: (look) => {
      const here = place();
      inside.adoptedStyleSheets = [...ownSheets, pageSheet(view, look)];
      paging.show(0);
      paging.show(pageOfPlace(here));
    },
    destroy: () => { frame.remove(); forgetPictures(chapter.pictures); },
  };
}

/** Says language and direction where the chapter does not, and lets the page itself take the keyboard. */
function completeRoot(inside: Document, { language, direction }: { readonly language: string; readonly direction: 'ltr' | 'rtl' }): void {
  const html = inside.documentElement;
  if (!html.hasAttribute('lang')) html.setAttribute('lang', html.getAttribute('xml:lang') ?? language);
  if (!html.hasAttribute('dir')) html.setAttribute('dir', inside.body.getAttribute('dir') ?? direction);
  html.setAttribute('tabindex', '-1');
}

type Paging = Pick<ChapterFrame, 'pages' | 'page' | 'show' | 'pageOfRange'>;

/**
 * Pages are columns beside each other; the body is moved by whole pages, to the left, or to the right where the writing
 * begins there. It is moved and not scrolled, because a frame scrolls no further than its last column.
 */
function pagesOf(view: FrameWindow, inside: Document): Paging {
  const { body } = inside;
  const way = view.getComputedStyle(body).direction === 'rtl' ? -1 : 1;
  const width = () => Math.max(1, view.innerWidth);
  let page = 0;
  let count = 1;
  const show = (wanted: number) => {
    // Counted while nothing is moved: a body that is moved aside overflows by less.
    body.style.transform = 'none';
    count = Math.max(1, Math.ceil((body.scrollWidth - 1) / width()));
    page = Math.min(Math.max(0, wanted), count - 1);
    body.style.transform = `translateX(${String(-page * width() * way)}px)`;
  };
  const pageOfRange = (range: Range) => {
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    const from = way === 1 ? box.left : width() - box.right;
    return Math.min(Math.max(0, page + Math.floor((from + 1) / width())), count - 1);
  };
  // What the keyboard reaches must be seen: the frame would scroll to it by less than a page.
  inside.addEventListener('focusin', ({ target }) => {
    view.scrollTo(0, 0);
    if (target !== inside.documentElement) show(pageOfRange(around(inside, target as Element)));
  });
  return { pages: () => count, page: () => page, show, pageOfRange };
}

/** The first words on the page: where the first text with a box on it begins to be seen. */
function firstVisible(view: FrameWindow, inside: Document): Range {
  const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
  const range = inside.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if ((node.textContent ?? '').trim() === '') continue;
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()];
    if (!boxes.some((box) => box.width > 0 && box.left >= 0 && box.left < view.innerWidth)) continue;
    range.setStart(node, firstOffset(node, range, view));
    range.collapse(true);
    return range;
  }
  range.setStart(inside.body, 0);
  range.collapse(true);
  return range;
}

/** How many letters of a text stand on pages before the one that is shown. */
function firstOffset(node: Node, range: Range, view: FrameWindow): number {
  const length = node.textContent?.length ?? 0;
  let before = 0;
  let after = length - 1;
  const way = view.getComputedStyle(node.parentElement ?? view.document.body).direction === 'rtl' ? -1 : 1;
  while (before < after) {
    const middle = Math.floor((before + after) / 2);
    range.setStart(node, middle);
    range.setEnd(node, middle + 1);
    const box = range.getBoundingClientRect();
    const earlier = way === 1 ? box.left < 0 : box.right > view.innerWidth;
    if (earlier) before = middle + 1;
    else after = middle;
  }
  return before;
}

function rangeOf(cfi: string, inside: Document): Range | undefined {
  try {
    const range = new EpubCFI(cfi).toRange(inside) ?? undefined;
    // A collapsed range at the end of a text has no box; one letter has.
    if (range?.collapsed === true && range.startContainer.nodeType === Node.TEXT_NODE && range.startOffset < (range.startContainer.textContent?.length ?? 0)) range.setEnd(range.startContainer, range.startOffset + 1);
    return range;
  } catch {
    // A place of an older edition that is not in this one.
    return undefined;
  }
}

function around(inside: Document, element: Element): Range {
  const range = inside.createRange();
  range.selectNodeContents(element);
  return range;
}

/** Our policy does not let `style` attributes work as text (clean-chapter.ts put them aside); declarations set from outside do. */
function applyStyleAttributes(inside: Document): void {
  for (const element of inside.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    tameDeclarations(element.style);
  }
}
