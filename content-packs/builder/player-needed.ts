import type { Question } from '#protocol/packs/quiz.ts';
import type { CompiledContent } from './compiled-pack.ts';

/** Kinds that only a player of version 2 knows (PACK-27). */
const SECOND_PLAYER_KINDS: ReadonlySet<Question['kind']> = new Set(['gap-fill', 'essay']);

/**
 * The version of the player that a lesson, quiz or written task needs (PACK-2). An older player would refuse a new kind, and it would
 * pass over part marks and a limit of attempts, so that the same answer earned something else there.
 */
export function playerNeeded(content: CompiledContent): 1 | 2 {
  if ('parts' in content) return 2;
  const limited = 'attempts' in content && content.attempts !== undefined;
  return limited || questionsOf(content).some(needsSecondPlayer) ? 2 : 1;
}

/** Every question of a lesson or quiz; a written task has none that is marked here. */
export function questionsOf(content: CompiledContent): readonly Question[] {
  if ('questions' in content) return content.questions;
  if ('parts' in content) return [];
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
