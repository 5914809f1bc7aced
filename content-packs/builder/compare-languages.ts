import type { Lesson } from '#protocol/packs/lesson.ts';
import type { Question, Quiz } from '#protocol/packs/quiz.ts';
import type { CompiledItem } from './compiled-pack.ts';
import type { ProblemList } from './problem.ts';

/**
 * Compares the languages of one item: questions must have the same ids, kinds, marks and right answers, or a person
 * who changes language would lose answers or be marked differently (PACK-26); pages should be as many.
 */
export function compareLanguages(item: CompiledItem, problems: ProblemList): void {
  const [first, ...others] = [...item.files.values()];
  if (!first) return;
  for (const other of others) {
    compareQuestions(first, other, problems);
    comparePassMark(first.content, other, problems);
    comparePages(first, other, problems);
  }
}

type Written = { readonly source: string; readonly content: Lesson | Quiz };

function compareQuestions(first: Written, other: Written, problems: ProblemList): void {
  const block = (message: string) => {
    problems.block('language-differs', other.source, undefined, message);
  };
  const here = questionsOf(first.content);
  const there = questionsOf(other.content);
  for (const question of here) {
    const same = there.find(({ id }) => id === question.id);
    if (!same) block(`Question “${question.id}” is missing here; ${first.source} has it.`);
    else if (keyOf(same) !== keyOf(question)) {
      block(
        `Question “${question.id}” has another kind, other choices or another right answer than in ${first.source}.`,
      );
    }
  }
  for (const { id } of there) {
    if (here.every((question) => question.id !== id)) block(`Question “${id}” is only here, not in ${first.source}.`);
  }
}

function comparePages(first: Written, other: Written, problems: ProblemList): void {
  if (!('pages' in first.content) || !('pages' in other.content)) return;
  const [here, there] = [first.content.pages.length, other.content.pages.length];
  if (here === there) return;
  const message = `This has ${String(there)} pages, ${first.source} has ${String(here)}.`;
  problems.warn('language-differs', other.source, undefined, message);
}

function comparePassMark(
  first: Lesson | Quiz,
  other: { readonly source: string; readonly content: Lesson | Quiz },
  problems: ProblemList,
): void {
  if ('passMark' in first && 'passMark' in other.content && first.passMark !== other.content.passMark) {
    problems.block('language-differs', other.source, undefined, 'The pass mark is not the same in every language.');
  }
}

function questionsOf(content: Lesson | Quiz): readonly Question[] {
  if ('questions' in content) return content.questions;
  return content.pages.flatMap((page) =>
    page.blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : [])),
  );
}

/** What must agree between languages; words do not, and accepted words of a short answer cannot. */
function keyOf(question: Question): string {
  const { kind, marks } = question;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return JSON.stringify([kind, marks, question.options.map(({ id, correct }) => [id, correct])]);
    case 'true-false':
      return JSON.stringify([kind, marks, question.answer]);
    case 'numeric':
      return JSON.stringify([kind, marks, question.answer, question.tolerance]);
    case 'short':
      return JSON.stringify([kind, marks]);
    case 'matching':
      return JSON.stringify([kind, marks, question.pairs.map(({ id }) => id), question.extra?.length ?? 0]);
    case 'ordering':
      return JSON.stringify([kind, marks, question.items.map(({ id }) => id)]);
  }
}
