import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_BODY } from '#protocol/messaging/schema.ts';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Checkbox } from '../../../../renderer/ui/checkbox.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { RadioCards } from '../../../../renderer/ui/radio-cards.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { AskFirst } from '../../../console/ask-first.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { dayStart, today } from '../../../console/day-field.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useAct } from '../../../console/use-act.ts';
import { newPolicyRequestSchema, policyViewSchema, type NewPolicy, type Policies } from '../staff-api.ts';

type NewRulesFormProps = { readonly inForce: Policies['inForce']; readonly onCancel: () => void; readonly onSet: (policy: Policies['policies'][number]) => void };

/** The next version of the rules, begun from the present one. Asked twice: they hold for everybody (Prison Rule 35A). */
export function NewRulesForm({ inForce, onCancel, onSet }: NewRulesFormProps) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const { act, busy, failure } = useAct();
  const before = inForce?.holding;
  const [kind, setKind] = useState<'all' | 'some'>(before?.kind ?? 'all');
  const [flagged, setFlagged] = useState(before?.kind === 'some' ? before.flagged : true);
  const [sample, setSample] = useState(before?.kind === 'some' ? String(before.samplePerCent) : '10');
  const [characters, setCharacters] = useState(String(inForce?.maxCharacters ?? 4000));
  const [perWeek, setPerWeek] = useState(String(inForce?.perWeek ?? ''));
  const [appealDays, setAppealDays] = useState(String(inForce?.appealDays ?? 10));
  const [answerDays, setAnswerDays] = useState(String(inForce?.appealAnswerDays ?? 5));
  const [day, setDay] = useState(today());
  const [bad, setBad] = useState(false);
  const [asked, setAsked] = useState<NewPolicy>();
  function ask(event: SubmitEvent) {
    event.preventDefault();
    const parsed = newPolicyRequestSchema.safeParse({
      effectiveFrom: dayStart(day),
      holding: kind === 'all' ? { kind } : { kind, flagged, samplePerCent: sample.trim() === '' ? 0 : Number(sample) },
      maxCharacters: Number(characters),
      perWeek: perWeek.trim() === '' ? null : Number(perWeek),
      appealDays: Number(appealDays),
      appealAnswerDays: Number(answerDays),
    });
    setBad(!parsed.success);
    if (parsed.success) setAsked(parsed.data);
  }
  async function set(body: NewPolicy) {
    setAsked(undefined);
    const reply = await act({ method: 'POST', path: '/messages/policies', reply: policyViewSchema, body });
    if (reply !== undefined) onSet(reply);
  }
  return (
    <Card title={t('rules.new')} tone="outline">
      <form onSubmit={ask} noValidate>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          {bad ? <Notice tone="danger" live="assertive">{t('rules.bad', { max: MAX_BODY })}</Notice> : null}
          <RadioCards legend={t('rules.holding')} columns={2} value={kind} onChange={setKind} options={[{ value: 'all', label: t('rules.holdAll'), hint: t('rules.holdAllHint') }, { value: 'some', label: t('rules.holdSome'), hint: t('rules.holdSomeHint') }]} />
          {kind === 'some' ? <Row align="end"><Checkbox label={t('rules.flagged')} checked={flagged} onChange={setFlagged} /><TextField label={t('rules.sample')} type="number" width="short" value={sample} onChange={setSample} /></Row> : null}
          <Row align="start">
            <TextField label={t('rules.maxCharacters')} type="number" width="short" value={characters} onChange={setCharacters} required />
            <TextField label={t('rules.perWeek')} hint={t('rules.perWeekHint')} type="number" width="short" value={perWeek} onChange={setPerWeek} />
            <TextField label={t('rules.from')} hint={t('rules.fromHint')} type="date" width="medium" value={day} onChange={setDay} min={today()} required />
          </Row>
          <Row align="start">
            <TextField label={t('rules.appealDays')} type="number" width="short" value={appealDays} onChange={setAppealDays} required />
            <TextField label={t('rules.answerDays')} hint={t('rules.answerDaysHint')} type="number" width="short" value={answerDays} onChange={setAnswerDays} required />
          </Row>
          <Row><Button type="submit" kind="primary" busy={busy}>{t('rules.set')}</Button><Button kind="quiet" onClick={onCancel}>{t('console:cancel')}</Button></Row>
        </Stack>
      </form>
      <AskFirst open={asked !== undefined} title={t('rules.sure')} confirmWord={t('rules.set')} onConfirm={() => { if (asked !== undefined) void set(asked); }} onCancel={() => { setAsked(undefined); }}>{t('rules.sureLead', { time: time.short(asked?.effectiveFrom ?? 0) })}</AskFirst>
    </Card>
  );
}
