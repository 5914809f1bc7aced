import { z } from 'zod/mini';
import { practiceSchema, type Practice } from '#protocol/selfhelp/practice.ts';
import { endKeys } from './outcome.ts';
import { elapsedOf, ratingsOf, runKeys } from './rules.ts';
import type { Step, Technique } from './technique.ts';

/** A technique that somebody is in the middle of: where they are, and everything answered so far. */
export const practisingSchema = z.strictObject({
  technique: practiceSchema.shape.technique,
  step: z.string().check(z.maxLength(40)),
  answers: practiceSchema.shape.answers,
});
export type Practising = z.infer<typeof practisingSchema>;

/** Answers by key: a step's id, or a step's id and the part of it (`moment.thought`). */
export type Answers = Practising['answers'];
export type Answer = Answers[string];

/** What can happen to a practice. `answered` without a value takes the answer away. */
export type PracticeMove =
  | { readonly type: 'answered'; readonly key: string; readonly value: Answer | undefined }
  | { readonly type: 'went-on' }
  | { readonly type: 'went-back' };

/** A practice that has just begun. */
export function startPractising(technique: Technique): Practising {
  return { technique: technique.id, step: technique.steps[0]?.id ?? '', answers: {} };
}

/** The practice after a move. At either end of the technique going further changes nothing. */
export function nextPractising(technique: Technique, before: Practising, move: PracticeMove): Practising {
  switch (move.type) {
    case 'answered': {
      // A plan that is changed is not the one that was put with the others.
      const isPlan = technique.steps.some((step) => step.kind === 'plan' && move.key.startsWith(`${step.id}.`));
      const others = Object.entries(before.answers).filter(([key]) => key !== move.key && !(isPlan && key === endKeys.planned));
      return { ...before, answers: Object.fromEntries(move.value === undefined ? others : [...others, [move.key, move.value]]) };
    }
    case 'went-on':
      return { ...before, step: stepBeside(technique, before, 1).id };
    case 'went-back':
      return { ...before, step: stepBeside(technique, before, -1).id };
  }
}

/** The step a practice is at. One that a newer release has taken away leads to the first. */
export function stepOf(technique: Technique, practising: Practising): Step {
  return stepBeside(technique, practising, 0);
}

/** Which step it is, from 1, and of how many. */
export function positionOf(technique: Technique, practising: Practising): { readonly number: number; readonly count: number } {
  const index = technique.steps.findIndex((step) => step.id === practising.step);
  return { number: Math.max(index, 0) + 1, count: technique.steps.length };
}

/** Whether a step can be left without leaving something out: the button then says "Next" instead of "Leave this out". */
export function isAnswered(step: Step, answers: Answers): boolean {
  switch (step.kind) {
    case 'read':
    case 'summary':
      return true;
    case 'timer':
      return (elapsedOf(answers, step.id, 0) ?? 0) >= step.seconds * 1000;
    case 'talk': {
      const said = answers[step.id];
      return Array.isArray(said) && said.length > 0;
    }
    case 'sort':
      return step.items.every((item) => `${step.id}.${item.id}` in answers);
    case 'plan':
      return isWritten(answers[`${step.id}.when`]) && isWritten(answers[`${step.id}.then`]);
    case 'write':
      return step.fields.some((field) => isWritten(answers[`${step.id}.${field.id}`]));
    case 'choose':
      return isWritten(answers[`${step.id}.own`]) || isPicked(answers[step.id]);
    case 'rate':
    case 'quiz':
      return step.id in answers;
  }
}

/** What was answered in one step, by key. */
export function answersOf(step: Step, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key === step.id || key.startsWith(`${step.id}.`)));
}

/** The record that a finished practice becomes. What a running clock needed is left behind. */
export function finishPractice(technique: Technique, practising: Practising): Practice {
  const timers = technique.steps.filter((step) => step.kind === 'timer').flatMap((step) => Object.values(runKeys(step.id)));
  const answers = Object.fromEntries(Object.entries(practising.answers).filter(([key]) => !timers.includes(key)));
  return { technique: technique.id, area: technique.area, ...ratingsOf(technique, practising.answers), answers, finished: true };
}

function stepBeside(technique: Technique, { step }: Practising, by: -1 | 0 | 1): Step {
  const { steps } = technique;
  const index = Math.max(steps.findIndex((one) => one.id === step), 0);
  const found = steps[Math.min(Math.max(index + by, 0), steps.length - 1)];
  if (found === undefined) throw new Error(`Technique ${technique.id} has no steps`);
  return found;
}

function isWritten(answer: Answer | undefined): boolean {
  return typeof answer === 'string' && answer.trim() !== '';
}

function isPicked(answer: Answer | undefined): boolean {
  return Array.isArray(answer) ? answer.length > 0 : isWritten(answer);
}
