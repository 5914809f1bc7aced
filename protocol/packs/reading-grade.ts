/**
 * How hard an English text is to read, as a school grade (Flesch and Kincaid 1975, report for the US Navy:
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59). Grade plus five is about the reading age.
 * Syllables are counted by groups of vowels, which is near enough for a bound over a whole screen.
 */
export function readingGrade(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
}

/** The words of a sentence, without numbers and signs. */
export function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[A-Za-z][A-Za-z’'-]*/g) ?? [];
}

/** Splits a text into its sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!:])\s+/).filter((sentence) => wordsOf(sentence).length > 0);
}

function countSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '').replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '');
  return Math.max(1, plain.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
