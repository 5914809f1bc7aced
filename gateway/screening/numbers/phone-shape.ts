/**
 * A row of digits as it was written: the groups, what stood before each but the first, and whether it was hidden
 * (in words, in emoji, in letters for digits) or announced (“ring me on”).
 */
export type DigitRow = {
  readonly groups: readonly string[];
  readonly between: readonly string[];
  readonly plus: boolean;
  readonly hidden: boolean;
  readonly announced: boolean;
};

/** Fewest digits of a telephone number with its area (United Kingdom 10 or 11; Poland and Spain 9). */
const SHORTEST = 9;
/** Fewest without, when words announce it. */
export const SHORTEST_ANNOUNCED = 8;
/** Most digits of a telephone number anywhere (ITU-T E.164). */
export const LONGEST = 15;

/**
 * Whether a row of digits looks like a telephone number. Sums of money and lottery numbers do not; dates,
 * times, scores and counting have been taken out before.
 */
export function isPhoneShape(row: DigitRow): boolean {
  const digits = row.groups.join('');
  if (digits.length < SHORTEST_ANNOUNCED || digits.length > LONGEST) return false;
  if (isThousands(row)) return false;
  if (row.announced || row.plus) return true;
  if (digits.length < SHORTEST) return false;
  return row.hidden || beginsLikeOne(digits) || isGroupedLikeOne(row.groups);
}

/** 0 and an area or a network, or 00 and a country. */
function beginsLikeOne(digits: string): boolean {
  return /^0[1-9]\d{7,10}$/u.test(digits) || /^00[1-9]\d{7,12}$/u.test(digits);
}

/** 7700 900123, 506 123 456, 612 34 56 78, or digit by digit. */
function isGroupedLikeOne(groups: readonly string[]): boolean {
  const lengths = groups.map((group) => group.length);
  if (lengths.every((length) => length === 1)) return true;
  if (lengths.every((length) => length >= 3) && lengths.length <= 4) return true;
  return lengths[0] === 3 && lengths.slice(1).every((length) => length === 2);
}

/** Fewest digits that stand in no time of day: “07.45 - 09.15, 90 minutes” is no number, 07.45 12.34 567 is one. */
const FEWEST_OUTSIDE = 3;

/**
 * Whether a row with times of day in it is a telephone number that was written so as to look like them: 0 and an area
 * or a network, ten to twelve digits. `isTime`: for each group, whether it stands in a time. A year is no part of a
 * number, nor is something told between two times, as in a table.
 */
export function isAmongTimes({ groups }: DigitRow, isTime: readonly boolean[]): boolean {
  const first = isTime.indexOf(false);
  const outside = groups.slice(first, isTime.lastIndexOf(false) + 1);
  if (first < 0 || outside.length !== isTime.filter((time) => !time).length || /^(?:19|20)\d\d$/u.test(outside.join(' '))) return false;
  const isBetween = first > 0 && isTime.at(-1) === true;
  return !isBetween && outside.join('').length >= FEWEST_OUTSIDE && /^0[1-9]\d{8,10}$/u.test(groups.join(''));
}

/** How much of a row as it was written are scores it begins with: three and more, 3-1, 2-2, 0-0. What follows is not. */
export function scoresAhead(row: string): number {
  return SCORES.exec(row)?.[0].length ?? 0;
}

/** Nobody scores 07, and a score does not lean on more digits; a verse may go on to another, 4:5-6. */
const SCORE = String.raw`(?:0|[1-9]\d?)(?:[-–]|:(?:[1-9]\d?[-–])?)(?:0|[1-9]\d?)(?![-–:]?\d)`;
const SCORES = new RegExp(String.raw`^(?:${SCORE}[,;\s]+){2,}${SCORE}(?:[^\d]{1,4}${SCORE})*`, 'u');

/** Whether these are five numbers and more of which every step is the same. */
export function isCounting(groups: readonly string[]): boolean {
  const numbers = groups.map(Number);
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return groups.length >= 5 && step !== 0 && numbers.every((number, at) => at === 0 || number - (numbers[at - 1] ?? 0) === step);
}

/** 1,000,000,000 */
function isThousands({ groups, between }: DigitRow): boolean {
  const first = groups[0] ?? '';
  return (
    groups.length > 1 &&
    first.length <= 3 &&
    !first.startsWith('0') &&
    groups.slice(1).every((group) => group.length === 3) &&
    between.every((sign) => sign === ',' || sign === '.')
  );
}
