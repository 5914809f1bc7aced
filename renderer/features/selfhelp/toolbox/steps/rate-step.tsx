import { useTranslation } from 'react-i18next';
import { StrengthScale } from '../../../../ui/strength-scale.tsx';
import type { StepProps } from './step-props.ts';

/** The person's own rating, 0 to 10, before or after. */
export function RateStep({ technique, step, words, answers, answer }: StepProps<'rate'>) {
  const { t } = useTranslation('toolbox');
  const rated = answers[step.id];
  return (
    <StrengthScale
      legend={words.title}
      legendHidden
      hint={t('rate.hint')}
      value={typeof rated === 'number' ? rated : null}
      onChange={(value) => { answer(step.id, value); }}
      lowWord={t(`rate.low.${technique.scale}`)}
      highWord={t(`rate.high.${technique.scale}`)}
    />
  );
}
