import type { ProgressData, ProgressVerb } from '#protocol/education/schema.ts';
import type { PlayerStart, PlayerToApp } from '#protocol/shell/player.ts';

/** What every player gets: what to open, and how to say what happened. */
export type ActivityViewProps = {
  readonly start: PlayerStart;
  readonly report: (verb: ProgressVerb, data: ProgressData) => void;
  /** Asks the app to keep this for the activity; it replaces what was kept before. */
  readonly keep: (state: string) => void;
  readonly onFailed: (reason: Extract<PlayerToApp, { type: 'failed' }>['reason']) => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
};
