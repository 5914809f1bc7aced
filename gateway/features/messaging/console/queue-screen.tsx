import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { SegmentedChoice } from '../../../../renderer/ui/segmented-choice.tsx';
import { Split } from '../../../../renderer/ui/split.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useCall } from '../../../console/use-call.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { decisionReplySchema, messageViewSchema, nextMessageSchema, queueSchema, type DecisionReply, type DecisionRequestBody, type MessageView, type NextMessageRequest } from '../staff-api.ts';
import { AlertList } from './alert-list.tsx';
import { DoneNotice, type Done } from './done-notice.tsx';
import { KeysHelp } from './keys-help.tsx';
import { MessageDesk } from './message-desk.tsx';
import { QueueList } from './queue-list.tsx';
import { LanguageFilter, type QueueLanguage } from './screening/language-filter.tsx';
import { useDeskKeys, useKeysOn } from './use-desk-keys.ts';

type Direction = 'all' | 'out' | 'in';

/** The part of the queue that is worked on, as the calls take it. */
function partOf(direction: Direction, language: QueueLanguage | 'all'): NextMessageRequest {
  return { ...(direction === 'all' ? {} : { direction }), ...(language === 'all' ? {} : { language }) };
}

function queryOf(part: NextMessageRequest): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(part)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** The queue beside the message being read. Nothing is decided without a claim; a claim is made by opening. */
export function QueueScreen({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('moderation');
  const [direction, setDirection] = useState<Direction>('all');
  const [language, setLanguage] = useState<QueueLanguage | 'all'>('all');
  const [open, setOpen] = useState<MessageView>();
  const [failure, setFailure] = useState<CallFailure>();
  const [done, setDone] = useState<Done>();
  const [keysOn, setKeysOn] = useKeysOn();
  const part = partOf(direction, language);
  const queue = useCall(`/messages/queue${queryOf(part)}`, queueSchema, 15);
  const { again } = queue;
  const wasOpen = useRef(false);
  useEffect(() => {
    // When the last message has gone the focus would be lost with it.
    if (open === undefined && wasOpen.current) document.getElementById('main')?.focus();
    wasOpen.current = open !== undefined;
  }, [open]);
  const mayDecide = session.actions.includes('messages.decide');

  const claim = useCallback(async (messageId: string) => {
    const answer = await callApi({ method: 'POST', path: `/messages/${messageId}/claim`, reply: messageViewSchema, body: {} });
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setOpen(answer.value);
    again();
  }, [again]);

  /** Takes the oldest free one; `besides` is one that was just put away and must not come straight back. */
  async function next(besides?: string) {
    const answer = await callApi({ method: 'POST', path: '/messages/next', reply: nextMessageSchema, body: part });
    setFailure(answer.ok ? undefined : answer.error);
    const message = answer.ok ? (answer.value.message ?? undefined) : undefined;
    if (message !== undefined && message.messageId === besides) await callApi({ method: 'POST', path: `/messages/${besides}/unclaim`, reply: doneSchema, body: {} });
    setOpen(message?.messageId === besides ? undefined : message);
    again();
  }

  function decided(message: MessageView, { action }: DecisionReply) {
    setDone({ action, message });
    void next(message.messageId);
  }

  async function callBack(message: MessageView) {
    const body: DecisionRequestBody = { bodySha256: message.bodySha256, note: null, decision: { kind: 'recall' } };
    const answer = await callApi({ method: 'POST', path: `/messages/${message.messageId}/decision`, reply: decisionReplySchema, body });
    setFailure(answer.ok ? undefined : answer.error);
    setDone(answer.ok ? { action: answer.value.action, message } : undefined);
    again();
  }

  useDeskKeys(mayDecide && open === undefined ? { n: () => { void next(); } } : {}, keysOn);
  const nothingWaits = queue.state === 'ready' && queue.value.held === 0;
  return (
    <Page title={t('title')} lead={open === undefined ? t('lead') : undefined} width="full" focusTitle status={views}
      actions={mayDecide && open === undefined && !nothingWaits ? <Button kind="primary" size="large" onClick={() => { void next(); }} aria-keyshortcuts="n">{t('next')}</Button> : undefined}>
      <AlertList allowed={session.actions.includes('messages.alerts')} />
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <Split side={
        <Stack gap="sm">
          {done === undefined ? null : <DoneNotice done={done} onCallBack={() => { void callBack(done.message); }} onClose={() => { setDone(undefined); }} />}
          <SegmentedChoice legend={t('direction')} legendHidden value={direction} onChange={setDirection} options={(['all', 'out', 'in'] as const).map((value) => ({ value, label: t(`way.${value}`) }))} />
          <LanguageFilter value={language} onChange={setLanguage} />
          {queue.state === 'failed' ? <FailureNotice failure={queue.failure} /> : null}
          {queue.state === 'ready' ? <QueueList queue={queue.value} openId={open?.messageId} onOpen={mayDecide ? (id) => { void claim(id); } : undefined} /> : null}
          {mayDecide ? <KeysHelp on={keysOn} onChange={setKeysOn} /> : null}
        </Stack>
      }>
        {open === undefined ? (
          <EmptyState picture={nothingWaits ? 'done' : 'letters'} title={nothingWaits ? t('allRead') : t('choose')}>{nothingWaits ? t('emptyLead') : t('chooseLead')}</EmptyState>
        ) : (
          <MessageDesk key={open.messageId} message={open} keysOn={keysOn} onDecided={(reply) => { decided(open, reply); }} onLeave={() => { setOpen(undefined); again(); }} onFailure={setFailure} />
        )}
      </Split>
    </Page>
  );
}
