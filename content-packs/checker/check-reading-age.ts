import { plainText } from '#protocol/packs/inline-text.ts';
import type { Block, Lesson } from '#protocol/packs/lesson.ts';
import { readingGrade, sentencesOf, wordsOf } from '#protocol/packs/reading-grade.ts';
import type { Problem } from '../builder/problem.ts';

/** Grade plus five is about the reading age (protocol/packs/reading-grade.ts). */
const AGE_OVER_GRADE = 5;

/** Readers a pack is thought for where it does not say: the upper end of what domain.md section 4 asks for. */
const USUAL_AGE = 11;

/** Below this many words the measure says more about chance than about the text (Flesch's samples had a hundred). */
const ENOUGH_WORDS = 100;

/**
 * Measures how hard an English lesson is to read, and says so where it is harder than its readers were said to be, with a
 * year to spare. Other languages have no measure here that is known to be right; nothing is said of them.
 * Takes the file the author wrote and the pack's own word on its readers' age.
 */
export function checkReadingAge(lesson: Lesson, file: string, readingAge: number | undefined): readonly Problem[] {
  if (!/^en(-|$)/.test(lesson.language)) return [];
  const sentences = lesson.pages.flatMap((page) => page.blocks.flatMap(textsOf)).flatMap(sentencesOf);
  const words = sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
  if (words < ENOUGH_WORDS) return [];
  const age = Math.round(readingGrade(sentences) + AGE_OVER_GRADE);
  const wanted = readingAge ?? USUAL_AGE;
  if (age <= wanted + 1) return [];
  const message = `This reads like a text for people of ${String(age)}; the pack is for readers of about ${String(wanted)}. Shorter sentences and shorter words help.`;
  return [{ severity: 'warning', code: 'reading-age', file, message }];
}

/** What is read as running text; tables, pictures and questions are met otherwise. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.text)];
    case 'list':
      return block.items.map(plainText);
    case 'callout':
      return block.blocks.flatMap(textsOf);
    default:
      return [];
  }
}
