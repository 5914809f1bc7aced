import { foundAt, spanOf, type Found } from './found.ts';
import { bitOf, placeOf, type View } from './views/view.ts';

/** A British postcode; not 1st, 3mg and the like. */
const POSTCODE = /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]?\s{0,3}\d(?!st|nd|rd|th|mm|kg|km|lb|mg|ml)[abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/gu;

/** A house number before a street word: 12 Acacia Avenue. Not “10 minutes drive”. */
const NUMBER_FIRST =
  /(?<![\p{L}\p{N}])\d{1,4}[a-z]?,?\s{1,3}(?!(?:minutes?|mins?|hours?|miles?|km|yards?|days?|weeks?|long|more|other|new|old|big|the|a|of|in|on|at|and|to|per)\s)\p{L}[\p{L}']{1,30}(?:\s\p{L}[\p{L}']{1,30})?\s(?:street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|court|gardens|way|place)(?![\p{L}\p{N}])/gu;

/** A street word and a name before a house number, in the languages that say it so. */
const STREET_FIRST =
  /(?<![\p{L}\p{N}])(?:ulic\p{L}{1,3}|ul\.?|alej\p{L}{1,2}|osiedl\p{L}{1,2}|strada|strazii|str\.|bulevardul|calle|avenida|plaza|rrug\p{L}{1,3}|bulevardi|شارع|حي|زقاق)\s\p{L}+(?:\s\p{L}+){0,2},?\s(?:(?:nr|no|numer|numarul|numar|numero|numri|رقم|نمبر|بنايه|دار)\.?\s)?\d{1,4}(?!\d)/gu;

/** Number or street first, in Welsh; house and street numbers in Urdu. */
const OTHERS =
  /(?<![\p{L}\p{N}])(?:\d{1,4}[a-z]?,?\s(?:heol|stryd|ffordd|maes|lon)\s\p{L}+|(?:heol|stryd|ffordd)\s\p{L}+(?:\s\p{L}+){0,2},?\s(?:rhif\s)?\d{1,4}(?!\d)|(?:مكان|گهر|گلي|كوٹهي|makan|ghar|gali)\s(?:نمبر|number|no)\s\d{1,4})/gu;

const IN_WORDS = bitOf('in-words');

/** Addresses in a view of digits, so that a house number in words is one too. */
export function findAddresses(digits: View): readonly Found[] {
  return [POSTCODE, NUMBER_FIRST, STREET_FIRST, OTHERS].flatMap((pattern) =>
    Array.from(digits.text.matchAll(pattern), spanOf)
      .filter((span) => !isShortWord(digits, span))
      .map((span) => foundAt(digits, span, 'gives-address')),
  );
}

/** Postcodes only: what is left to find where single letters were put together. */
export function findPostcodes(joined: View): readonly Found[] {
  return Array.from(joined.text.matchAll(POSTCODE), (match) => foundAt(joined, spanOf(match), 'gives-address'));
}

/** “do”, “o”, “un” are numbers in one language and small words in the next: no house number. */
function isShortWord(view: View, span: { readonly from: number }): boolean {
  const first = { from: span.from, to: span.from + 1 };
  const place = placeOf(view, first);
  return (place.bits & IN_WORDS) !== 0 && place.end - place.start < 3;
}
