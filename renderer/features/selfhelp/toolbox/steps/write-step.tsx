import { Stack } from '../../../../ui/stack.tsx';
import { answersInWords } from '../words-of-answers.ts';
import { IdeaField } from './idea-field.tsx';
import { SaidBefore } from './said-before.tsx';
import type { StepProps } from './step-props.ts';
import { textOf } from './text-of.ts';

/** Fields to write in, below what was said in earlier steps. */
export function WriteStep({ technique, step, words, techniqueWords, answers, answer }: StepProps<'write'>) {
  return (
    <Stack gap="lg">
      {words.hint !== undefined && <p className="ui-hint">{words.hint}</p>}
      <SaidBefore said={answersInWords(technique, techniqueWords, answers, step.shows ?? [])} />
      {step.fields.map(({ id, ideas = [] }) => (
        <IdeaField
          key={id}
          label={words.fields?.[id] ?? ''}
          value={textOf(answers[`${step.id}.${id}`])}
          onChange={(value) => { answer(`${step.id}.${id}`, value); }}
          ideas={ideas.map((idea) => words.ideas?.[idea] ?? '')}
        />
      ))}
    </Stack>
  );
}
