import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../../ui/checkbox-group.tsx';
import { RadioCards } from '../../../../ui/radio-cards.tsx';
import { Stack } from '../../../../ui/stack.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { LONGEST_LINE } from './longest-line.ts';
import type { StepProps } from './step-props.ts';
import { picksOf, textOf } from './text-of.ts';

/** Cards to pick from, and a line for what is not on them. */
export function ChooseStep({ step, words, answers, answer }: StepProps<'choose'>) {
  const { t } = useTranslation('toolbox');
  const options = step.options.map((value) => ({ value, label: words.options?.[value] ?? '' }));
  const question = { legend: words.title, legendHidden: true, hint: words.hint, options };
  return (
    <Stack gap="lg">
      {step.many ? (
        <CheckboxGroup {...question} values={picksOf(answers[step.id])} onChange={(values) => { answer(step.id, values); }} />
      ) : (
        <RadioCards {...question} value={step.options.find((id) => id === textOf(answers[step.id])) ?? null} onChange={(value) => { answer(step.id, value); }} />
      )}
      {step.own && (
        <TextArea label={t('choose.own')} rows={2} value={textOf(answers[`${step.id}.own`])} onChange={(own) => { answer(`${step.id}.own`, own.slice(0, LONGEST_LINE)); }} />
      )}
    </Stack>
  );
}
