import type { AssignmentPart } from '../packs/assignment.ts';
import { MAX_PART_CHARACTERS, MAX_WORK_CHARACTERS } from '../packs/assignment.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Mark, WorkPart, WorkRecord, WorkState } from './assignment.ts';

/** Words of a text, as a person counts them: runs of letters and digits, of any script. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** How a part stands against its word guide. `enough` where there is none. Advice only: nothing is refused by it. */
export function judgeLength(words: number, guide: AssignmentPart['words']): 'short' | 'enough' | 'long' {
  if (guide?.atLeast !== undefined && words < guide.atLeast) return 'short';
  return guide?.atMost !== undefined && words > guide.atMost ? 'long' : 'enough';
}

/** Why work cannot be handed in yet: nothing was written or photographed, or it is longer than an operation may be. */
export function checkWork(parts: readonly WorkPart[], photos = 0): Result<void, { readonly code: 'nothing-written' | 'too-long' }> {
  if (photos === 0 && parts.every(({ text }) => text.trim() === '')) return fail({ code: 'nothing-written' });
  const all = parts.reduce((sum, { text }) => sum + text.length, 0);
  return all > MAX_WORK_CHARACTERS || parts.some(({ text }) => text.length > MAX_PART_CHARACTERS) ? fail({ code: 'too-long' }) : ok(undefined);
}

/** Pieces of work in the order they were handed in: what the gateway has by its clock, then what waits here. */
export function inHandInOrder(works: readonly WorkRecord[]): readonly WorkRecord[] {
  return [...works].sort(
    (one, other) => (one.receivedAt ?? Infinity) - (other.receivedAt ?? Infinity) || one.writtenAt - other.writtenAt || (one.workId < other.workId ? -1 : 1),
  );
}

/** Whether the person may hand in (again): not while an earlier piece waits for its mark, and not after it passed. */
export function mayHandIn(works: readonly WorkRecord[]): boolean {
  const open: readonly WorkState[] = ['waiting', 'handed-over', 'reading'];
  return works.every((work) => !open.includes(work.state) && work.mark?.outcome !== 'passed');
}

/** Why a tutor's mark is not taken: marks above the most possible, or another go without a word of what to do. */
export function checkMark(mark: Pick<Mark, 'outcome' | 'score' | 'comment' | 'partComments'>): Result<void, { readonly code: 'score-too-high' | 'comment-missing' }> {
  if (mark.score !== null && mark.score.got > mark.score.outOf) return fail({ code: 'score-too-high' });
  const said = mark.comment.trim() !== '' || Object.values(mark.partComments).some((comment) => comment.trim() !== '');
  // "Needs another go" without saying why leaves somebody in a cell with nothing to do next.
  return mark.outcome === 'another-go' && !said ? fail({ code: 'comment-missing' }) : ok(undefined);
}
