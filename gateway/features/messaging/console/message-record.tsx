import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { AskFirst } from '../../../console/ask-first.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useAct } from '../../../console/use-act.ts';
import { useCall } from '../../../console/use-call.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { decisionReplySchema, messageViewSchema } from '../staff-api.ts';
import { MessageHead } from './message-head.tsx';
import { MessageHistory } from './message-history.tsx';
import { MessageStateChip } from './message-state-chip.tsx';
import { MessageWords } from './message-words.tsx';
import { useParties } from './use-parties.ts';

/** One message to look at, whatever became of it; each view of it is in the record of acts. */
export function MessageRecord({ messageId, session }: { readonly messageId: string; readonly session: Session }) {
  const { t } = useTranslation('moderation');
  const parties = useParties();
  const message = useCall(`/messages/${messageId}`, messageViewSchema);
  const { act, busy, failure } = useAct();
  const [asking, setAsking] = useState(false);
  const back = { word: t('all.back'), href: placeAddress('messages', 'all') };
  if (message.state === 'loading') return <Spinner word={t('loading')} block />;
  if (message.state === 'failed') return <Page title={t('all.title')} back={back}><FailureNotice failure={message.failure} /></Page>;
  const view = message.value;
  async function recall() {
    setAsking(false);
    await act({ method: 'POST', path: `/messages/${messageId}/decision`, reply: decisionReplySchema, body: { bodySha256: view.bodySha256, note: null, decision: { kind: 'recall' } } });
    message.again();
  }
  const mayRecall = view.recallable && session.actions.includes('messages.decide');
  return (
    <Page title={parties(view)} status={<MessageStateChip state={view.state} />} back={back} width="wide" focusTitle
      actions={mayRecall ? <Button busy={busy} onClick={() => { setAsking(true); }}>{t('all.recall')}</Button> : undefined}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <MessageHead message={view} />
      {view.reason === null ? null : <Notice tone="attention" title={t(`reason.${view.reason}`)}>{view.remark === null ? undefined : `${t('all.remark')}: ${view.remark}`}</Notice>}
      {view.refusal === null ? null : <Notice tone="attention" title={t('all.refusal')}>{view.refusal}</Notice>}
      <MessageWords message={view} />
      <Section title={t('history')}><MessageHistory decisions={view.decisions} /></Section>
      <AskFirst open={asking} title={t('all.recallSure')} confirmWord={t('all.recall')} onConfirm={() => { void recall(); }} onCancel={() => { setAsking(false); }}>{t('all.recallLead')}</AskFirst>
    </Page>
  );
}
