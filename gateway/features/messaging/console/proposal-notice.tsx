import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import type { MessageView } from '../staff-api.ts';

/** That a colleague, or this person, asked to stop the message and two must agree. */
export function ProposalNotice({ proposal }: Pick<MessageView, 'proposal'>) {
  const { t } = useTranslation('moderation');
  if (proposal === null) return null;
  return (
    <Notice tone="attention" title={proposal.mine ? t('proposalMine') : t('proposal', { name: proposal.name ?? '' })}>
      <p>{t(`reason.${proposal.reason}`)}</p>
      {proposal.mine ? null : <p>{t('proposalLead')}</p>}
    </Notice>
  );
}
