import { HeartHandshake, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Stack } from '../../../../ui/stack.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { useOneAtATime } from '../../use-one-at-a-time.ts';
import { endKeys, planOf } from '../outcome.ts';
import { compareRatings, isStillHard, ratingsOf } from '../rules.ts';
import { answersInWords } from '../words-of-answers.ts';
import { LONGEST_LINE } from './longest-line.ts';
import { RatingPair } from './rating-pair.tsx';
import { SaidBefore } from './said-before.tsx';
import type { StepProps } from './step-props.ts';
import { textOf } from './text-of.ts';

type SummaryStepProps = StepProps<'summary'> & {
  /** Puts the if-then plan with the person's plans; resolves false when it could not be kept. */
  readonly keepPlan: (plan: { readonly when: string; readonly then: string }) => Promise<boolean>;
  readonly actNow: () => void;
};

/** The end: what changed, what was found out, and where to take it. */
export function SummaryStep({ technique, step, techniqueWords, answers, answer, keepPlan, actNow }: SummaryStepProps) {
  const { t } = useTranslation('toolbox');
  const [failed, setFailed] = useState(false);
  const ratings = ratingsOf(technique, answers);
  const compared = compareRatings(technique.scale, ratings);
  const plan = planOf(technique, answers);
  const { busy, run } = useOneAtATime();
  const toPlan = () => run(async () => {
    if (plan === undefined) return;
    const kept = await keepPlan(plan);
    setFailed(!kept);
    if (kept) answer(endKeys.planned, true);
  });
  return (
    <Stack gap="lg">
      <RatingPair {...ratings} />
      {compared !== undefined && <p className="practice-line">{t(`summary.${compared}`)}</p>}
      {isStillHard(technique.scale, ratings.after) && (
        <Notice tone="attention" actions={<Button kind="primary" icon={HeartHandshake} onClick={actNow}>{t('summary.actNow')}</Button>}>{t('summary.still')}</Notice>
      )}
      <SaidBefore said={answersInWords(technique, techniqueWords, answers, step.shows)} />
      {plan !== undefined && (
        <Card
          title={techniqueWords.steps['plan']?.label ?? ''}
          tone="tint"
          actions={answers[endKeys.planned] === true ? undefined : <Button icon={ListPlus} busy={busy} onClick={() => { void toPlan(); }}>{t('summary.toPlan')}</Button>}
        >
          <p><bdi>{t('plan.line', plan)}</bdi></p>
          <div role="status">
            {answers[endKeys.planned] === true && <Notice tone="good">{t('summary.inPlan')}</Notice>}
            {failed && <Notice tone="danger">{t('summary.full')}</Notice>}
          </div>
        </Card>
      )}
      <TextArea label={t('summary.found')} hint={t('summary.foundHint')} rows={3} value={textOf(answers[endKeys.found])} onChange={(found) => { answer(endKeys.found, found.slice(0, LONGEST_LINE)); }} />
      <Checkbox label={t('summary.helps')} checked={answers[endKeys.helps] === true} onChange={(helps) => { answer(endKeys.helps, helps); }} />
    </Stack>
  );
}
