import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useCall } from '../../console/use-call.ts';
import { packHistorySchema } from '../drafts/staff-api.ts';
import { packHoldersSchema, type PackHolders } from '../staff-api.ts';
import { HistoryList } from './history-list.tsx';

type Holder = PackHolders['tablets'][number];

/** Which tablets were told of the course, which edition each says it has, and what was done with the course. */
export function PackHoldersAndHistory({ packId }: { readonly packId: string }) {
  const { t } = useTranslation('packs');
  const time = useTimeWords();
  const holders = useCall(`/packs/${packId}/holders`, packHoldersSchema, 30);
  const history = useCall(`/packs/${packId}/history`, packHistorySchema);
  const edition = (version: number | null) => (version === null ? t('none') : t('edition', { version }));
  const columns = [
    { key: 'name', header: t('tablet'), rowHeader: true, cell: (tablet: Holder) => <bdi>{tablet.name}</bdi> },
    { key: 'wing', header: t('wing'), cell: (tablet: Holder) => tablet.wing },
    { key: 'told', header: t('told'), cell: (tablet: Holder) => edition(tablet.told) },
    { key: 'has', header: t('has'), cell: (tablet: Holder) => edition(tablet.has) },
    { key: 'contact', header: t('lastContact'), cell: (tablet: Holder) => (tablet.lastContactAt === null ? t('console:never') : time.ago(tablet.lastContactAt)) },
  ];
  const rows = holders.state === 'ready' ? holders.value.tablets.filter(({ told, has }) => told !== null || has !== null) : [];
  return (
    <>
      <Section title={t('holders')} hint={t('holdersHint')}><DataTable dense caption={`${t('holders')}: ${t('tablet')}`} captionHidden columns={columns} rows={rows} rowKey={(tablet) => tablet.tabletId} empty={<p>{t('holdersNone')}</p>} /></Section>
      {history.state === 'ready' ? <Section title={t('drafts:history')}><HistoryList history={history.value.history} /></Section> : null}
    </>
  );
}
