import type { Found } from './found.ts';
import { bitOf } from './views/view.ts';

/** Characters that turn text round or cannot be seen (security.md 5 N205, section 9). */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0020}-\u{e007f}]+/gu;
const JOINERS = /^[\u200c\u200d]$/u;
const DIRECTIONS = /^[\u061c\u200e\u200f]+$/u;
const BREAKS = /^[\u200b\u2060\ufeff]+$/u;
const FLAG_OF_A_COUNTRY = /^[\u{e0020}-\u{e007f}]+$/u;

/** Scripts that are written with joiners and non-joiners. */
const JOINING_SCRIPT = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Malayalam}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const PICTURE = /(?:\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})$/u;

/** Invisible characters where no language needs them, and words of two alphabets. Takes the body as it was written. */
export function findHiddenText(body: string): readonly Found[] {
  const rightToLeft = RIGHT_TO_LEFT.test(body);
  const unseen = Array.from(body.matchAll(UNSEEN))
    .filter((match) => !isOrdinary(match[0], body.slice(Math.max(0, match.index - 2), match.index), body.slice(match.index + match[0].length).slice(0, 2), rightToLeft))
    .map((match) => found('invisible-characters', match.index, match[0].length, bitOf('invisible')));
  const mixed = Array.from(body.matchAll(/[\p{L}\p{M}]+/gu))
    .filter(([word]) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word.replaceAll('µ', '')))
    .map((match) => found('mixed-alphabets', match.index, match[0].length, bitOf('look-alikes')));
  return [...unseen, ...mixed];
}

function found(reason: 'invisible-characters' | 'mixed-alphabets', start: number, length: number, bits: number): Found {
  return { reason, start, end: start + length, bits, hint: false };
}

function isOrdinary(signs: string, before: string, after: string, rightToLeft: boolean): boolean {
  if (JOINERS.test(signs)) {
    return PICTURE.test(before) || (JOINING_SCRIPT.test(before.slice(-1)) && (signs === '\u200c' || JOINING_SCRIPT.test(after.slice(0, 1))));
  }
  if (DIRECTIONS.test(signs)) return rightToLeft;
  if (FLAG_OF_A_COUNTRY.test(signs)) return before.endsWith('\u{1f3f4}');
  return BREAKS.test(signs) && !(/\p{L}$/u.test(before) && /^\p{L}/u.test(after));
}
