import type { CompiledItem } from './compiled-pack.ts';
import type { ProblemList } from './problem.ts';

/**
 * Refuses an item that is done when a tutor says so and gives the tutor nothing to read: it could never be finished.
 * Marked by hand are assignments, and quizzes in which something is written for the tutor.
 */
export function checkCompletion(items: readonly CompiledItem[], lineOf: (at: readonly PropertyKey[]) => number, problems: ProblemList): void {
  for (const [at, item] of items.entries())
    if (item.completion?.rule === 'manual' && !isMarkedByHand(item)) problems.block('completion-never', 'pack.yaml', lineOf(['items', at, 'completion']), sentenceFor(item.kind));
}

function isMarkedByHand({ kind, files }: CompiledItem): boolean {
  if (kind === 'assignment') return true;
  return [...files.values()].some(({ content }) => 'questions' in content && content.questions.some((question) => question.kind === 'essay'));
}

function sentenceFor(kind: CompiledItem['kind']): string {
  const never = 'would be done only when a tutor says so, but nobody can mark it, so no learner could ever finish it.';
  const takeOut = 'Take “completion: manual” out';
  if (kind === 'lesson') return `This lesson ${never} ${takeOut}: then it is done when every page was seen. To mark something, make an assignment of it.`;
  if (kind === 'quiz') return `This quiz ${never} ${takeOut}: then it is done at the pass mark. Or put an essay question in, which the tutor reads.`;
  return `This item ${never} ${takeOut}, or choose what it does itself: all pages seen, all played, or the mark it reports.`;
}
