/** Marks that turn the direction of writing: a voice would say their names. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** A number of a telephone, in groups of three: "116 123". */
const PHONE_NUMBER = /\b\d{3}(?: \d{3})+\b/gu;

/** Shown words as a voice shall get them: no marks of direction, and the digits of a telephone number one by one. */
export function spokenForm(words: string): string {
  return words.replace(DIRECTION_MARKS, '').replace(PHONE_NUMBER, (number) => number.split(' ').map((group) => [...group].join(' ')).join(', '));
}
