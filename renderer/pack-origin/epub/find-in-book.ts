import type { BookSection } from './open-book.ts';
import { loadDocument } from './load-document.ts';

/** Words found in a book: the section, which of its findings it is (from 0), and the words around. */
export type Finding = { readonly section: number; readonly nth: number; readonly before: string; readonly words: string; readonly after: string };

/** Most findings shown; who finds more looks for more words. */
export const MOST_FINDINGS = 50;
/** Letters shown on either side. */
const AROUND = 40;

/** Looks for words in every section, in reading order. Case, accents and runs of spaces do not count. Stops when `signal` says so. */
export async function findInBook(sections: readonly BookSection[], wanted: string, signal: AbortSignal): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const [section, { path }] of sections.entries()) {
    if (signal.aborted || found.length >= MOST_FINDINGS) break;
    // A section that is missing has no words; the reader says so when it is opened.
    const chapter = await loadDocument(path).catch(() => undefined);
    const text = chapter?.body.textContent ?? '';
    for (const [nth, { from, to }] of findWords(text, wanted).entries()) {
      if (found.length >= MOST_FINDINGS) break;
      found.push({ section, nth, before: tidy(text.slice(Math.max(0, from - AROUND), from)), words: tidy(text.slice(from, to)), after: tidy(text.slice(to, to + AROUND)) });
    }
  }
  return found;
}

/** Where words stand in a text: first letter and the one after the last. Case and accents do not count. */
export function findWords(text: string, wanted: string): readonly { readonly from: number; readonly to: number }[] {
  const needle = [...fold(wanted.trim())].map(({ sign }) => sign).join('').replace(/\s+/g, ' ');
  if (needle === '') return [];
  const signs = [...fold(text)];
  const folded = signs.map(({ sign }) => (/\s/.test(sign) ? ' ' : sign)).join('');
  const found: { from: number; to: number }[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    const first = signs[at];
    const last = signs[at + needle.length - 1];
    if (first !== undefined && last !== undefined) found.push({ from: first.from, to: last.to });
  }
  return found;
}

/** The range of the `nth` finding inside a document, or undefined when it has fewer. */
export function rangeOfWords(inside: Document, wanted: string, nth: number): Range | undefined {
  const place = findWords(inside.body.textContent, wanted)[nth];
  if (place === undefined) return undefined;
  const range = inside.createRange();
  const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let began = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!began && place.from < passed + length) {
      range.setStart(node, place.from - passed);
      began = true;
    }
    if (began && place.to <= passed + length) {
      range.setEnd(node, place.to - passed);
      return range;
    }
    passed += length;
  }
  return undefined;
}

/** Letters without case and marks, each with the place in the text it came from. */
function* fold(text: string): Generator<{ readonly sign: string; readonly from: number; readonly to: number }> {
  let from = 0;
  for (const letter of text) {
    const to = from + letter.length;
    for (const sign of letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) yield { sign, from, to };
    from = to;
  }
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ');
}
