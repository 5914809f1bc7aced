import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../renderer/ui/status-chip.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { placeAddress } from '../../console/place.ts';
import { useTimeWords } from '../../console/time-words.ts';
import { useCall } from '../../console/use-call.ts';
import { useWordsIn } from '../../console/use-words-in.ts';
import type { Session } from '../../staff/staff-api.ts';
import { packsSchema, type Packs } from '../staff-api.ts';
import { ReceivePack } from './receive-pack.tsx';

type Pack = Packs['packs'][number];

/** Every course that passed the check, with whether tablets have it. */
export function PackList({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('packs');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const packs = useCall('/packs', packsSchema);
  const newest = (pack: Pack) => pack.editions[0];
  const mayReceive = session.actions.includes('packs.receive');
  const columns = [
    { key: 'title', header: t('course'), rowHeader: true, cell: (pack: Pack) => <a href={placeAddress('packs', 'courses', pack.packId)}>{wordsIn(newest(pack)?.title ?? {}) || pack.packId}</a> },
    { key: 'newest', header: t('newest'), cell: (pack: Pack) => (newest(pack) === undefined ? '' : t('edition', { version: newest(pack)?.version })) },
    { key: 'state', header: t('stateWord'), cell: (pack: Pack) => <PackStateChip pack={pack} /> },
    { key: 'languages', header: t('languages'), cell: (pack: Pack) => newest(pack)?.languages.map((code) => t(`language.${code}`, { defaultValue: code })).join(', ') },
    { key: 'received', header: t('received'), cell: (pack: Pack) => time.short(newest(pack)?.receivedAt ?? 0) },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle status={views}>
      {mayReceive ? <ReceivePack onReceived={packs.again} /> : null}
      {packs.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {packs.state === 'failed' ? <FailureNotice failure={packs.failure} /> : null}
      {packs.state === 'ready' ? <DataTable caption={t('title')} captionHidden columns={columns} rows={packs.value.packs} rowKey={(pack) => pack.packId} empty={<EmptyState picture="books" title={t('empty')}>{t(mayReceive ? 'emptyLead' : 'emptyLeadReader')}</EmptyState>} /> : null}
    </Page>
  );
}

/** Published, published in an older edition, or kept back. */
export function PackStateChip({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('packs');
  if (pack.publishedVersion === null || pack.publications.length === 0) return <StatusChip tone="waiting">{t('notPublished')}</StatusChip>;
  if (pack.publishedVersion !== pack.editions[0]?.version) return <StatusChip tone="attention">{t('olderPublished', { version: pack.publishedVersion })}</StatusChip>;
  return <StatusChip tone="good">{t('published', { version: pack.publishedVersion })}</StatusChip>;
}
