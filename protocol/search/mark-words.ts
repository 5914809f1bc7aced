import { foldLetters } from './fold-letters.ts';
import { indexTerms } from './search-rules.ts';
import { splitWords } from './split-words.ts';

/** A piece of a line; `found` pieces are the words that were looked for. */
export type MarkedPiece = { readonly text: string; readonly found: boolean };

/** Longest line shown under a result, in characters. */
const LINE = 160;
/** Characters before the found word that are kept, so that it stands inside its sentence. */
const LEAD = 60;

/**
 * The part of a passage that shows why it was found, with the words marked: the first sentence with such a word, cut to
 * a line. Takes the passage's text, its language and the terms that hit (index terms). Without a hit in the text: its beginning.
 */
export function markWords(text: string, language: string, terms: readonly string[]): readonly MarkedPiece[] {
  const wanted = new Set(terms.flatMap((term) => [term, foldLetters(term)]));
  const words = splitWords(text, language);
  const hits = words.filter(({ word }) => indexTerms(word, language).some((term) => wanted.has(term)));
  const from = startOfLine(text, hits[0]?.from ?? 0);
  const to = endOfLine(text, from);
  const pieces: MarkedPiece[] = [];
  let at = from;
  for (const hit of hits.filter((one) => one.from >= from && one.to <= to)) {
    if (hit.from > at) pieces.push({ text: text.slice(at, hit.from), found: false });
    pieces.push({ text: text.slice(hit.from, hit.to), found: true });
    at = hit.to;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), found: false });
  if (from > 0 && !endsSentence(text.slice(0, from))) pieces.unshift({ text: '… ', found: false });
  if (to < text.length && !endsSentence(text.slice(0, to))) pieces.push({ text: ' …', found: false });
  return pieces;
}

/** The beginning of the sentence at `hit`, or of a word not far before it where the sentence is long. */
function startOfLine(text: string, hit: number): number {
  const before = text.slice(0, hit);
  const sentence = Math.max(...['. ', '! ', '? ', '؟ ', '۔ ', '\n'].map((end) => before.lastIndexOf(end) + (before.includes(end) ? end.length : 1)));
  const start = Math.max(0, sentence);
  if (hit - start <= LEAD) return start;
  const space = text.indexOf(' ', hit - LEAD);
  return space === -1 || space >= hit ? hit : space + 1;
}

function endOfLine(text: string, from: number): number {
  if (text.length - from <= LINE) return text.length;
  const space = text.lastIndexOf(' ', from + LINE);
  return space <= from ? from + LINE : space;
}

function endsSentence(text: string): boolean {
  return /[.!?؟۔\n]\s*$/u.test(text);
}
