import { Send } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeUuidV7 } from '#protocol/ids.ts';
import { shareAnswerSchema } from '#protocol/selfhelp/sharing.ts';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { Checkbox } from '../../../../../renderer/ui/checkbox.tsx';
import { Notice } from '../../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../../renderer/ui/row.tsx';
import { Section } from '../../../../../renderer/ui/section.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../../../renderer/ui/text-area.tsx';
import { TextField } from '../../../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useAct } from '../../../../console/use-act.ts';
import { doneSchema } from '../../../../http/staff-api.ts';
import { sealAnswer } from './desk-keys.ts';

type AnswerFormProps = { readonly shareId: string; readonly answerKey: string; readonly onAnswered: () => void };

const LONGEST = 2000;

/** Words for the person, and perhaps a time to meet. Sealed here: the gateway carries it and cannot read it. */
export function AnswerForm({ shareId, answerKey, onAnswered }: AnswerFormProps) {
  const { t } = useTranslation('sharing');
  const { act, busy, failure } = useAct();
  const [text, setText] = useState('');
  const [meets, setMeets] = useState(false);
  const [meeting, setMeeting] = useState({ day: '', time: '', place: '' });
  const [state, setState] = useState<'fault' | 'sent'>();
  /** The id of an answer whose reply was lost: the gateway may have it, and takes the same one once. */
  const tried = useRef<{ readonly words: string; readonly answerId: string }>(undefined);
  const send = async (): Promise<void> => {
    const answer = shareAnswerSchema.safeParse({ text: text.trim(), checkIn: meets ? meeting : null });
    if (!answer.success || (answer.data.text === '' && answer.data.checkIn === null)) return setState('fault');
    const words = JSON.stringify(answer.data);
    const answerId = tried.current?.words === words ? tried.current.answerId : makeUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    tried.current = { words, answerId };
    const box = await sealAnswer(answer.data, answerKey, shareId, answerId);
    const done = await act({ method: 'POST', path: `/sharing/shares/${shareId}/answers`, reply: doneSchema, body: { answerId, box } });
    if (done === undefined) return undefined;
    tried.current = undefined;
    setText('');
    setMeets(false);
    setState('sent');
    return onAnswered();
  };
  return (
    <Section title={t('answer.title')} hint={t('answer.hint')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Stack>
          {failure === undefined ? null : <FailureNotice failure={failure} />}
          {state === 'fault' ? <Notice tone="attention" live="assertive">{t('answer.fault')}</Notice> : null}
          {state === 'sent' ? <Notice tone="good" live="polite">{t('answer.sent')}</Notice> : null}
          <TextArea label={t('answer.words')} rows={4} limit={LONGEST} value={text} onChange={setText} />
          <Checkbox label={t('answer.meet')} checked={meets} onChange={setMeets} />
          {meets ? (
            <Row gap="md" align="end">
              <TextField type="date" width="medium" label={t('answer.day')} value={meeting.day} onChange={(day) => { setMeeting({ ...meeting, day }); }} />
              <TextField type="time" width="short" label={t('answer.time')} value={meeting.time} onChange={(time) => { setMeeting({ ...meeting, time }); }} />
              <TextField width="medium" label={t('answer.place')} value={meeting.place} maxLength={200} onChange={(place) => { setMeeting({ ...meeting, place }); }} />
            </Row>
          ) : null}
          <div><Button type="submit" kind="primary" icon={Send} busy={busy} busyWord={t('console:busy')}>{t('answer.send')}</Button></div>
        </Stack>
      </form>
    </Section>
  );
}
