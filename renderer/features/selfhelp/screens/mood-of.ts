import type { Mood } from '../../../ui/face.tsx';

const MOODS: readonly Mood[] = [1, 2, 3, 4, 5];

/** The face of a stored mood; the schema lets 1 to 5 through and nothing else. */
export function moodOf(stored: number): Mood {
  return MOODS.find((mood) => mood === stored) ?? 3;
}
