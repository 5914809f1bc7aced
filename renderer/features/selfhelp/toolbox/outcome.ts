import type { Practice } from '#protocol/selfhelp/practice.ts';
import type { Technique } from './technique.ts';

type Answers = Practice['answers'];

/** Where the last step keeps its answers: what was found out, whether it helps, whether the plan was taken over. */
export const endKeys = { found: 'end.found', helps: 'end.helps', planned: 'end.planned' } as const;

/** The if-then plan that was made, as two halves of a sentence; undefined while one is missing. */
export function planOf(technique: Technique, answers: Answers): { readonly when: string; readonly then: string } | undefined {
  const step = technique.steps.find((one) => one.kind === 'plan');
  if (step === undefined) return undefined;
  const when = half(answers[`${step.id}.when`]);
  const then = half(answers[`${step.id}.then`]);
  return when === '' || then === '' ? undefined : { when, then };
}

/** A half of a sentence goes into the middle of one, so its full stop is left out. */
export function half(answer: Answers[string] | undefined): string {
  return typeof answer === 'string' ? answer.trim().replace(/[.。؟?!]+$/u, '') : '';
}
