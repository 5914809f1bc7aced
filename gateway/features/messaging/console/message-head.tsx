import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Facts } from '../../../../renderer/ui/facts.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import type { MessageView } from '../staff-api.ts';
import { useParties } from './use-parties.ts';

type MessageHeadProps = { readonly message: MessageView; readonly note?: string | undefined; readonly actions?: ReactNode };

/** Between whom a message is, when it came and why it waits. */
export function MessageHead({ message, note, actions }: MessageHeadProps) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const parties = useParties();
  const { person, contact, proposal } = message;
  return (
    <Stack gap="sm">
      <Card title={parties(message)} level={2} hint={note} actions={actions}>
        <Facts columns={2} items={[
          { key: 'prisoner', term: t('prisoner'), value: [person.name, person.prisonerNumber, person.wing].filter((part) => part !== null && part !== '').join(', ') },
          { key: 'contact', term: t('contact'), value: `${contact.name} (${contact.relationship})` },
          { key: 'received', term: t('received'), value: `${time.short(message.receivedAt)} (${t('written')}: ${time.short(message.writtenAt)})` },
          { key: 'why', term: t('why'), value: message.heldFor === null ? t('notHeld') : t(`heldFor.${message.heldFor}`) },
        ]} />
      </Card>
      {proposal === null ? null : (
        <Notice tone="attention" title={proposal.mine ? t('proposalMine') : t('proposal', { name: proposal.name ?? '' })}>
          <p>{t(`reason.${proposal.reason}`)}</p>
          {proposal.mine ? null : <p>{t('proposalLead')}</p>}
        </Notice>
      )}
    </Stack>
  );
}
