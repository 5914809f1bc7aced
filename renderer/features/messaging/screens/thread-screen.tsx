import { MapPin, PenLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, MessageRecord } from '#protocol/messaging/schema.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MessageBubble } from '../../../ui/message-bubble.tsx';
import { Page } from '../../../ui/page.tsx';
import { Row } from '../../../ui/row.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { markRead } from '../actions.ts';
import { loadContact, loadDraft, loadThread } from '../queries.ts';
import type { MessagingScreenProps } from '../messaging-route.ts';
import { StateChip } from './state-chip.tsx';
import { useLive, useMessagingParts } from './use-live.ts';

type ThreadScreenProps = MessagingScreenProps & { readonly contactId: string };

/** What was written to and by one contact, the newest at the bottom. */
export function ThreadScreen({ contactId, go, back }: ThreadScreenProps) {
  const { t } = useTranslation('messaging');
  const contact = useLive((database) => loadContact(database, contactId), [contactId]);
  const thread = useLive((database) => loadThread(database, contactId), [contactId]);
  const draft = useLive((database) => loadDraft(database, contactId), [contactId]);
  const end = useRef<HTMLDivElement>(null);
  useMarkRead(thread);
  const count = thread?.length ?? 0;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  const write = () => { go({ screen: 'compose', contactId }); };
  return (
    <Page
      title={contact?.name ?? ''}
      back={{ word: t('thread.back'), onClick: back }}
      focusTitle
      footer={
        contact && (
          <Button kind="primary" size="large" icon={PenLine} onClick={write}>
            {draft === undefined ? t('thread.write', { name: contact.name }) : t('thread.goOn')}
          </Button>
        )
      }
    >
      {thread === undefined && <Spinner word={t('frame.loading', { ns: 'app' })} block />}
      {thread?.length === 0 && <EmptyState picture="letters" title={t('thread.empty')} />}
      {contact && thread && thread.length > 0 && (
        <div role="log" aria-label={t('thread.messages', { name: contact.name })} className="message-thread">
          {thread.map((message) => (
            <Bubble key={message.messageId} message={message} contact={contact} onWhere={() => { go({ screen: 'where', messageId: message.messageId }); }} />
          ))}
          <div ref={end} />
        </div>
      )}
    </Page>
  );
}

type BubbleProps = { readonly message: MessageRecord; readonly contact: Contact; readonly onWhere: () => void };

function Bubble({ message, contact, onWhere }: BubbleProps) {
  const { t } = useTranslation('messaging');
  const { when } = useWhen();
  const mine = message.direction === 'out';
  return (
    <MessageBubble
      side={mine ? 'mine' : 'theirs'}
      who={mine ? t('thread.you') : contact.name}
      time={when(message.writtenAt)}
      status={
        mine ? (
          <Row gap="xs">
            <StateChip message={message} />
            <Button kind="quiet" size="small" icon={MapPin} onClick={onWhere}>{t('thread.details')}</Button>
          </Row>
        ) : undefined
      }
    >
      {message.body}
    </MessageBubble>
  );
}

/** Opening the thread is reading it: the gateway is told of received messages, once. */
function useMarkRead(thread: readonly MessageRecord[] | undefined): void {
  const parts = useMessagingParts();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const unread = (thread ?? []).filter(({ direction, readAt, messageId }) => direction === 'in' && readAt === null && !told.current.has(messageId));
    for (const { messageId } of unread) told.current.add(messageId);
    if (unread.length > 0) void markRead(parts(), unread);
  });
}
