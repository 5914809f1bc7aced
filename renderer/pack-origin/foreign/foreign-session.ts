import type { ProgressData, ProgressVerb } from '#protocol/education/schema.ts';
import type { PlayerStart } from '#protocol/shell/player.ts';
import type { LrsAnswer, LrsRequest } from './content-host.ts';
import type { KeptState } from './kept-state.ts';

/** What a course of somebody else's making says of itself: a claim, never a fact (PACK-32). */
export type Claim = { readonly verb: ProgressVerb; readonly data: ProgressData };

/** What a session has to work with. */
export type SessionContext = {
  readonly start: PlayerStart;
  readonly state: KeptState;
  /** A name for the learner that names nobody, in the language of the lesson. */
  readonly learnerName: string;
  readonly claim: (claim: Claim) => void;
  /** The course has said goodbye: nothing it does counts any more until it is opened anew. */
  readonly onEnded: () => void;
};

/** One activity of somebody else's making while it is open. */
export type ForeignSession = {
  /** Where the frame goes, below the pack's origin. Only used once everything the page looks for stands ready. */
  readonly address: string;
  /** Answers what the page asks of `/__lrs/`; absent where the kind of activity has none. */
  readonly askLrs?: (request: LrsRequest) => LrsAnswer;
  /** A message of the frame's window. */
  readonly onMessage?: (data: unknown, reply: (message: unknown) => void) => void;
  /** Puts into the state whatever is not there yet, and lets go. */
  readonly stop: () => void;
};
