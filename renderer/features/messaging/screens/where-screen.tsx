import { PenLine, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopReasons } from '#protocol/messaging/reasons.ts';
import type { Contact, MessageRecord } from '#protocol/messaging/schema.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { markRead, withdrawMessage } from '../actions.ts';
import { loadContact, loadMessage } from '../queries.ts';
import { mayWithdraw } from '../rules.ts';
import { AppealSection } from './appeal-section.tsx';
import { MessageSteps } from './message-steps.tsx';
import type { MessagingScreenProps } from '../messaging-route.ts';
import { isUntouched } from '../../../sync/waiting-operations.ts';
import { useLive, useMessagingParts } from './use-live.ts';

type WhereScreenProps = MessagingScreenProps & { readonly messageId: string };

/** The way of one message, its receipt, and what can be done about it. */
export function WhereScreen({ messageId, go, back }: WhereScreenProps) {
  const { t } = useTranslation('messaging');
  const parts = useMessagingParts();
  const [withdrawn, setWithdrawn] = useState<'no' | 'yes' | 'too-late'>('no');
  const message = useLive((database) => loadMessage(database, messageId), [messageId]);
  const untouched = useLive((database) => isUntouched(database, messageId), [messageId]) ?? false;
  const contact = useLive(async (database) => message && loadContact(database, message.contactId), [message?.contactId]);

  useEffect(() => {
    // Looking at why it was stopped ends the reminder on the home screen.
    if (message?.readAt === null && !['waiting', 'held', 'released'].includes(message.state)) void markRead(parts(), [message]);
  });

  async function takeBack(record: MessageRecord) {
    const result = await withdrawMessage(parts(), record.messageId);
    setWithdrawn(result.ok ? 'yes' : 'too-late');
  }

  return (
    <Page title={t('detail.title')} back={{ word: t('compose.back'), onClick: back }} focusTitle>
      {withdrawn === 'yes' && <Notice tone="good" live="polite">{t('detail.withdrawn')}</Notice>}
      {withdrawn === 'too-late' && <Notice tone="attention" live="polite">{t('detail.tooLate')}</Notice>}
      {message === undefined && withdrawn === 'no' && <Spinner word={t('frame.loading', { ns: 'app' })} block />}
      {message && contact && (
        <>
          <MessageSteps message={message} contact={contact} />
          <Advice message={message} onAgain={() => { go({ screen: 'compose', contactId: contact.contactId, startWith: message.body }); }} />
          <AppealSection message={message} />
          {untouched && mayWithdraw(message) && (
            <Section title={t('stored.title')} hint={t('detail.withdrawHint')}>
              <Button icon={Undo2} onClick={() => { void takeBack(message); }}>{t('detail.withdraw')}</Button>
            </Section>
          )}
          <WhatWasWritten message={message} contact={contact} />
        </>
      )}
    </Page>
  );
}

function WhatWasWritten({ message, contact }: { readonly message: MessageRecord; readonly contact: Contact }) {
  const { t } = useTranslation('messaging');
  return (
    <Section title={t('detail.text')} hint={contact.name}>
      <Card>
        <p dir="auto" className="message-text">{message.body}</p>
      </Card>
    </Section>
  );
}

/** What can be done about a message that was stopped: domain.md section 4 (a reason, what next, and no threat). */
function Advice({ message, onAgain }: { readonly message: MessageRecord; readonly onAgain: () => void }) {
  const { t } = useTranslation('messaging');
  if (message.state !== 'stopped' && message.state !== 'returned' && message.state !== 'refused') return null;
  const fixable = message.reason === null ? message.state === 'returned' : stopReasons[message.reason].fixable;
  return (
    <Notice
      tone="attention"
      title={fixable ? t('detail.fixable') : t('detail.notFixable')}
      actions={fixable ? <Button icon={PenLine} onClick={onAgain}>{t('detail.again')}</Button> : undefined}
    >
      {t('detail.notTrouble')}
    </Notice>
  );
}
