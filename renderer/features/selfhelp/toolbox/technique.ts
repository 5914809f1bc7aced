import type { Area } from '#protocol/selfhelp/schema.ts';
import type { PictureName } from '../../../ui/picture.tsx';

/** The techniques of the toolbox, in the order in which they are offered. */
export const techniqueIds = [
  'ride-the-wave',
  'slow-breathing',
  'find-your-feet',
  'spot-avoid-cope',
  'say-no',
  'speak-up',
  'mind-traps',
  'swap-list',
  'day-plan',
  'better-sleep',
  'solve-it',
  'what-matters',
  'after-a-slip',
  'stay-alive',
] as const;
export type TechniqueId = (typeof techniqueIds)[number];

/** The way through every technique: first it is explained, then tried on an example, then done for oneself. */
export const phases = ['know', 'understand', 'practise'] as const;
export type Phase = (typeof phases)[number];

/** What the person rates before and after, 0 to 10, and which way is better. Their own rating, never a measure. */
export const scales = { pull: 'lower', stress: 'lower', sure: 'higher', hope: 'higher' } as const;
export type Scale = keyof typeof scales;

/** A field to write in. `ideas` are ids of words that a touch puts into it, for people who write little. */
export type Field = { readonly id: string; readonly ideas?: readonly string[] };

/** One turn of a role-play: what one can say, and where it leads; or an end. */
export type TalkNode = { readonly choices: readonly { readonly id: string; readonly to: string }[] } | { readonly end: 'good' | 'mixed' | 'hard' };

type Base = { readonly id: string; readonly phase: Phase };
/** Words only. */
export type ReadStep = Base & { readonly kind: 'read'; readonly picture?: PictureName };
export type RateStep = Base & { readonly kind: 'rate'; readonly role: 'before' | 'after' };
/** A question with an answer for every choice; no marks are kept. */
export type QuizStep = Base & { readonly kind: 'quiz'; readonly options: readonly string[]; readonly right: string };
export type SortStep = Base & { readonly kind: 'sort'; readonly bins: readonly string[]; readonly items: readonly { readonly id: string; readonly bin: string }[] };
/** Cards to pick from; `own` adds a line for what is not on them. */
export type ChooseStep = Base & { readonly kind: 'choose'; readonly options: readonly string[]; readonly many: boolean; readonly own: boolean };
/** `shows`: earlier steps whose answers stand above the fields. */
export type WriteStep = Base & { readonly kind: 'write'; readonly fields: readonly Field[]; readonly shows?: readonly string[] };
/** Time that runs, in seconds, with stages spread evenly over it. */
export type TimerStep = Base & { readonly kind: 'timer'; readonly seconds: number; readonly pace: 'breath' | 'wave' | 'still'; readonly stages: readonly string[] };
export type TalkStep = Base & { readonly kind: 'talk'; readonly start: string; readonly nodes: Readonly<Record<string, TalkNode>> };
/**
 * An if-then plan (Gollwitzer 1999) with ideas for both halves. Answers of an earlier step are offered too: `whenFrom` as
 * they are, `thenFrom` as something to say or to try where they are not half a sentence themselves.
 */
export type PlanStep = Base & {
  readonly kind: 'plan';
  readonly when: readonly string[];
  readonly then: readonly string[];
  readonly whenFrom?: string;
  readonly thenFrom?: { readonly step: string; readonly as: 'plain' | 'say' | 'try' };
};
/** The end: the ratings side by side, what was answered in the steps of `shows`, and where to take it. */
export type SummaryStep = Base & { readonly kind: 'summary'; readonly shows: readonly string[] };

/** One step, shown alone on the screen. */
export type Step = ReadStep | RateStep | QuizStep | SortStep | ChooseStep | WriteStep | TimerStep | TalkStep | PlanStep | SummaryStep;

/** Where a technique comes from: a published work, quoted as works are. */
export type Source = { readonly cite: string };

/** A guided technique as data: the player knows kinds of steps, never a technique. Its words are in `renderer/text/<language>/techniques`. */
export type Technique = {
  readonly id: TechniqueId;
  readonly area: Area;
  /** How long it takes, minutes. */
  readonly minutes: number;
  readonly scale: Scale;
  readonly sources: readonly Source[];
  readonly steps: readonly Step[];
};
