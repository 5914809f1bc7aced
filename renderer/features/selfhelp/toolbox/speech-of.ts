import type { StepWords } from '../../../text/technique-words.ts';
import type { Answers } from './player.ts';
import { talkAt } from './rules.ts';
import type { Step } from './technique.ts';

/**
 * What is read aloud of a step, in the order of the screen: its own words only, never what somebody wrote. In a talk it
 * is the turn one is at, and after a question the reply to what was picked.
 */
export function speechOf(step: Step, words: StepWords, answers: Answers): readonly string[] {
  const { title, body, hint } = words;
  return [title, body, hint, ...partsOf(step, words, answers)].filter((line) => line !== undefined);
}

function partsOf(step: Step, words: StepWords, answers: Answers): readonly (string | undefined)[] {
  switch (step.kind) {
    case 'quiz': {
      const picked = answers[step.id];
      return typeof picked === 'string' ? [words.replies?.[picked]] : step.options.map((id) => words.options?.[id]);
    }
    case 'choose':
      return step.options.map((id) => words.options?.[id]);
    case 'sort':
      return [...step.bins.map((id) => words.bins?.[id]), ...step.items.map(({ id }) => words.items?.[id])];
    case 'write':
      return step.fields.flatMap(({ id, ideas = [] }) => [words.fields?.[id], ...ideas.map((idea) => words.ideas?.[idea])]);
    case 'plan':
      return [...step.when, ...step.then].map((id) => words.ideas?.[id]);
    case 'talk': {
      const said = answers[step.id];
      const { node, at } = talkAt(step, Array.isArray(said) ? said : []);
      return [words.says?.[node], ...('choices' in at ? at.choices.map(({ id }) => words.options?.[id]) : [])];
    }
    case 'timer':
    case 'read':
    case 'rate':
    case 'summary':
      return [];
  }
}
