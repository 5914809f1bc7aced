import { Notice } from '../../../../ui/notice.tsx';
import { RadioCards } from '../../../../ui/radio-cards.tsx';
import type { StepProps } from './step-props.ts';
import { textOf } from './text-of.ts';

/** A question on an example. Every answer gets a reply; nothing is marked. */
export function QuizStep({ step, words, answers, answer }: StepProps<'quiz'>) {
  const picked = step.options.find((id) => id === textOf(answers[step.id])) ?? null;
  return (
    <>
      <RadioCards
        legend={words.title}
        legendHidden
        hint={words.hint}
        value={picked}
        onChange={(value) => { answer(step.id, value); }}
        options={step.options.map((value) => ({ value, label: words.options?.[value] ?? '' }))}
      />
      <div role="status">
        {picked !== null && <Notice tone={picked === step.right ? 'good' : 'info'}>{words.replies?.[picked]}</Notice>}
      </div>
    </>
  );
}
