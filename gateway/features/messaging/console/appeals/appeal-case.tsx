import { useTranslation } from 'react-i18next';
import { Card } from '../../../../../renderer/ui/card.tsx';
import { Notice } from '../../../../../renderer/ui/notice.tsx';
import { Section } from '../../../../../renderer/ui/section.tsx';
import { Spinner } from '../../../../../renderer/ui/spinner.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { useCall } from '../../../../console/use-call.ts';
import { appealViewSchema, type AnswerReply } from '../../appeals/staff-api.ts';
import { MessageHead } from '../message-head.tsx';
import { MessageHistory } from '../message-history.tsx';
import { MessageWords } from '../message-words.tsx';
import { AnswerForm } from './answer-form.tsx';

type AppealCaseProps = { readonly messageId: string; readonly onAnswered: (reply: AnswerReply) => void };

/** One stopped message with why it was stopped, what its writer says to that, and the answer. */
export function AppealCase({ messageId, onAnswered }: AppealCaseProps) {
  const { t } = useTranslation('appeals');
  const { t: words } = useTranslation('moderation');
  const opened = useCall(`/messages/${messageId}/appeal`, appealViewSchema);
  if (opened.state === 'loading') return <Spinner word={t('loading')} block />;
  if (opened.state === 'failed') return <FailureNotice failure={opened.failure} />;
  const { message, appeal, mine } = opened.value;
  return (
    <Stack gap="md">
      <MessageHead message={message} />
      {message.reason === null ? null : (
        <Notice tone="attention" title={t('stoppedFor', { reason: words(`reason.${message.reason}`) })}>
          {message.remark === null ? undefined : t('staffWrote', { remark: message.remark })}
        </Notice>
      )}
      <Section title={t('said')}>
        <Card tone="outline">{appeal.words === null ? <p>{t('saidNothing')}</p> : <p className="moderation-body" dir="auto">{appeal.words}</p>}</Card>
      </Section>
      <MessageWords message={message} />
      {mine ? <Notice tone="info" title={t('mine')}>{t('mineLead')}</Notice> : <AnswerForm message={message} onAnswered={onAnswered} />}
      <Section title={words('history')}><MessageHistory decisions={message.decisions} /></Section>
    </Stack>
  );
}
