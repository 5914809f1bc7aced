import type { TFunction } from 'i18next';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import type { ConsoleScreenProps } from '../../../console/console-feature.ts';
import { DeskViews } from '../../../console/desk-views.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { tabletsSchema, type StaffTablet } from '../staff-api.ts';
import { latePart } from './late/late-part.ts';
import { NewTabletForm } from './new-tablet-form.tsx';
import { TabletScreen } from './tablet-screen.tsx';

const TONES = { waiting: 'waiting', enrolled: 'good', revoked: 'stopped' } as const;

/** The parts of the desk: every tablet, and those whose work has not arrived. */
export function TabletsScreen({ session, rest }: ConsoleScreenProps) {
  const { t } = useTranslation('tablets');
  const [place, ...more] = rest;
  const isLate = place === latePart.key && session.actions.includes(latePart.action);
  const links = [{ key: 'all', word: t('all'), href: placeAddress('tablets') }, ...(session.actions.includes(latePart.action) ? [{ key: latePart.key, word: t('late:view'), href: placeAddress('tablets', latePart.key) }] : [])];
  const views = <DeskViews label={t('views')} current={isLate ? latePart.key : 'all'} views={links} />;
  return isLate ? <latePart.view views={views} desk="tablets" rest={more} /> : <TabletList views={views} session={session} tabletId={place} />;
}

type TabletListProps = { readonly views: ReactNode; readonly session: ConsoleScreenProps['session']; readonly tabletId: string | undefined };

/** Every tablet of the prison, and the way to one of them. */
function TabletList({ views, session, tabletId }: TabletListProps) {
  const { t } = useTranslation('tablets');
  const [adding, setAdding] = useState(false);
  const tablets = useCall('/tablets', tabletsSchema, 20);
  const time = useTimeWords();
  if (tablets.state === 'loading') return <Spinner word={t('loading')} block />;
  if (tablets.state === 'failed') return <Page title={t('title')}><FailureNotice failure={tablets.failure} /></Page>;
  const open = tablets.value.tablets.find((tablet) => tablet.tabletId === tabletId);
  if (open !== undefined) return <TabletScreen tablet={open} session={session} onChanged={tablets.again} />;
  const mayAdd = session.actions.includes('tablets.enrol');
  const columns = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (tablet: StaffTablet) => <a href={placeAddress('tablets', tablet.tabletId)}>{tablet.name}</a> },
    { key: 'place', header: t('place'), cell: (tablet: StaffTablet) => `${tablet.wing}, ${tablet.cell}` },
    { key: 'people', header: t('people'), cell: (tablet: StaffTablet) => tablet.people.map((person) => person.name).join(', ') },
    { key: 'state', header: t('stateWord'), cell: (tablet: StaffTablet) => <StatusChip tone={TONES[tablet.state]}>{t(`state.${tablet.state}`)}</StatusChip> },
    { key: 'contact', header: t('lastContact'), cell: (tablet: StaffTablet) => (tablet.lastContactAt === null ? t('never') : time.ago(tablet.lastContactAt)) },
    { key: 'lock', header: t('lock'), cell: (tablet: StaffTablet) => lockWords(tablet, t) },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle actions={mayAdd && !adding ? <Button kind="primary" icon={Plus} onClick={() => { setAdding(true); }}>{t('add')}</Button> : undefined}>
      {views}
      {adding ? <NewTabletForm onDone={() => { setAdding(false); tablets.again(); }} /> : null}
      <DataTable dense caption={t('title')} captionHidden columns={columns} rows={tablets.value.tablets} rowKey={(tablet) => tablet.tabletId} empty={<EmptyState picture="tablet" title={t('empty')}>{t('emptyLead')}</EmptyState>} />
    </Page>
  );
}

/** How the lock stands by the tablet's own report: all held, some failed, or a shell that has no lock. */
function lockWords(tablet: StaffTablet, t: TFunction<'tablets'>): string {
  const measures = tablet.report?.measures ?? [];
  const failed = measures.filter((measure) => measure.state === 'failed').length;
  const held = measures.filter((measure) => measure.state === 'held').length;
  if (measures.length === 0) return t('lockUnknown');
  if (failed > 0) return t('lockFailed', { count: failed });
  return held === 0 ? t('lockAbsent') : t('lockHeld', { count: held });
}
