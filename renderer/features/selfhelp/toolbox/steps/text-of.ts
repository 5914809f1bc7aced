import type { Answer } from '../player.ts';

/** An answer that is written, or nothing yet. */
export function textOf(answer: Answer | undefined): string {
  return typeof answer === 'string' ? answer : '';
}

/** An answer that is a list of picks, or none yet. */
export function picksOf(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}
