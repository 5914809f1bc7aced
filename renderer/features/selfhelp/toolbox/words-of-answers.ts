import type { StepWords, TechniqueWords } from '../../../text/technique-words.ts';
import type { Answer, Answers } from './player.ts';
import type { Step, Technique } from './technique.ts';

/** What was answered in a step, as words to show again. `lines` have a heading where the step has several fields. */
export type AnswerInWords = { readonly id: string; readonly title: string; readonly lines: readonly { readonly field?: string; readonly words: string }[] };

/** The answers of some steps in the words of the screen; steps that were left out are left out. */
export function answersInWords(technique: Technique, words: TechniqueWords, answers: Answers, shows: readonly string[]): readonly AnswerInWords[] {
  return shows.flatMap((id) => {
    const step = technique.steps.find((one) => one.id === id);
    const said = words.steps[id];
    if (step === undefined || said === undefined) return [];
    const lines = linesOf(step, said, answers);
    return lines.length === 0 ? [] : [{ id, title: said.label ?? said.title, lines }];
  });
}

/** The single lines that were answered in one step: what a plan can be made from. */
export function plainAnswers(technique: Technique, words: TechniqueWords, answers: Answers, id: string | undefined): readonly string[] {
  return id === undefined ? [] : answersInWords(technique, words, answers, [id]).flatMap(({ lines }) => lines.map((line) => line.words));
}

function linesOf(step: Step, said: StepWords, answers: Answers): AnswerInWords['lines'] {
  switch (step.kind) {
    case 'choose': {
      const picked = [answers[step.id]].flat().flatMap((id) => (typeof id === 'string' ? (said.options?.[id] ?? []) : []));
      return [...picked, ...written(answers[`${step.id}.own`])].map((words) => ({ words }));
    }
    case 'write':
      return step.fields.flatMap(({ id }) =>
        written(answers[`${step.id}.${id}`]).map((words) => (step.fields.length > 1 ? { field: said.fields?.[id] ?? '', words } : { words })),
      );
    case 'rate':
    case 'read':
    case 'quiz':
    case 'sort':
    case 'timer':
    case 'talk':
    case 'plan':
    case 'summary':
      return [];
  }
}

function written(answer: Answer | undefined): readonly string[] {
  return typeof answer === 'string' && answer.trim() !== '' ? [answer.trim()] : [];
}
