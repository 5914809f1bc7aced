import { foundAt, spanOf, type Found } from './found.ts';
import { LETTERS_FOR_DIGITS } from './views/look-alikes.ts';
import type { View } from './views/view.ts';

/** A1234BC, with letters that pass for some of its digits. */
const NUMBER = /(?<![\p{L}\p{N}])[a-z][\doilszb]{4}[a-z]{2}(?![\p{L}\p{N}])/gu;
/** Fewest true digits: four letters in a row make words. */
const DIGITS = 2;

/** Prison numbers in a plain or joined view, but for `own`, which their writer may name. */
export function findPrisonNumbers(view: View, own: string | null): readonly Found[] {
  return Array.from(view.text.matchAll(NUMBER))
    .filter((match) => (match[0].match(/\d/gu)?.length ?? 0) >= DIGITS && read(match[0]) !== own?.toLowerCase())
    .map((match) => foundAt(view, spanOf(match), 'names-prison-number'));
}

function read(written: string): string {
  const digits = Array.from(written.slice(1, 5), (sign) => LETTERS_FOR_DIGITS[sign] ?? sign);
  return `${written.slice(0, 1)}${digits.join('')}${written.slice(5)}`;
}
