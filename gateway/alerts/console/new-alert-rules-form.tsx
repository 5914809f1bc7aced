import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertPolicy } from '#protocol/alerts/schema.ts';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { Checkbox } from '../../../renderer/ui/checkbox.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { AskFirst } from '../../console/ask-first.tsx';
import { dayStart, today } from '../../console/day-field.ts';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useAct } from '../../console/use-act.ts';
import { alertPoliciesSchema, newAlertPolicyRequestSchema, type NewAlertPolicy } from '../staff-api.ts';

type NewAlertRulesFormProps = { readonly inForce: AlertPolicy; readonly onCancel: () => void; readonly onSet: () => void };

/** The next version of the rules, begun from the present one. Asked twice: it decides who learns of a private answer. */
export function NewAlertRulesForm({ inForce, onCancel, onSet }: NewAlertRulesFormProps) {
  const { t } = useTranslation('alerts');
  const time = useTimeWords();
  const { act, busy, failure } = useAct();
  const [worryingAnswers, setWorryingAnswers] = useState(inForce.worryingAnswers);
  const [askForHelp, setAskForHelp] = useState(inForce.askForHelp);
  const [minutes, setMinutes] = useState(String(inForce.escalateAfter));
  const [day, setDay] = useState(today());
  const [bad, setBad] = useState(false);
  const [asked, setAsked] = useState<NewAlertPolicy>();
  function ask(event: SubmitEvent) {
    event.preventDefault();
    const parsed = newAlertPolicyRequestSchema.safeParse({ effectiveFrom: dayStart(day), worryingAnswers, askForHelp, escalateAfter: Number(minutes) });
    setBad(!parsed.success);
    if (parsed.success) setAsked(parsed.data);
  }
  async function set(body: NewAlertPolicy) {
    setAsked(undefined);
    const reply = await act({ method: 'POST', path: '/alerts/policies', reply: alertPoliciesSchema, body });
    if (reply !== undefined) onSet();
  }
  return (
    <Card title={t('rules.new')} tone="outline">
      <form onSubmit={ask} noValidate>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          {bad ? <Notice tone="danger" live="assertive">{t('rules.bad')}</Notice> : null}
          <Checkbox label={t('rules.worryingAnswers')} hint={t('rules.worryingAnswersHint')} checked={worryingAnswers} onChange={setWorryingAnswers} />
          <Checkbox label={t('rules.askForHelp')} checked={askForHelp} onChange={setAskForHelp} />
          <Row align="start">
            <TextField label={t('rules.escalateAfter')} type="number" width="short" value={minutes} onChange={setMinutes} required />
            <TextField label={t('rules.from')} hint={t('rules.fromHint')} type="date" width="medium" value={day} onChange={setDay} min={today()} required />
          </Row>
          <Row><Button type="submit" kind="primary" busy={busy}>{t('rules.set')}</Button><Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button></Row>
        </Stack>
      </form>
      <AskFirst open={asked !== undefined} title={t('rules.sure')} confirmWord={t('rules.set')} onConfirm={() => { if (asked !== undefined) void set(asked); }} onCancel={() => { setAsked(undefined); }}>{t('rules.sureLead', { time: time.short(asked?.effectiveFrom ?? 0) })}</AskFirst>
    </Card>
  );
}
