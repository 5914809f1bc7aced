import { LETTERS_FOR_DIGITS } from '../views/look-alikes.ts';
import { bitOf, ViewBuilder, type View } from '../views/view.ts';
import { BETWEEN, HUNDREDS, NUMBER_WORDS, PLUS, TIMES } from './number-words.ts';

/** A number being read: its value so far and the place of its words. */
type Reading = { readonly value: number; readonly from: number; readonly to: number; readonly times: number };

const WORDS = bitOf('in-words');
const SIGNS = bitOf('signs-for-letters');

/**
 * A plain view with numbers in words as digits, and letters that pass for digits as the digits: “oh seven seven double
 * nine” reads 0 7 7 99, “five hundred and six” 506, “o77OO” 07700. Everything else stays as it is.
 */
export function digitsView(plain: View): View {
  const builder = new ViewBuilder(plain.text.length);
  const tokens = Array.from(plain.text.matchAll(/[\p{L}\p{N}|]+|[^\p{L}\p{N}|]+/gu));
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const read = readNumber(tokens, at);
    if (read === undefined) {
      if (fallsAway(tokens, at)) builder.addFrom(plain, { from: token.index, to: endOf(token) }, ' ');
      else addToken(builder, plain, token[0], token.index);
      at += 1;
    } else {
      const digits = String(read.value).repeat(read.times);
      builder.addFrom(plain, { from: token.index, to: endOf(tokens[read.to - 1]) }, digits, WORDS);
      at = read.to;
    }
  }
  return builder.build();
}

/** The longest number that begins with token `at`, with the place after it; undefined when none does. */
function readNumber(tokens: readonly RegExpExecArray[], at: number): Reading | undefined {
  const times = TIMES.get(wordAt(tokens, at));
  const first = times === undefined ? at : at + 2;
  let reading = startNumber(tokens, first);
  if (reading === undefined) return undefined;
  for (let next = after(tokens, reading.to); next !== undefined; next = after(tokens, reading.to)) {
    const joined = joinNumber(reading, wordAt(tokens, next), next);
    if (joined === undefined) break;
    reading = joined;
  }
  return { ...reading, from: at, times: times ?? 1 };
}

function startNumber(tokens: readonly RegExpExecArray[], at: number): Reading | undefined {
  const word = wordAt(tokens, at);
  const value = HUNDREDS.has(word) ? 100 : NUMBER_WORDS.get(word);
  return value === undefined ? undefined : { value, from: at, to: at + 1, times: 1 };
}

/** Hundreds take tens and ones, tens take ones, ones take “hundred”. */
function joinNumber(reading: Reading, word: string, at: number): Reading | undefined {
  if (HUNDREDS.has(word)) return reading.value > 0 && reading.value < 10 ? { ...reading, value: reading.value * 100, to: at + 1 } : undefined;
  const value = NUMBER_WORDS.get(word);
  if (value === undefined || value === 0) return undefined;
  const room = reading.value >= 100 && reading.value % 100 === 0 ? 100 : reading.value >= 20 && reading.value % 10 === 0 ? 10 : 0;
  return value < room ? { ...reading, value: reading.value + value, to: at + 1 } : undefined;
}

/** The next word that only a space, a hyphen or a word like “and” parts from this place. */
function after(tokens: readonly RegExpExecArray[], to: number): number | undefined {
  if (!isGap(tokens[to]?.[0])) return undefined;
  const isBetween = BETWEEN.has(wordAt(tokens, to + 1)) && isGap(tokens[to + 2]?.[0]);
  return isBetween ? to + 3 : to + 1;
}

function isGap(text: string | undefined): boolean {
  return text !== undefined && /^[ -]$/u.test(text);
}

/** Whether a word only stands between two parts of a number: “and then”. */
function fallsAway(tokens: readonly RegExpExecArray[], at: number): boolean {
  const isPart = (word: string) => /^\d+$/u.test(word) || NUMBER_WORDS.has(word) || BETWEEN.has(word);
  return BETWEEN.has(wordAt(tokens, at)) && isPart(wordAt(tokens, at - 2)) && isPart(wordAt(tokens, at + 2));
}

/** A token that is no number word: “plus” is its sign, digits get the letters that pass for them. */
function addToken(builder: ViewBuilder, plain: View, token: string, index: number): void {
  const span = { from: index, to: index + token.length };
  if (PLUS.has(token)) builder.addFrom(plain, span, '+', WORDS);
  else {
    const passes = /\d/u.test(token) && /^[\doilszbgq|]+$/u.test(token) ? true : /^o+$/u.test(token);
    for (let unit = span.from; unit < span.to; unit += 1) {
      const sign = plain.text[unit] ?? '';
      const digit = passes ? LETTERS_FOR_DIGITS[sign] : undefined;
      builder.addUnit(plain, unit, digit ?? sign, digit === undefined ? 0 : SIGNS);
    }
  }
}

function wordAt(tokens: readonly RegExpExecArray[], at: number): string {
  return tokens[at]?.[0] ?? '';
}

function endOf(token: RegExpExecArray | undefined): number {
  return token === undefined ? 0 : token.index + token[0].length;
}
