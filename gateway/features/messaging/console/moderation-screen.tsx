import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { SegmentedChoice } from '../../../../renderer/ui/segmented-choice.tsx';
import { Split } from '../../../../renderer/ui/split.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import type { ConsoleScreenProps } from '../../../console/console-feature.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useCall } from '../../../console/use-call.ts';
import { messageViewSchema, nextMessageSchema, queueSchema, type MessageView } from '../staff-api.ts';
import { AlertList } from './alert-list.tsx';
import { MessageDesk } from './message-desk.tsx';
import { QueueList } from './queue-list.tsx';

type Direction = 'all' | 'out' | 'in';

/** The queue beside the message being read. Nothing is decided without a claim; a claim is made by opening. */
export function ModerationScreen({ session }: ConsoleScreenProps) {
  const { t } = useTranslation('moderation');
  const [direction, setDirection] = useState<Direction>('all');
  const [open, setOpen] = useState<MessageView>();
  const [failure, setFailure] = useState<CallFailure>();
  const [said, setSaid] = useState<string>();
  const queue = useCall(`/messages/queue${direction === 'all' ? '' : `?direction=${direction}`}`, queueSchema, 15);
  const mayDecide = session.actions.includes('messages.decide');

  const claim = useCallback(async (messageId: string) => {
    const answer = await callApi({ method: 'POST', path: `/messages/${messageId}/claim`, reply: messageViewSchema, body: {} });
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setOpen(answer.value);
    queue.again();
  }, [queue]);

  async function next() {
    const answer = await callApi({ method: 'POST', path: '/messages/next', reply: nextMessageSchema, body: direction === 'all' ? {} : { direction } });
    setFailure(answer.ok ? undefined : answer.error);
    setOpen(answer.ok ? (answer.value.message ?? undefined) : undefined);
    queue.again();
  }

  function decided(action: string) {
    setSaid(t(`done.${action}` as 'done.release'));
    void next();
  }

  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle
      actions={mayDecide ? <Button kind="primary" size="large" onClick={() => { setSaid(undefined); void next(); }} aria-keyshortcuts="n">{t('next')}</Button> : undefined}>
      <AlertList allowed={session.actions.includes('messages.alerts')} />
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {said === undefined ? null : <Notice tone="good" live="polite">{said}</Notice>}
      <Split side={
        <Stack gap="sm">
          <SegmentedChoice legend={t('direction')} legendHidden value={direction} onChange={setDirection} options={[{ value: 'all', label: t('both') }, { value: 'out', label: t('out') }, { value: 'in', label: t('in') }]} />
          {queue.state === 'failed' ? <FailureNotice failure={queue.failure} /> : null}
          {queue.state === 'ready' ? <QueueList queue={queue.value} openId={open?.messageId} onOpen={(id) => { setSaid(undefined); void claim(id); }} /> : null}
        </Stack>
      }>
        {open === undefined ? (
          <EmptyState picture={queue.state === 'ready' && queue.value.held === 0 ? 'done' : 'letters'} title={queue.state === 'ready' && queue.value.held === 0 ? t('allRead') : t('choose')}>{t('chooseLead')}</EmptyState>
        ) : (
          <MessageDesk key={open.messageId} message={open} session={session} onDecided={decided} onLeave={() => { setOpen(undefined); queue.again(); }} onFailure={setFailure} />
        )}
      </Split>
    </Page>
  );
}
