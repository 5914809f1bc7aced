import { useTranslation } from 'react-i18next';
import { MAX_PLAN_WORDS } from '#protocol/selfhelp/plan.ts';
import { Notice } from '../../../../ui/notice.tsx';
import { Stack } from '../../../../ui/stack.tsx';
import { planOf } from '../outcome.ts';
import { plainAnswers } from '../words-of-answers.ts';
import { IdeaField } from './idea-field.tsx';
import type { StepProps } from './step-props.ts';
import { textOf } from './text-of.ts';

/** An if-then plan, with what was answered before as ideas for both halves. */
export function PlanStep({ technique, step, words, techniqueWords, answers, answer }: StepProps<'plan'>) {
  const { t } = useTranslation('toolbox');
  const said = (from: string | undefined) => plainAnswers(technique, techniqueWords, answers, from).filter((line) => line.length <= MAX_PLAN_WORDS);
  const ideas = (ids: readonly string[]) => ids.map((id) => words.ideas?.[id] ?? '');
  const asThen = (words: string) => (step.thenFrom === undefined || step.thenFrom.as === 'plain' ? words : t(`plan.${step.thenFrom.as}`, { words }));
  const when = textOf(answers[`${step.id}.when`]);
  const then = textOf(answers[`${step.id}.then`]);
  const plan = planOf(technique, answers);
  return (
    <Stack gap="lg">
      <p className="ui-hint">{t('plan.hint')}</p>
      <IdeaField label={t('plan.when')} value={when} onChange={(value) => { answer(`${step.id}.when`, value.slice(0, MAX_PLAN_WORDS)); }} ideas={unique([...said(step.whenFrom), ...ideas(step.when)])} replaces />
      <IdeaField label={t('plan.then')} value={then} onChange={(value) => { answer(`${step.id}.then`, value.slice(0, MAX_PLAN_WORDS)); }} ideas={unique([...said(step.thenFrom?.step).map(asThen), ...ideas(step.then)])} replaces />
      {plan !== undefined && <Notice tone="good"><bdi>{t('plan.line', plan)}</bdi></Notice>}
    </Stack>
  );
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}
