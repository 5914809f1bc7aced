import { foundAt, type Found } from '../found.ts';
import { bitOf, placeOf, type View } from '../views/view.ts';
import { isPhoneShape, isScoresOrCounting, type DigitRow } from './phone-shape.ts';

/** Dates and times of day, which are full of digits and no telephone numbers. */
const DATE = /(?<![\d./-])(?:(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\4\d{1,2})(?![./-]?\d)/gu;
const TIME = /(?<![\d:.])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d:.]|\d)/gu;

/** Digits with at most four signs or spaces between, no letters and no currency. */
const ROW = /\+?\d(?:[^\p{L}\d£€$]{0,4}\d)*/gu;

/** Words that announce a number, folded; looked for shortly before it. */
const ANNOUNCES =
  /(?:\b(?:ring|call|phone|mobile|mob|tel|telephone|whatsapp|text|dial|ffon\w*|galw\w*|dzwon\w*|zadzwon\w*|telefon\w*|komork\w*|sun\wa?|suna|apel\w*|llama\w*|movil|merr|telefono\w*|celular)\b|اتصل|كلمني|هاتف|جوال|موبايل|فون|كال)[^.!?۔؟\n]{0,30}$/u;
const BEFORE = 50;

/** Longest row looked at group by group; longer ones are cut, so that a wall of digits costs no more. */
const MOST_GROUPS = 24;
const HIDDEN = bitOf('in-words') | bitOf('emoji') | bitOf('signs-for-letters') | bitOf('styled') | bitOf('invisible');

type Group = { readonly digits: string; readonly from: number; readonly to: number };

/** Telephone numbers in a view of digits. Marks the digits or the words that say them. */
export function findPhoneNumbers(digits: View): readonly Found[] {
  const text = withoutDates(digits.text);
  return Array.from(text.matchAll(ROW)).flatMap((row) => {
    const groups = groupsOf(row[0], row.index);
    if (isScoresOrCounting(row[0])) return [];
    const announced = ANNOUNCES.test(text.slice(Math.max(0, row.index - BEFORE), row.index));
    return pickNumber(digits, text, groups, { announced, plus: row[0].startsWith('+') });
  });
}

/** The whole row if it is a number, or the first stretch of groups inside it that is one. */
function pickNumber(view: View, text: string, groups: readonly Group[], known: Pick<DigitRow, 'announced' | 'plus'>): readonly Found[] {
  for (let first = 0; first < groups.length; first += 1) {
    const opening = groups[first];
    if (opening === undefined || (first > 0 && !/^0[1-9]|^0$/u.test(opening.digits))) continue;
    for (let last = groups.length; last > first; last -= 1) {
      const part = groups.slice(first, last);
      const span = { from: opening.from, to: part.at(-1)?.to ?? opening.to };
      const row: DigitRow = {
        groups: part.map((group) => group.digits),
        between: part.slice(1).map((group, at) => text.slice(part[at]?.to ?? 0, group.from)),
        plus: known.plus && first === 0,
        announced: known.announced && first === 0,
        hidden: (placeOf(view, span).bits & HIDDEN) !== 0,
      };
      if (isPhoneShape(row)) return [foundAt(view, span, 'gives-phone-number', spread(row))];
    }
  }
  return [];
}

/** Digits given one by one are written apart, whatever stands between. */
function spread(row: DigitRow): { readonly bits: number } {
  return { bits: row.groups.length >= 8 && row.groups.every((group) => group.length === 1) ? bitOf('apart') : 0 };
}

function groupsOf(row: string, index: number): readonly Group[] {
  const groups = Array.from(row.matchAll(/\d+/gu), (match) => ({
    digits: match[0],
    from: index + match.index,
    to: index + match.index + match[0].length,
  }));
  return groups.slice(0, MOST_GROUPS);
}

/** The text with letters in the place of dates and times, as long as before. */
function withoutDates(text: string): string {
  return text
    .replaceAll(DATE, (date: string, day?: string, _sign?: string, month?: string) =>
      day === undefined || (Number(day) <= 31 && Number(month) <= 12) ? 'x'.repeat(date.length) : date,
    )
    .replaceAll(TIME, (time: string) => 'x'.repeat(time.length));
}
