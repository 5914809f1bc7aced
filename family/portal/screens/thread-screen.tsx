import { Lock, PenLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../renderer/ui/button-link.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { Icon } from '../../../renderer/ui/icon.tsx';
import { MessageBubble } from '../../../renderer/ui/message-bubble.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import { doneSchema, threadSchema, type Thread, type ThreadMessage } from '../../family-api.ts';
import { callFamily } from '../call-family.ts';
import { FailureNotice } from '../failure-notice.tsx';
import { isolateName } from '../isolate-name.ts';
import { stateOf, stateTime } from '../message-state.ts';
import { useOwnWords } from '../own-words.ts';
import { addressOf } from '../place.ts';
import { useFamilyCall } from '../use-family-call.ts';
import { useWhen } from '../use-when.ts';

/** What was written both ways, oldest first, with where each own message is. */
export function ThreadScreen({ contactId }: { readonly contactId: string }) {
  const { t, i18n } = useTranslation('portal');
  const { value, failure, again } = useFamilyCall(`/people/${contactId}`, threadSchema, 15);
  const name = isolateName(value?.person.prisonerName ?? '', i18n.dir());
  return (
    <Page
      title={value === undefined ? t('loading') : t('thread.messages', { name })}
      back={{ word: t('thread.back'), href: addressOf({ name: 'home' }) }}
      focusTitle
      footer={
        value?.person.active === true && (
          <ButtonLink kind="primary" size="large" icon={PenLine} href={addressOf({ name: 'write', contactId })}>
            {t('thread.write', { name })}
          </ButtonLink>
        )
      }
    >
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {value === undefined && failure === undefined && <Spinner word={t('loading')} block />}
      {value && <Conversation thread={value} />}
    </Page>
  );
}

function Conversation({ thread }: { readonly thread: Thread }) {
  const { t, i18n } = useTranslation('portal');
  const { person, messages } = thread;
  const name = isolateName(person.prisonerName, i18n.dir());
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.messageId;
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [newest]);
  useMarkRead(thread);
  return (
    <div className="portal-thread">
      {messages.length === 0 && (
        <EmptyState picture="letters" title={t('thread.empty')}>
          {person.active && t('thread.emptyBody')}
        </EmptyState>
      )}
      {messages.map((message) => (
        <Bubble key={message.messageId} message={message} name={name} />
      ))}
      {!person.active && (
        <Notice tone="attention" title={t('thread.paused', { name })}>
          {t('thread.pausedBody')}
        </Notice>
      )}
      <div ref={end} className="portal-thread-end" />
    </div>
  );
}

/** Whoever has the thread before them has seen what is in it. */
function useMarkRead({ person, messages }: Thread): void {
  const upTo = Math.max(
    0,
    ...messages.map((message) => (message.direction === 'to-family' && !message.read ? message.at : 0)),
  );
  useEffect(() => {
    if (upTo === 0) return;
    void callFamily({ method: 'POST', path: `/people/${person.contactId}/read`, reply: doneSchema, body: { upTo } });
  }, [person.contactId, upTo]);
}

function Bubble({ message, name }: { readonly message: ThreadMessage; readonly name: string }) {
  const { t } = useTranslation('portal');
  const when = useWhen();
  const words = useOwnWords((own) => own.words.get(message.messageId));
  if (message.direction === 'to-family') {
    return (
      <MessageBubble side="theirs" who={name} time={t('thread.written', { when: when(message.writtenAt) })}>
        {message.body}
      </MessageBubble>
    );
  }
  return (
    <MessageBubble
      side="mine"
      who={t('thread.you')}
      time={when(message.at)}
      status={<Where message={message} name={name} />}
    >
      {words ?? (
        <span className="portal-sealed">
          <Icon of={Lock} size="sm" />
          <span>{t('thread.sealed')}</span>
        </span>
      )}
    </MessageBubble>
  );
}

function Where({
  message,
  name,
}: {
  readonly message: Extract<ThreadMessage, { direction: 'from-family' }>;
  readonly name: string;
}) {
  const { t } = useTranslation('portal');
  const when = useWhen();
  const { key, tone } = stateOf(message);
  return (
    <>
      <StatusChip tone={tone}>
        {t('state.since', { state: t(`state.${key}`, { name }), when: when(stateTime(message)) })}
      </StatusChip>
      {message.reason && <p className="portal-reason">{t(`reason.${message.reason}`)}</p>}
      {message.state === 'refused' && <p className="portal-reason">{t('state.refusedBody')}</p>}
    </>
  );
}
