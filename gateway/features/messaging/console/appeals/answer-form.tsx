import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appealAnswerCodes, type AppealAnswer } from '#protocol/messaging/appeal.ts';
import { stopReasons } from '#protocol/messaging/reasons.ts';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { Card } from '../../../../../renderer/ui/card.tsx';
import { RadioCards } from '../../../../../renderer/ui/radio-cards.tsx';
import { Row } from '../../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../../../renderer/ui/text-area.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useAct } from '../../../../console/use-act.ts';
import { answerReplySchema, type AnswerReply, type AnswerRequestBody } from '../../appeals/staff-api.ts';
import type { MessageView } from '../../staff-api.ts';

/** Longest remark and note (staff-api.ts). */
const LIMIT = 500;

type AnswerFormProps = { readonly message: MessageView; readonly onAnswered: (reply: AnswerReply) => void };

/** The coded answer, which the writer is told, with words for the writer and a note for colleagues. */
export function AnswerForm({ message, onAnswered }: AnswerFormProps) {
  const { t } = useTranslation('appeals');
  const { act, busy, failure } = useAct();
  const [answer, setAnswer] = useState<AppealAnswer | null>(null);
  const [remark, setRemark] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const mayMend = message.reason !== null && stopReasons[message.reason].fixable;
  const offered = appealAnswerCodes.filter((code) => code !== 'can-be-mended' || mayMend);
  async function send(event: SubmitEvent) {
    event.preventDefault();
    setMissing(answer === null);
    if (answer === null || busy) return;
    const body: AnswerRequestBody = { bodySha256: message.bodySha256, answer, remark: orNull(remark), note: orNull(note) };
    const reply = await act({ method: 'POST', path: `/messages/${message.messageId}/appeal`, reply: answerReplySchema, body });
    if (reply !== undefined) onAnswered(reply);
  }
  const countText = (left: number, over: number) => t(over ? 'console:over' : 'console:left', { count: Math.abs(left) });
  return (
    <Card title={t('answer')} level={2} tone="tint">
      <form onSubmit={(event) => { void send(event); }} noValidate>
        <Stack gap="md">
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          <RadioCards legend={t('pick')} value={answer} onChange={setAnswer} error={missing && answer === null ? t('missing') : undefined} options={offered.map((code) => ({ value: code, label: t(`code.${code}`) }))} />
          <TextArea label={`${t('remark')} (${t('console:optional')})`} value={remark} onChange={setRemark} rows={2} limit={LIMIT} countText={countText} />
          <TextArea label={`${t('note')} (${t('console:optional')})`} value={note} onChange={setNote} rows={2} limit={LIMIT} countText={countText} />
          <Row><Button type="submit" kind="primary" busy={busy}>{t('send')}</Button></Row>
        </Stack>
      </form>
    </Card>
  );
}

function orNull(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}
