import { addressOf } from './load-document.ts';
import { loadPictures } from './load-pictures.ts';
import { resolvePath } from './open-book.ts';

/** What a chapter brings beside its text: the style sheets, in their order, and the addresses of its pictures in memory. */
export type CleanChapter = { readonly root: Element; readonly styles: readonly ChapterStyle[]; readonly pictures: readonly string[] };
export type ChapterStyle = { readonly path: string; readonly text: string };

/** What has no use on a page of a book: programs, other pages, forms, and what speaks to the browser. */
const TAKEN_OUT = 'script, iframe, frame, object, embed, applet, form, input, button, select, textarea, base, meta, portal, template';
/** Attributes that name a file. */
const SOURCES = ['src', 'poster', 'href', 'xlink:href', 'data'];
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Takes a chapter apart for our frame: text and pictures stay, programs go, addresses become those of this pack, and
 * style sheets are handed back as text. It is the third wall: the frame has no scripts and our policy allows none.
 */
export async function cleanChapter(chapter: Document, path: string): Promise<CleanChapter> {
  const root = chapter.documentElement;
  const styles = await takeStyles(chapter, path);
  for (const element of root.querySelectorAll(TAKEN_OUT)) element.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) cleanAttributes(element, path);
  return { root, styles, pictures: await loadPictures(root) };
}

/** True for an address in a style sheet or an attribute that stays in this pack. */
export function staysInPack(reference: string): boolean {
  return !/^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference);
}

async function takeStyles(chapter: Document, path: string): Promise<readonly ChapterStyle[]> {
  const found: Promise<ChapterStyle | undefined>[] = [];
  for (const element of chapter.querySelectorAll('style, link')) {
    if (element.localName === 'style') found.push(Promise.resolve({ path, text: element.textContent }));
    else if (/(^|\s)stylesheet(\s|$)/i.test(element.getAttribute('rel') ?? '')) found.push(loadStyle(element.getAttribute('href') ?? '', path));
    element.remove();
  }
  const styles = await Promise.all(found);
  return styles.filter((style) => style !== undefined);
}

async function loadStyle(reference: string, from: string): Promise<ChapterStyle | undefined> {
  const found = resolvePath(reference, from);
  if (found === undefined) return undefined;
  const answer = await fetch(addressOf(found.path));
  // A book without one of its style sheets is plainer, not broken.
  return answer.ok ? { path: found.path, text: await answer.text() } : undefined;
}

function cleanAttributes(element: Element, path: string): void {
  const style = element.getAttribute('style');
  if (style !== null) element.setAttribute('data-style', style);
  element.removeAttribute('style');
  for (const { name } of [...element.attributes]) {
    if (/^on/i.test(name) || /^(srcset|ping|target|autofocus|formaction)$/i.test(name)) element.removeAttribute(name);
  }
  for (const name of SOURCES) {
    const reference = element.getAttribute(name);
    if (reference === null || reference.startsWith('#')) continue;
    // A link keeps its own words: where it leads is decided when it is pressed.
    if (element.localName === 'a') element.setAttribute('data-leads', reference);
    const found = staysInPack(reference) && element.localName !== 'a' ? resolvePath(reference, path) : undefined;
    if (found === undefined) element.removeAttribute(name);
    else if (name === 'xlink:href') element.setAttributeNS(XLINK, name, addressOf(found.path));
    else element.setAttribute(name, addressOf(found.path));
  }
  if (element.hasAttribute('data-leads')) element.setAttribute('href', '#');
}
