/** `and`, `so`, `in`, `like` or `for`, then `the`; `for the` is written with two lām and no alif. */
const CLITICS = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{2})/u;

/** An Arabic word without `and the`, `in the` and so on in front: والكتاب → كتاب. Takes a folded word (`foldLetters`). */
export function stripArabicClitics(word: string): string {
  return word.replace(CLITICS, '');
}
