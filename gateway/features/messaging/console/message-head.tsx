import { useTranslation } from 'react-i18next';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Facts } from '../../../../renderer/ui/facts.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import type { MessageView } from '../staff-api.ts';
import { ProposalNotice } from './proposal-notice.tsx';

/** Between whom a message is, when it came and why it waits. */
export function MessageHead({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const { person, contact, proposal } = message;
  return (
    <Stack gap="sm">
      <Card>
        <Facts columns={2} items={[
          { key: 'prisoner', term: t('prisoner'), value: [person.name, person.prisonerNumber, person.wing].filter((part) => part !== null && part !== '').join(', ') },
          { key: 'contact', term: t('contact'), value: `${contact.name} (${contact.relationship})` },
          { key: 'received', term: t('received'), value: `${time.short(message.receivedAt)} (${t('written')}: ${time.short(message.writtenAt)})` },
          { key: 'why', term: t('why'), value: message.heldFor === null ? t('notHeld') : t(`heldFor.${message.heldFor}`) },
        ]} />
      </Card>
      <ProposalNotice proposal={proposal} />
    </Stack>
  );
}
