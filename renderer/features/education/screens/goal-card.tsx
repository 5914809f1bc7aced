import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '#protocol/education/goal.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Row } from '../../../ui/row.tsx';
import { useMinutesThisWeek } from '../study/study-queries.ts';
import { tabletNow } from '../study/tablet-now.ts';
import { localToday } from '../local-today.ts';

type GoalCardProps = { readonly goal: Goal; readonly isSecond: boolean; readonly onChange: (goal: Goal) => void; readonly actions: ReactNode };

/** A goal that is not reached yet: its day, its steps, and the button to say it is done. */
export function GoalCard({ goal, isSecond, onChange, actions }: GoalCardProps) {
  const { t } = useTranslation('study');
  const { date } = useWhen();
  const minutes = useMinutesThisWeek();
  const tick = (at: number, done: boolean) => { onChange({ ...goal, steps: goal.steps.map((step, index) => (index === at ? { ...step, done } : step)), changedAt: tabletNow() }); };
  return (
    <Card level={2} title={goal.words}>
      {isSecond ? <p className="ui-hint">{t('fromOther')}</p> : null}
      {goal.by === null ? null : <p>{goal.by < localToday() ? t('byPassed') : t('by', { date: date(new Date(`${goal.by}T12:00`).getTime()) })}</p>}
      {goal.minutesAWeek === null || minutes === undefined ? null : (
        <ProgressBar label={t('goalMinutes')} value={minutes} max={goal.minutesAWeek} valueText={t('minutesDone', { done: minutes, wanted: goal.minutesAWeek })} />
      )}
      {goal.steps.map((step, at) => <Checkbox key={step.words} label={<bdi>{step.words}</bdi>} checked={step.done} onChange={(done) => { tick(at, done); }} />)}
      <Row>
        <Button kind="primary" icon={Check} onClick={() => { onChange({ ...goal, doneAt: Date.now(), changedAt: Date.now() }); }}>{t('done')}</Button>
        {actions}
      </Row>
    </Card>
  );
}
