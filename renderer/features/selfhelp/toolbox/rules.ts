import type { Practice } from '#protocol/selfhelp/practice.ts';
import { BREATH, type Breath } from '../next-breath.ts';
import { scales, type Scale, type TalkNode, type TalkStep, type Technique, type TimerStep } from './technique.ts';

type Answers = Practice['answers'];

/** The keys of a step with a clock: milliseconds that have run before, and since when it runs now (0: it does not). */
export function runKeys(stepId: string): { readonly ran: string; readonly since: string } {
  return { ran: `${stepId}.ran`, since: `${stepId}.since` };
}

/**
 * Milliseconds that a clock has run, or undefined when it was never started. Counts from the time it was started, so it
 * is true after the screen slept or the tablet was off; a clock that was put back never takes time away that had run.
 */
export function elapsedOf(answers: Answers, stepId: string, now: number): number | undefined {
  const keys = runKeys(stepId);
  const ran = answers[keys.ran];
  const since = answers[keys.since];
  if (typeof ran !== 'number' && typeof since !== 'number') return undefined;
  const running = typeof since === 'number' && since > 0 ? Math.max(0, now - since) : 0;
  return (typeof ran === 'number' ? ran : 0) + running;
}

/** Whether a clock runs now. */
export function isRunning(answers: Answers, stepId: string): boolean {
  const since = answers[runKeys(stepId).since];
  return typeof since === 'number' && since > 0;
}

/** The id of the stage that is on after `elapsed` milliseconds: stages last equally long. */
export function stageAt(step: TimerStep, elapsed: number): string {
  const share = Math.min(Math.max(elapsed / (step.seconds * 1000), 0), 1);
  return step.stages[Math.min(Math.floor(share * step.stages.length), step.stages.length - 1)] ?? '';
}

/** Which part of a breath is on after `elapsed` milliseconds of breathing. */
export function breathAt(elapsed: number): Breath {
  const within = elapsed % (BREATH.in + BREATH.hold + BREATH.out);
  if (within < BREATH.in) return 'in';
  return within < BREATH.in + BREATH.hold ? 'hold' : 'out';
}

/** One turn that was taken in a talk. */
export type Turn = { readonly node: string; readonly choice: string };

/** Where a talk stands after what was said. Something that could not be said there ends the list. */
export function talkAt(step: TalkStep, said: readonly string[]): { readonly turns: readonly Turn[]; readonly node: string; readonly at: TalkNode } {
  const turns: Turn[] = [];
  let node = step.start;
  for (const choice of said) {
    const at = nodeOf(step, node);
    const taken = 'choices' in at ? at.choices.find((one) => one.id === choice) : undefined;
    if (taken === undefined) break;
    turns.push({ node, choice });
    node = taken.to;
  }
  return { turns, node, at: nodeOf(step, node) };
}

function nodeOf(step: TalkStep, node: string): TalkNode {
  const at = step.nodes[node];
  if (at === undefined) throw new Error(`Talk ${step.id} has no turn ${node}`);
  return at;
}

/** What somebody said about themselves before and after; null where they left it out. */
export function ratingsOf(technique: Technique, answers: Answers): { readonly before: number | null; readonly after: number | null } {
  const rated = (role: 'before' | 'after') => {
    const step = technique.steps.find((one) => one.kind === 'rate' && one.role === role);
    const answer = step === undefined ? undefined : answers[step.id];
    return typeof answer === 'number' ? answer : null;
  };
  return { before: rated('before'), after: rated('after') };
}

/** How two ratings compare, as what it means for the person; undefined where one is missing. */
export function compareRatings(scale: Scale, { before, after }: { readonly before: number | null; readonly after: number | null }): 'better' | 'same' | 'worse' | undefined {
  if (before === null || after === null) return undefined;
  if (before === after) return 'same';
  return after < before === (scales[scale] === 'lower') ? 'better' : 'worse';
}

/** True when somebody is still in a bad way afterwards: the screen then offers help, and does nothing else. */
export function isStillHard(scale: Scale, after: number | null): boolean {
  if (after === null) return false;
  return scales[scale] === 'lower' ? after >= 8 : after <= 1;
}

/** Minutes and seconds left, both whole, of a clock of `seconds` after `elapsed` milliseconds. */
export function timeLeft(seconds: number, elapsed: number): { readonly minutes: number; readonly seconds: number } {
  const left = Math.max(0, Math.ceil((seconds * 1000 - elapsed) / 1000));
  return { minutes: Math.floor(left / 60), seconds: left % 60 };
}
