import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Facts } from '../../../../renderer/ui/facts.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { doneSchema } from '../../../http/staff-api.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import type { MessageView } from '../staff-api.ts';
import { DecisionForm } from './decision-form.tsx';
import { MarkedBody } from './marked-body.tsx';
import { MessageHistory } from './message-history.tsx';

type MessageDeskProps = {
  readonly message: MessageView;
  readonly session: Session;
  readonly onDecided: (action: string) => void;
  readonly onLeave: () => void;
  readonly onFailure: (failure: CallFailure) => void;
};

/** One claimed message: who, the words with what was flagged, and the decision. */
export function MessageDesk({ message, session, onDecided, onLeave, onFailure }: MessageDeskProps) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => { heading.current?.focus(); }, [message.messageId]);
  async function putBack() {
    await callApi({ method: 'POST', path: `/messages/${message.messageId}/unclaim`, reply: doneSchema, body: {} });
    onLeave();
  }
  const out = message.direction === 'out';
  return (
    <Stack gap="md">
      <div ref={heading} tabIndex={-1}>
        <Card title={out ? t('fromTo', { from: message.person.name, to: message.contact.name }) : t('fromTo', { from: message.contact.name, to: message.person.name })} level={2}
          actions={<Button size="small" kind="quiet" onClick={() => { void putBack(); }}>{t('putBack')}</Button>}>
          <Facts columns={2} items={[
            { key: 'prisoner', term: t('prisoner'), value: `${message.person.name}, ${message.person.prisonerNumber ?? ''}, ${message.person.wing}` },
            { key: 'contact', term: t('contact'), value: `${message.contact.name} (${message.contact.relationship})` },
            { key: 'written', term: t('written'), value: time.full(message.writtenAt) },
            { key: 'received', term: t('received'), value: time.full(message.receivedAt) },
            { key: 'why', term: t('why'), value: message.heldFor === null ? t('notHeld') : t(`heldFor.${message.heldFor}`) },
          ]} />
        </Card>
      </div>
      {message.proposal === null ? null : <Notice tone="attention" title={t('proposal', { name: message.proposal.name ?? '' })}>{t(`reason.${message.proposal.reason}`)}</Notice>}
      <Section title={t('words')} hint={message.flags.length === 0 ? t('noFlags') : t('flagsHint')}>
        <MarkedBody body={message.body} marks={message.marks} />
      </Section>
      {session.actions.includes('messages.decide') ? <DecisionForm message={message} onDecided={onDecided} onFailure={onFailure} /> : null}
      <Row><MessageHistory decisions={message.decisions} /></Row>
    </Stack>
  );
}
