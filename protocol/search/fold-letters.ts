/** Letters that Unicode does not take apart, and what people type for them (content-packs.md section 8). */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  // Arabic script: Arabic, Urdu and Farsi write the same sounds with letters of different numbers.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ۃ: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ک: 'ك',
};

/** Zeros of the digits in use beside 0 to 9: Arabic-Indic, Urdu and Farsi, Devanagari, Bengali, Gurmukhi. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66];

/** Marks above and below letters of Latin, Greek, Cyrillic, Hebrew and Arabic script. Those of Indian scripts are vowels and stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/gu;

/** What may stand inside a word and is not written by everybody: apostrophes, joiners, soft hyphens, the Arabic stretch. */
const INSIDE = /['’ʼ\u00ad\u0640\u200b-\u200f\u2060\ufeff]/gu;

const MAPPED = new RegExp(`[${Object.keys(LETTERS).join('')}\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f]`, 'gu');

/**
 * The plain form of some text, the same for everybody who means the same word: small letters, no marks, one letter for
 * each sound, digits 0 to 9. Doing it twice changes nothing. Takes text of any language; lengths may change.
 */
export function foldLetters(text: string): string {
  const apart = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  return apart.replace(MARKS, '').replace(INSIDE, '').replace(MAPPED, foldLetter);
}

function foldLetter(letter: string): string {
  const known = LETTERS[letter];
  if (known !== undefined) return known;
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}
