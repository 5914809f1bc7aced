import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { AskFirst } from '../../../console/ask-first.tsx';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { staffContactSchema, type DecisionReply, type MessageView } from '../staff-api.ts';
import { DecisionForm } from './decision-form.tsx';
import { FlagChips } from './flag-chips.tsx';
import { MarkedBody } from './marked-body.tsx';
import { MessageHistory } from './message-history.tsx';
import { ProposalNotice } from './proposal-notice.tsx';
import { useParties } from './use-parties.ts';
import { FlagReasons } from './screening/flag-reasons.tsx';

type MessageDeskProps = {
  readonly message: MessageView;
  readonly keysOn: boolean;
  readonly onDecided: (reply: DecisionReply) => void;
  readonly onLeave: () => void;
  readonly onFailure: (failure: CallFailure) => void;
};

/** One claimed message: who, the words with what was flagged, and the decision. */
export function MessageDesk({ message, keysOn, onDecided, onLeave, onFailure }: MessageDeskProps) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const parties = useParties();
  const [knowing, setKnowing] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => { heading.current?.focus(); }, [message.messageId]);
  const { person, contact } = message;
  const aboutLine = [
    [person.prisonerNumber, person.wing].filter((part) => part !== null).join(', '),
    contact.relationship,
    t(`screening:language.${message.language ?? 'unknown'}`),
    t('waits', { time: time.ago(message.receivedAt) }),
    message.heldFor === null ? t('notHeld') : t(`heldFor.${message.heldFor}`),
    message.claim === null ? '' : t('yours', { time: time.clock(message.claim.until) }),
  ].filter((part) => part !== '').join(' · ');
  async function putBack() {
    await callApi({ method: 'POST', path: `/messages/${message.messageId}/unclaim`, reply: doneSchema, body: {} });
    onLeave();
  }
  async function know() {
    setKnowing(false);
    const answer = await callApi({ method: 'PUT', path: `/contacts/${message.contact.contactId}/known-by-me`, reply: staffContactSchema, body: { known: true } });
    if (answer.ok) await putBack();
    else onFailure(answer.error);
  }
  return (
    <Stack gap="md">
      <div ref={heading} tabIndex={-1} className="console-focus">
        <Section title={parties(message)} hint={aboutLine} actions={
          <Row gap="xs">
            <Button size="small" kind="quiet" onClick={() => { setKnowing(true); }}>{t('know')}</Button>
            <Button size="small" kind="quiet" onClick={() => { void putBack(); }}>{t('putBack')}</Button>
          </Row>
        }>
          <ProposalNotice proposal={message.proposal} />
          <FlagChips flags={message.flags} />
          <MarkedBody body={message.body} marks={message.marks} />
          <FlagReasons body={message.body} marks={message.marks} />
        </Section>
      </div>
      <DecisionForm message={message} keysOn={keysOn} onDecided={onDecided} onFailure={onFailure} />
      <Section title={t('history')}><MessageHistory decisions={message.decisions} /></Section>
      <AskFirst open={knowing} title={t('knowSure', { prisoner: message.person.name, contact: message.contact.name })} confirmWord={t('knowGo')} onConfirm={() => { void know(); }} onCancel={() => { setKnowing(false); }}>{t('knowLead')}</AskFirst>
    </Stack>
  );
}
