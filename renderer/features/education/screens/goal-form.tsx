import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '#protocol/education/goal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Row } from '../../../ui/row.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** Longest week in minutes. */
const WEEK_MINUTES = 10_080;
const MOST_STEPS = 20;

type GoalFormProps = { readonly goal: Goal | undefined; readonly onSave: (goal: Goal) => void; readonly onCancel: () => void };

/** A goal in one's own words; all but the words may be left out. */
export function GoalForm({ goal, onSave, onCancel }: GoalFormProps) {
  const { t } = useTranslation('study');
  const [words, setWords] = useState(goal?.words ?? '');
  const [by, setBy] = useState(goal?.by ?? '');
  const [minutes, setMinutes] = useState(goal?.minutesAWeek?.toString() ?? '');
  const [steps, setSteps] = useState(goal?.steps.map((step) => step.words).join('\n') ?? '');
  const save = () => {
    if (words.trim() === '') return;
    const amount = Math.round(Number(minutes));
    const done = new Set(goal?.steps.filter((step) => step.done).map((step) => step.words));
    const lines = steps.split('\n').map((line) => line.trim().slice(0, 300)).filter((line) => line !== '').slice(0, MOST_STEPS);
    onSave({
      kind: 'goal',
      words: words.trim().slice(0, 500),
      by: by === '' ? null : by,
      minutesAWeek: amount >= 1 && amount <= WEEK_MINUTES ? amount : null,
      steps: lines.map((line) => ({ words: line, done: done.has(line) })),
      doneAt: goal?.doneAt ?? null,
      changedAt: Date.now(),
    });
  };
  return (
    <Card title={goal === undefined ? t('newGoal') : t('change')}>
      <TextField label={t('goalWords')} hint={t('goalWordsHint')} value={words} onChange={setWords} maxLength={500} dir="auto" autoFocus />
      <TextField type="date" label={t('goalBy')} optionalWord={t('optional')} value={by} onChange={setBy} width="medium" />
      <TextField type="number" label={t('goalMinutes')} optionalWord={t('optional')} value={minutes} onChange={setMinutes} width="short" />
      <TextArea label={t('goalSteps')} hint={t('goalStepsHint')} optionalWord={t('optional')} rows={4} value={steps} onChange={setSteps} />
      <Row>
        <Button kind="primary" icon={Check} onClick={save}>{t('save')}</Button>
        <Button kind="quiet" onClick={onCancel}>{t('cancel')}</Button>
      </Row>
    </Card>
  );
}
