import { z } from 'zod/mini';
import { languageSchema, plainText, type Line } from './inline-text.ts';
import type { Block, Page } from './lesson.ts';
import type { Question, Quiz } from './quiz.ts';

/** First line of every file of word timings. */
export const TIMINGS_FORMAT = 'throughline-timings/1';

const milliseconds = z.int().check(z.gte(0), z.lte(3_600_000));

/** When each word of a page begins, in milliseconds of its sound; a word is what stands between spaces of the shown text. */
export const timingsSchema = z.object({
  format: z.literal(TIMINGS_FORMAT),
  language: languageSchema,
  parts: z.readonly(
    z
      .array(z.object({ part: z.string().check(z.regex(/^(?:title|\d+(?:\.[a-z0-9]+)*)$/)), words: z.readonly(z.array(milliseconds).check(z.maxLength(4000))) }))
      .check(z.maxLength(2000)),
  ),
  /** How long the sound is. */
  length: milliseconds,
});
/** When each word of a page begins. */
export type Timings = z.infer<typeof timingsSchema>;

/** One thing of a page that is read aloud: its name, which the player puts on what it shows, and its words. */
export type SpokenPart = { readonly part: string; readonly text: string };

/** What of a page is read aloud, in order: the same for the builder that speaks it and the player that follows. */
export function spokenParts(page: Pick<Page, 'title' | 'blocks'>, lessonTitle: string): readonly SpokenPart[] {
  const parts = page.blocks.flatMap((block, at) => partsOfBlock(block, String(at)));
  return [{ part: 'title', text: page.title ?? lessonTitle }, ...parts].filter(({ text }) => wordsOf(text).length > 0);
}

/** What is read aloud on the opening page of a quiz. */
export function quizParts({ title, intro }: Pick<Quiz, 'title' | 'intro'>): readonly SpokenPart[] {
  return [{ part: 'title', text: title }, ...linesOf(intro, '0')].filter(({ text }) => wordsOf(text).length > 0);
}

/**
 * What is read aloud of a question: what it asks, then what can be chosen. What belongs together, or in which order
 * things come, must not be heard from the order in which they are read: so they are read by the alphabet.
 */
export function questionParts(question: Question, part = '0'): readonly SpokenPart[] {
  const choices = choicesOf(question).map(({ name, text }) => ({ part: `${part}.${name}`, text }));
  return [...linesOf(question.prompt, part), ...choices].filter(({ text }) => wordsOf(text).length > 0);
}

/** The name of a choice for reading aloud, by its place in the file: the player may show it elsewhere. */
export function choicePart(part: string, at: number): string {
  return `${part}.o${String(at)}`;
}

type Choice = { readonly name: string; readonly text: string };

function choicesOf(question: Question): readonly Choice[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return named('o', question.options.map(({ text }) => plainText(text)));
    case 'matching':
      return [...named('l', question.pairs.map(({ left }) => plainText(left))), ...byAlphabet(named('r', [...question.pairs, ...(question.extra ?? [])].map(({ right }) => plainText(right))))];
    case 'ordering':
      return byAlphabet(named('s', question.items.map(({ text }) => plainText(text))));
    case 'gap-fill':
      return named('g', question.text.map((line) => line.map((run) => (run.kind === 'gap' ? '…' : plainText([run]))).join('')));
    case 'true-false':
    case 'numeric':
    case 'short':
    case 'essay':
      return [];
  }
}

function named(letter: string, texts: readonly string[]): readonly Choice[] {
  return texts.map((text, at) => ({ name: `${letter}${String(at)}`, text }));
}

function byAlphabet(choices: readonly Choice[]): readonly Choice[] {
  // By code points: the builder and every tablet must come to the same order, whatever languages they know.
  return [...choices].sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0));
}

function linesOf(lines: readonly Line[], part: string): readonly SpokenPart[] {
  return lines.map((line, at) => ({ part: `${part}.${String(at)}`, text: plainText(line) }));
}

/** The words of a text, each with its first letter and the one after its last. */
export function wordsOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

function partsOfBlock(block: Block, part: string): readonly SpokenPart[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ part, text: plainText(block.text) }];
    case 'list':
      return block.items.map((item, at) => ({ part: `${part}.${String(at)}`, text: plainText(item) }));
    case 'image':
      return block.caption === undefined ? [] : [{ part, text: plainText(block.caption) }];
    case 'callout':
      return [...optional(`${part}.title`, block.title), ...block.blocks.flatMap((inner, at) => partsOfBlock(inner, `${part}.${String(at)}`))];
    case 'definition':
      return [{ part: `${part}.term`, text: plainText(block.term) }, { part: `${part}.meaning`, text: plainText(block.meaning) }];
    case 'question':
      return questionParts(block.question, part);
    case 'table':
      return [block.head, ...block.rows].flatMap((row, at) => row.flatMap((cell, column) => (cell.length === 0 ? [] : [{ part: `${part}.r${String(at)}.${String(column)}`, text: plainText(cell) }])));
    case 'audio':
    case 'video':
      // They speak for themselves.
      return [];
  }
}

function optional(part: string, line: Line | undefined): readonly SpokenPart[] {
  return line === undefined ? [] : [{ part, text: plainText(line) }];
}
