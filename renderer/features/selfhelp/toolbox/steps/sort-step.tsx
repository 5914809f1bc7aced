import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../../../ui/segmented-choice.tsx';
import { Stack } from '../../../../ui/stack.tsx';
import type { StepProps } from './step-props.ts';
import { textOf } from './text-of.ts';

/** Lines to be put where they belong: a choice beside each, which fingers, keys and screen readers all know. */
export function SortStep({ step, words, answers, answer }: StepProps<'sort'>) {
  const { t } = useTranslation('toolbox');
  return (
    <Stack gap="md">
      {words.hint !== undefined && <p className="ui-hint">{words.hint}</p>}
      {step.items.map(({ id, bin }) => {
        const key = `${step.id}.${id}`;
        const picked = textOf(answers[key]);
        return (
          <div key={id} className="practice-sort">
            <SegmentedChoice
              legend={words.items?.[id] ?? ''}
              value={picked}
              onChange={(value) => { answer(key, value); }}
              options={step.bins.map((value) => ({ value, label: words.bins?.[value] ?? '' }))}
            />
            <p className="practice-reply" role="status" data-right={picked === bin || undefined}>
              {picked === '' ? '' : picked === bin ? t('sort.right') : t('sort.other', { bin: words.bins?.[bin] ?? '' })}
            </p>
          </div>
        );
      })}
    </Stack>
  );
}
