import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../renderer/ui/button.tsx';
import { DataTable } from '../../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../../renderer/ui/page.tsx';
import { Row } from '../../../../../renderer/ui/row.tsx';
import { Spinner } from '../../../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../../../renderer/ui/status-chip.tsx';
import { TextField } from '../../../../../renderer/ui/text-field.tsx';
import type { DeskPartProps } from '../../../../console/console-feature.ts';
import { FailureNotice } from '../../../../console/failure-notice.tsx';
import { goTo } from '../../../../console/place.ts';
import { saveFile } from '../../../../console/save-file.ts';
import { useTimeWords } from '../../../../console/time-words.ts';
import { useAct } from '../../../../console/use-act.ts';
import { useCall } from '../../../../console/use-call.ts';
import { LATE_DAYS, lateFileSchema, lateQuerySchema, lateTabletsSchema, type LateTablet } from '../../staff-api.ts';

/** The tablets whose work has not arrived for so many days; how many stands in the address, so that a desk can keep it. */
export function LateView({ views, desk, rest }: DeskPartProps) {
  const { t } = useTranslation('late');
  const days = readDays(rest[0] ?? '') ?? LATE_DAYS;
  const late = useCall(`/late-tablets?days=${String(days)}`, lateTabletsSchema, 60);
  const { act, busy, failure } = useAct();
  const [typed, setTyped] = useState(String(days));
  const [wrong, setWrong] = useState(false);
  const show = (): void => {
    const wanted = readDays(typed);
    setWrong(wanted === undefined);
    if (wanted !== undefined) goTo(desk, 'late', String(wanted));
  };
  const save = async (): Promise<void> => {
    const file = await act({ method: 'GET', path: `/late-tablets/csv?days=${String(days)}`, reply: lateFileSchema });
    if (file !== undefined) saveFile(file.fileName, file.csv, 'text/csv;charset=utf-8');
  };
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle>
      {views}
      <form noValidate onSubmit={(event) => { event.preventDefault(); show(); }}>
        <Row align="end" gap="md">
          <TextField label={t('days')} width="short" type="number" min={1} max={366} value={typed} onChange={setTyped} error={wrong ? t('daysWrong') : undefined} />
          <Button type="submit">{t('show')}</Button>
          <Button icon={Download} busy={busy} busyWord={t('console:busy')} onClick={() => { void save(); }}>{t('save')}</Button>
        </Row>
      </form>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {late.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {late.state === 'failed' ? <FailureNotice failure={late.failure} /> : null}
      {late.state === 'ready' ? <LateRows tablets={late.value.tablets} /> : null}
    </Page>
  );
}

function LateRows({ tablets }: { readonly tablets: readonly LateTablet[] }) {
  const { t } = useTranslation('late');
  const time = useTimeWords();
  const columns = [
    { key: 'name', header: t('tablet'), rowHeader: true, cell: (one: LateTablet) => <bdi>{one.name}</bdi> },
    { key: 'place', header: t('place'), cell: (one: LateTablet) => `${one.wing}, ${one.cell}` },
    { key: 'people', header: t('people'), cell: (one: LateTablet) => (one.people.length === 0 ? t('nobody') : one.people.join(', ')) },
    { key: 'why', header: t('why'), cell: (one: LateTablet) => <StatusChip tone={one.why === 'unsent' ? 'attention' : 'waiting'}>{t(`because.${one.why}`)}</StatusChip> },
    { key: 'oldest', header: t('oldest'), cell: (one: LateTablet) => (one.oldestUnsentAt === null ? t('unknown') : time.ago(one.oldestUnsentAt)) },
    { key: 'unsent', header: t('unsent'), align: 'end' as const, cell: (one: LateTablet) => (one.unsent === null ? '–' : String(one.unsent)) },
    { key: 'contact', header: t('contact'), cell: (one: LateTablet) => (one.lastContactAt === null ? t('console:never') : time.ago(one.lastContactAt)) },
  ];
  return (
    <DataTable dense caption={t('title')} captionHidden columns={columns} rows={tablets} rowKey={(one) => one.tabletId}
      empty={<EmptyState picture="done" title={t('none')}>{t('noneLead')}</EmptyState>} />
  );
}

/** A number of days as it was typed or stands in an address; undefined where it is none that can be asked for. */
function readDays(typed: string): number | undefined {
  return lateQuerySchema.safeParse({ days: typed.trim() === '' ? undefined : typed }).data?.days;
}
