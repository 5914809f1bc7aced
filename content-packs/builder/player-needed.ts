import type { Lesson } from '#protocol/packs/lesson.ts';
import type { Question, Quiz } from '#protocol/packs/quiz.ts';

/** Kinds that only a player of version 2 knows (PACK-27). */
const SECOND_PLAYER_KINDS: ReadonlySet<Question['kind']> = new Set(['gap-fill', 'essay']);

/**
 * The version of the player that a lesson or quiz needs (PACK-2). An older player would refuse a new kind, and it would
 * pass over part marks and a limit of attempts, so that the same answer earned something else there.
 */
export function playerNeeded(content: Lesson | Quiz): 1 | 2 {
  const limited = 'attempts' in content && content.attempts !== undefined;
  return limited || questionsOf(content).some(needsSecondPlayer) ? 2 : 1;
}

/** Every question of a lesson or quiz. */
export function questionsOf(content: Lesson | Quiz): readonly Question[] {
  if ('questions' in content) return content.questions;
  return content.pages.flatMap((page) =>
    page.blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : [])),
  );
}

function needsSecondPlayer(question: Question): boolean {
  if (SECOND_PLAYER_KINDS.has(question.kind) || question.partMarks === false) return true;
  if (question.kind === 'single') return question.options.some(({ share }) => share !== undefined);
  if (question.kind === 'short') return (question.mistakes ?? []).length > 0;
  if (question.kind !== 'numeric') return false;
  return (question.mistakes ?? []).some(
    ({ share, tolerance, feedback }) => share !== undefined || tolerance !== undefined || feedback === undefined,
  );
}
