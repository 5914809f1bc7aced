import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../../renderer/ui/empty-state.tsx';
import { StatusChip } from '../../../../../renderer/ui/status-chip.tsx';
import { placeAddress } from '../../../../console/place.ts';
import { useTimeWords } from '../../../../console/time-words.ts';
import type { ShareHead } from '../staff-api.ts';

/** What is shared with the role now: who, since when, how long, and whether it was looked at. What it is, only the page itself says. */
export function ShareList({ shares }: { readonly shares: readonly ShareHead[] }) {
  const { t } = useTranslation('sharing');
  const time = useTimeWords();
  const columns = [
    { key: 'name', header: t('list.name'), rowHeader: true, cell: (share: ShareHead) => <a href={placeAddress('sharing', share.shareId)}>{share.name}</a> },
    { key: 'number', header: t('list.number'), cell: (share: ShareHead) => <bdi>{share.prisonerNumber}</bdi> },
    { key: 'place', header: t('list.place'), cell: (share: ShareHead) => `${share.wing}, ${share.cell}` },
    { key: 'since', header: t('list.since'), cell: (share: ShareHead) => time.short(share.since) },
    { key: 'until', header: t('list.until'), cell: (share: ShareHead) => time.day(share.until) },
    { key: 'state', header: t('list.state'), cell: (share: ShareHead) => <ShareChip share={share} /> },
  ];
  return (
    <DataTable caption={t('list.title')} captionHidden columns={columns} rows={shares} rowKey={(share) => share.shareId}
      empty={<EmptyState picture="diary" title={t('list.empty')}>{t('list.emptyLead')}</EmptyState>} />
  );
}

function ShareChip({ share }: { readonly share: ShareHead }) {
  const { t } = useTranslation('sharing');
  if (share.answers > 0) return <StatusChip tone="good">{t('list.answered')}</StatusChip>;
  return share.openedAt === null ? <StatusChip tone="waiting">{t('list.unread')}</StatusChip> : <StatusChip tone="moving">{t('list.opened')}</StatusChip>;
}
