/** A stretch of a sound or film that was really played, in seconds. */
export type PlayedPart = readonly [from: number, to: number];

/**
 * Adds a stretch to those played before, so that no second counts twice: what overlaps or touches becomes one. An empty
 * or backward stretch changes nothing. The parts stay in order.
 */
export function addPlayed(parts: readonly PlayedPart[], [from, to]: PlayedPart): readonly PlayedPart[] {
  if (!(to > from) || from < 0) return parts;
  const apart = parts.filter(([start, end]) => end < from || start > to);
  const joined = parts.filter(([start, end]) => end >= from && start <= to);
  const whole: PlayedPart = [Math.min(from, ...joined.map(([start]) => start)), Math.max(to, ...joined.map(([, end]) => end))];
  return [...apart, whole].sort((one, other) => one[0] - other[0]);
}

/** Share of a length in seconds that was played, 0 to 1. A wound-over stretch is not in it. */
export function playedShare(parts: readonly PlayedPart[], length: number): number {
  const played = parts.reduce((sum, [from, to]) => sum + to - from, 0);
  return length > 0 ? Math.min(1, played / length) : 0;
}
