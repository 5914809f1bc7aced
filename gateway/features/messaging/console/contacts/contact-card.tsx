import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { Card } from '../../../../../renderer/ui/card.tsx';
import { Checkbox } from '../../../../../renderer/ui/checkbox.tsx';
import { Facts } from '../../../../../renderer/ui/facts.tsx';
import { Row } from '../../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../../renderer/ui/stack.tsx';
import { StatusChip } from '../../../../../renderer/ui/status-chip.tsx';
import { AskFirst } from '../../../../console/ask-first.tsx';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { IssuedCodeNotice } from '../../../../console/issued-code-notice.tsx';
import { useTimeWords } from '../../../../console/time-words.ts';
import { useAct } from '../../../../console/use-act.ts';
import type { Session } from '../../../../staff/staff-api.ts';
import { invitationSchema, staffContactSchema, type Invitation, type StaffContact } from '../../staff-api.ts';
import { RestrictionList } from './restriction-list.tsx';

type ContactCardProps = { readonly contact: StaffContact; readonly session: Session; readonly onChanged: () => void };

/** One contact: how they stand, what limits them, and the family's way in. */
export function ContactCard({ contact, session, onChanged }: ContactCardProps) {
  const { t } = useTranslation('contacts');
  const time = useTimeWords();
  const { act, busy, failure } = useAct();
  const [suspending, setSuspending] = useState(false);
  const [invitation, setInvitation] = useState<Invitation>();
  const path = `/contacts/${contact.contactId}`;
  const mayChange = session.actions.includes('contacts.change');
  const invitable = contact.handling === 'moderated' && contact.approved && !contact.restricted;
  async function change(body: object) {
    setSuspending(false);
    if ((await act({ method: 'PATCH', path, reply: staffContactSchema, body })) !== undefined) onChanged();
  }
  async function know(known: boolean) {
    if ((await act({ method: 'PUT', path: `${path}/known-by-me`, reply: staffContactSchema, body: { known } })) !== undefined) onChanged();
  }
  async function invite() {
    setInvitation(await act({ method: 'POST', path: `${path}/invitation`, reply: invitationSchema, body: {} }));
    onChanged();
  }
  return (
    <Card title={contact.name} level={3} hint={contact.relationship} actions={
      <Row gap="xs">
        {mayChange && !contact.approved ? <Button kind="primary" size="small" busy={busy} onClick={() => { void change({ approved: true }); }}>{t('approve')}</Button> : null}
        {invitable && session.actions.includes('contacts.invite') ? <Button size="small" icon={KeyRound} busy={busy} onClick={() => { void invite(); }}>{t(contact.invitation?.open === true ? 'inviteAgain' : 'invite')}</Button> : null}
        {mayChange && contact.approved ? <Button kind="quiet" size="small" busy={busy} onClick={() => { setSuspending(true); }}>{t('suspend')}</Button> : null}
      </Row>
    }>
      <Stack gap="sm">
        <Row gap="xs">
          <StatusChip tone={contact.approved ? 'good' : 'waiting'}>{t(contact.approved ? 'approved' : 'notApproved')}</StatusChip>
          {contact.restricted ? <StatusChip tone="stopped">{t('restricted')}</StatusChip> : null}
          {contact.handling === 'privileged' ? <StatusChip tone="attention">{t('privileged')}</StatusChip> : null}
        </Row>
        {failure === undefined ? null : <FailureNotice failure={failure} />}
        {invitation === undefined ? null : <IssuedCodeNotice title={t('code', { name: contact.name })} lead={t('codeLead')} issued={invitation} onDone={() => { setInvitation(undefined); }} />}
        <Facts items={[
          { key: 'handling', term: t('handling'), value: contact.handling === 'privileged' ? t('privilegedHint') : t('moderatedHint') },
          ...(contact.handling === 'privileged' ? [] : [{ key: 'invitation', term: t('family'), value: contact.invitation === null ? t('notInvited') : t(contact.invitation.open ? 'invitedUntil' : 'invitationOver', { time: time.short(contact.invitation.expiresAt) }) }]),
        ]} />
        <RestrictionList contact={contact} mayChange={mayChange} busy={busy} onChange={(restrictions) => { void change({ restrictions }); }} />
        {session.actions.includes('messages.decide') ? <Checkbox label={t('known')} hint={t('knownHint')} checked={contact.knownByMe} onChange={(known) => { void know(known); }} /> : null}
      </Stack>
      <AskFirst open={suspending} danger title={t('suspendSure', { name: contact.name })} confirmWord={t('suspend')} onConfirm={() => { void change({ approved: false }); }} onCancel={() => { setSuspending(false); }}>{t('suspendLead')}</AskFirst>
    </Card>
  );
}
