import { plainText, type Language, type Line } from '#protocol/packs/inline-text.ts';
import type { Block, Lesson } from '#protocol/packs/lesson.ts';
import type { Quiz } from '#protocol/packs/quiz.ts';
import { MAX_PASSAGE, type Passage } from '#protocol/search/index-file.ts';
import type { CompiledItem, CompiledPack } from './compiled-pack.ts';

/** A passage before it has its number and its synonyms. */
export type FoundPassage = Omit<Passage, 'id' | 'also'>;

/**
 * Everything of a pack that can be found in one language, in reading order: the pack itself, each item by its title,
 * each page of a lesson, what was read of books, PDFs and pages (`carried`), and a quiz by what it asks. Answers are left
 * out: a search must not give a test away.
 */
export function collectPassages(compiled: CompiledPack, language: Language, carried: ReadonlyMap<string, readonly FoundPassage[]> = new Map()): readonly FoundPassage[] {
  const { pack, items } = compiled;
  const about = { title: pack.title[language] ?? '', text: [pack.summary[language] ?? '', ...(pack.topics ?? [])].join('\n') };
  return [about, ...items.flatMap((item) => [...passagesOfItem(item, language), ...(carried.get(item.activityId) ?? [])])];
}

function passagesOfItem(item: CompiledItem, language: Language): readonly FoundPassage[] {
  const content = item.files.get(language)?.content;
  const { activityId, carried } = item;
  if (content === undefined) return carried ? [{ activityId, title: carried.title[language] ?? '', text: '' }] : [];
  const named = { activityId, title: content.title, text: '' };
  if ('pages' in content) return [named, ...passagesOfLesson(content)];
  return 'questions' in content ? [{ ...named, text: textOfQuiz(content) }] : [named];
}

function passagesOfLesson({ activityId, pages }: Lesson): readonly FoundPassage[] {
  return pages.flatMap((page, at) =>
    joinToPassages(page.blocks.flatMap(linesOfBlock)).map((text) => ({ activityId, page: at, title: page.title ?? '', text })),
  );
}

function textOfQuiz({ intro, questions }: Quiz): string {
  return [...intro, ...questions.flatMap(({ prompt }) => prompt)].map(plainText).join('\n').slice(0, MAX_PASSAGE);
}

/** Lines put together until a passage is full; a line that is longer than one is cut. */
export function joinToPassages(lines: readonly string[]): readonly string[] {
  const passages: string[] = [];
  for (const line of lines.map((one) => one.trim().slice(0, MAX_PASSAGE)).filter((one) => one !== '')) {
    const last = passages.at(-1);
    if (last === undefined || last.length + line.length >= MAX_PASSAGE) passages.push(line);
    else passages[passages.length - 1] = `${last}\n${line}`;
  }
  return passages;
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.text)];
    case 'list':
      return block.items.map(plainText);
    case 'image':
      return [block.alt, ...optional(block.caption)];
    case 'audio':
    case 'video':
      return [block.title, ...block.transcript.map(plainText)];
    case 'callout':
      return [...optional(block.title), ...block.blocks.flatMap(linesOfBlock)];
    case 'definition':
      return [`${plainText(block.term)}: ${plainText(block.meaning)}`];
    case 'table':
      return [...optional(block.caption), ...[block.head, ...block.rows].map((row) => row.map(plainText).join(' '))];
    case 'question':
      return block.question.prompt.map(plainText);
  }
}

function optional(line: Line | undefined): readonly string[] {
  return line === undefined ? [] : [plainText(line)];
}
