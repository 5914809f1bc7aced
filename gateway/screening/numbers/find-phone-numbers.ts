import { foundAt, type Found } from '../found.ts';
import { bitOf, placeOf, type Span, type View } from '../views/view.ts';
import { withoutDates, withoutTimes } from './calendar.ts';
import { isAmongTimes, isCounting, isPhoneShape, LONGEST, scoresAhead, SHORTEST_ANNOUNCED, type DigitRow } from './phone-shape.ts';

/** Digits with at most four signs or spaces between, no letters and no currency. */
const ROW = /\+?\d(?:[^\p{L}\d£€$]{0,4}\d)*/gu;

/** Words that announce a number, folded; looked for shortly before it. */
const ANNOUNCES =
  /(?:\b(?:ring|call|phone|mobile|mob|tel|telephone|whatsapp|text|dial|ffon\w*|galw\w*|dzwon\w*|zadzwon\w*|telefon\w*|komork\w*|sun\wa?|suna|apel\w*|llama\w*|movil|merr|telefono\w*|celular)\b|اتصل|كلمني|هاتف|جوال|موبايل|فون|كال)[^.!?۔؟\n]{0,30}$/u;
const BEFORE = 50;

/** A first group inside a row: a network or an area, the zeros of a country, or a zero by itself. */
const OPENS = /^(?:0|00|00?[1-9]\d*)$/u;

const HIDDEN = bitOf('in-words') | bitOf('emoji') | bitOf('signs-for-letters') | bitOf('styled') | bitOf('invisible');

type Group = { readonly digits: string; readonly from: number; readonly to: number };
/** Groups of digits with nothing but signs between, in a text as long as the view. */
type Row = { readonly view: View; readonly text: string; readonly groups: readonly Group[]; readonly announced: boolean };
/** Whether some groups of a row make a number. */
type IsNumber = (part: readonly Group[], row: DigitRow) => boolean;

/**
 * Telephone numbers in a view of digits, all that stand in a row. Marks the digits or the words that say them. Times
 * of day are left out first, and looked at again where digits that are none stand with them.
 */
export function findPhoneNumbers(digits: View): readonly Found[] {
  const dated = withoutDates(digits.text);
  const timed = withoutTimes(dated);
  const found = rowsOf(digits, timed).flatMap((row) => numbersIn(row, (_part, shape) => isPhoneShape(shape)));
  const amongTimes: IsNumber = (part, shape) => isAmongTimes(shape, part.map(({ digits: said, from, to }) => timed.slice(from, to) !== said));
  const rest = timed === dated ? [] : rowsOf(digits, without(dated, found)).flatMap((row) => numbersIn(row, amongTimes));
  return [...found, ...rest].map(({ span, bits }) => foundAt(digits, span, 'gives-phone-number', { bits }));
}

/** Where in the view a number stands. */
type Place = { readonly span: Span; readonly bits: number };

/** Rows with the scores ahead of them left out; none that only counts. */
function rowsOf(view: View, text: string): readonly Row[] {
  return Array.from(text.matchAll(ROW)).flatMap((match) => {
    const ahead = scoresAhead(match[0]);
    const from = match.index + ahead;
    const groups = groupsOf(match[0].slice(ahead), from);
    if (isCounting(groups.map((group) => group.digits))) return [];
    return [{ view, text, groups, announced: ANNOUNCES.test(text.slice(Math.max(0, from - BEFORE), from)) }];
  });
}

/** Walks along a row: a number may begin with it, right after another, or at a group that looks like a beginning. */
function numbersIn(row: Row, isNumber: IsNumber): readonly Place[] {
  const found: Place[] = [];
  let afterOne = true;
  let first = 0;
  while (first < row.groups.length) {
    const end: number | undefined = afterOne || opensAt(row, first) ? endOfNumber(row, first, afterOne, isNumber) : undefined;
    if (end !== undefined) found.push({ span: spanOf(row, first, end), bits: spread(row.groups.slice(first, end)) });
    afterOne = end !== undefined;
    first = end ?? first + 1;
  }
  return found;
}

/** The end of the longest number that begins at `first`, but not one that reaches into the next number. */
function endOfNumber(row: Row, first: number, opening: boolean, isNumber: IsNumber): number | undefined {
  const longest = longestFrom(row, first, opening, isNumber);
  if (longest === undefined) return undefined;
  for (let end = first + 1; end < longest; end += 1) {
    if (!opensAt(row, end) || !reaches(row, { first, end, opening }, isNumber)) continue;
    if (longestFrom(row, end, false, isNumber) !== undefined) return end;
  }
  return longest;
}

/** Looks no further than a number is long, so that a wall of digits costs no more than its length. */
function longestFrom(row: Row, first: number, opening: boolean, isNumber: IsNumber): number | undefined {
  const plus = plusBefore(row, first);
  let last = first;
  for (let length = 0; last < row.groups.length; last += 1) {
    length += row.groups[last]?.digits.length ?? 0;
    if (length > LONGEST || (plus && last > first && plusBefore(row, last))) break;
  }
  for (let end = last; end > first; end -= 1) {
    if (reaches(row, { first, end, opening }, isNumber)) return end;
  }
  return undefined;
}

/** Whether the groups from `first` to before `end` are a number. */
function reaches(row: Row, { first, end, opening }: { first: number; end: number; opening: boolean }, isNumber: IsNumber): boolean {
  const part = row.groups.slice(first, end);
  const groups = part.map((group) => group.digits);
  if (groups.join('').length < SHORTEST_ANNOUNCED || isCounting(groups)) return false;
  return isNumber(part, {
    groups,
    between: part.slice(1).map((group, at) => row.text.slice(part[at]?.to ?? 0, group.from)),
    plus: plusBefore(row, first),
    announced: row.announced && opening,
    hidden: (placeOf(row.view, spanOf(row, first, end)).bits & HIDDEN) !== 0,
  });
}

function opensAt(row: Row, at: number): boolean {
  return OPENS.test(row.groups[at]?.digits ?? '') || plusBefore(row, at);
}

/** The sign of a country's number: in a sum it leans on the digit before it. */
function plusBefore({ text, groups }: Row, at: number): boolean {
  const from = groups[at]?.from ?? 0;
  return text[from - 1] === '+' && !/\d/u.test(text[from - 2] ?? '');
}

function spanOf({ groups }: Row, first: number, end: number): Span {
  return { from: groups[first]?.from ?? 0, to: groups[end - 1]?.to ?? 0 };
}

/** Digits given one by one are written apart, whatever stands between. */
function spread(part: readonly Group[]): number {
  return part.length >= 8 && part.every(({ digits }) => digits.length === 1) ? bitOf('apart') : 0;
}

function groupsOf(row: string, index: number): readonly Group[] {
  return Array.from(row.matchAll(/\d+/gu), (match) => ({
    digits: match[0],
    from: index + match.index,
    to: index + match.index + match[0].length,
  }));
}

/** The text with letters in the place of numbers found, as long as before. */
function without(text: string, found: readonly Place[]): string {
  let rest = '';
  for (const { span } of found) rest += text.slice(rest.length, span.from) + 'x'.repeat(span.to - span.from);
  return rest + text.slice(rest.length);
}
