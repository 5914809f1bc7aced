import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMark } from '#protocol/education/work-rules.ts';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { RadioCards } from '../../../../renderer/ui/radio-cards.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../../renderer/ui/text-area.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useAct } from '../../../console/use-act.ts';
import { type MarkRequest, type WorkView, workViewSchema } from '../work/staff-api.ts';

type MarkFormProps = { readonly work: WorkView; readonly onMarked: (work: WorkView) => void };

/** The tutor's answer: every field and choice by keyboard, in the order one thinks. */
export function MarkForm({ work, onMarked }: MarkFormProps) {
  const { t } = useTranslation('learners');
  const { act, busy, failure } = useAct();
  const [outcome, setOutcome] = useState<MarkRequest['outcome'] | null>(null);
  const [comment, setComment] = useState('');
  const [partComments, setPartComments] = useState<Readonly<Record<string, string>>>({});
  const [got, setGot] = useState('');
  const [outOf, setOutOf] = useState('');
  const [fault, setFault] = useState<'outcome-missing' | 'score-wrong' | 'score-too-high' | 'comment-missing'>();
  const send = async (): Promise<void> => {
    if (outcome === null) return setFault('outcome-missing');
    const score = readScore(got, outOf);
    if (score === undefined) return setFault('score-wrong');
    const body: MarkRequest = { outcome, score, comment, partComments: { ...partComments } };
    const checked = checkMark(body);
    setFault(checked.ok ? undefined : checked.error.code);
    if (!checked.ok) return undefined;
    const marked = await act({ method: 'POST', path: `/work/${work.workId}/mark`, reply: workViewSchema, body });
    if (marked !== undefined) onMarked(marked);
    return undefined;
  };
  return (
    <Section title={t('work.mark')} hint={t('work.markLead')}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          {fault === undefined ? null : <Notice tone="attention" live="assertive">{t(`work.fault.${fault}`)}</Notice>}
          <RadioCards legend={t('work.outcomeWord')} columns={2} value={outcome} onChange={setOutcome}
            options={(['passed', 'another-go'] as const).map((value) => ({ value, label: t(`work.outcome.${value}`) }))} />
          <TextArea label={t('work.comment')} hint={t('work.commentHint')} rows={5} value={comment} onChange={setComment} limit={4000} />
          {work.parts.length < 2 ? null : work.parts.map((part) => (
            <TextArea key={part.partId} label={t('work.partComment', { ask: part.ask })} rows={2} limit={2000} value={partComments[part.partId] ?? ''} onChange={(words) => { setPartComments({ ...partComments, [part.partId]: words }); }} />
          ))}
          <Row align="end" gap="md">
            <TextField label={t('work.got')} width="short" inputMode="decimal" value={got} onChange={setGot} />
            <TextField label={t('work.outOf')} width="short" inputMode="decimal" value={outOf} onChange={setOutOf} />
          </Row>
          <div><Button type="submit" kind="primary" icon={Check} busy={busy} busyWord={t('console:busy')}>{t('work.send')}</Button></div>
        </Stack>
      </form>
    </Section>
  );
}

/** Marks as typed; null where none were, undefined where they are not two numbers. */
function readScore(got: string, outOf: string): MarkRequest['score'] | undefined {
  if (got.trim() === '' && outOf.trim() === '') return null;
  const score = { got: Number(got.replace(',', '.')), outOf: Number(outOf.replace(',', '.')) };
  return got.trim() !== '' && Number.isFinite(score.got) && score.got >= 0 && score.outOf > 0 ? score : undefined;
}
