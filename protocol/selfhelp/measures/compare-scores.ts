import type { Instrument, RecallWindow, Substance } from './instrument.ts';
import type { Scored } from './score.ts';

/** A result with what makes it comparable. */
export type DatedScore = {
  readonly scored: Scored;
  readonly version: string;
  readonly window: RecallWindow;
  readonly substance: Substance | undefined;
};

/** `not-known`: no figure was published, the forms differ, or one of them is not complete. */
export type ReliableChange = 'better' | 'worse' | 'no-clear-change' | 'not-known';

/** Whether two complete forms differ by more than chance, by the published figure (domain.md 2.3). */
export function compareScores(instrument: Instrument, earlier: DatedScore, later: DatedScore): ReliableChange {
  const { reliableChange, higherIs } = instrument.scoring;
  if (reliableChange === null || earlier.scored.state !== 'complete' || later.scored.state !== 'complete') return 'not-known';
  if (earlier.version !== later.version || earlier.window !== later.window || earlier.substance !== later.substance) return 'not-known';
  const change = later.scored.total - earlier.scored.total;
  if (Math.abs(change) < reliableChange) return 'no-clear-change';
  return change > 0 === (higherIs === 'better') ? 'better' : 'worse';
}

const DAY = 24 * 60 * 60_000;

/**
 * When a measure makes sense again: not before its own stretch of time is over. Takes the last time (milliseconds);
 * undefined means now. The clock is the tablet's, so a time in the future never locks a measure.
 */
export function sensibleAgainAt(instrument: Instrument, lastAt: number | undefined, now: number): number | undefined {
  if (lastAt === undefined || lastAt > now) return undefined;
  const again = lastAt + instrument.recall.again * DAY;
  return again > now ? again : undefined;
}
