import type { Gap, Option, Question } from '#protocol/packs/quiz.ts';
import type { CompiledContent, CompiledItem } from './compiled-pack.ts';
import { questionsOf } from './player-needed.ts';
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
    compareParts(first, other, problems);
  }
}

type Written = { readonly source: string; readonly content: CompiledContent };

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

/** What was written hangs on the parts' ids: in another language they are the same, in the same order. */
function compareParts(first: Written, other: Written, problems: ProblemList): void {
  if (!('parts' in first.content) || !('parts' in other.content)) return;
  const [here, there] = [first, other].map(({ content }) => ('parts' in content ? content.parts.map(({ id }) => id).join(', ') : ''));
  if (here !== there) problems.block('language-differs', other.source, undefined, `The parts here are “${there ?? ''}”; in ${first.source} they are “${here ?? ''}”.`);
}

function comparePages(first: Written, other: Written, problems: ProblemList): void {
  if (!('pages' in first.content) || !('pages' in other.content)) return;
  const [here, there] = [first.content.pages.length, other.content.pages.length];
  if (here === there) return;
  const message = `This has ${String(there)} pages, ${first.source} has ${String(here)}.`;
  problems.warn('language-differs', other.source, undefined, message);
}

function comparePassMark(
  first: CompiledContent,
  other: { readonly source: string; readonly content: CompiledContent },
  problems: ProblemList,
): void {
  if (!('passMark' in first) || !('passMark' in other.content)) return;
  if (first.passMark !== other.content.passMark)
    problems.block('language-differs', other.source, undefined, 'The pass mark is not the same in every language.');
  if (first.attempts !== other.content.attempts)
    problems.block('language-differs', other.source, undefined, '“attempts” is not the same in every language.');
}

/** What must agree between languages; words do not, and accepted words of a short answer cannot. */
function keyOf(question: Question): string {
  const { kind, marks, partMarks } = question;
  const common = [kind, marks, partMarks ?? true];
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return JSON.stringify([...common, optionsKey(question.options)]);
    case 'true-false':
      return JSON.stringify([...common, question.answer]);
    case 'numeric':
      return JSON.stringify([...common, question.answer, question.tolerance]);
    case 'short':
      return JSON.stringify(common);
    case 'matching':
      return JSON.stringify([...common, question.pairs.map(({ id }) => id), question.extra?.length ?? 0]);
    case 'ordering':
      return JSON.stringify([...common, question.items.map(({ id }) => id)]);
    case 'gap-fill':
      return JSON.stringify([...common, question.gaps.map(gapKey).sort()]);
    case 'essay':
      return JSON.stringify([...common, question.limit]);
  }
}

/** Gaps may stand in another order in another language. */
function gapKey(gap: Gap): string {
  switch (gap.kind) {
    case 'typed':
      return JSON.stringify([gap.id, gap.kind]);
    case 'number':
      return JSON.stringify([gap.id, gap.kind, gap.answer, gap.tolerance]);
    case 'chosen':
      return JSON.stringify([gap.id, gap.kind, optionsKey(gap.options)]);
  }
}

function optionsKey(options: readonly Option[]): unknown {
  return options.map(({ id, correct, share }) => [id, correct, share ?? 0]);
}
