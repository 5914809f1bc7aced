import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import type { TabletReport } from '#protocol/sync/exchange.ts';

const TONES = { held: 'good', failed: 'stopped', absent: 'neutral' } as const;

/** Every lockdown measure as the tablet last checked it. */
export function MeasureList({ measures }: { readonly measures: TabletReport['measures'] }) {
  const { t } = useTranslation('tablets');
  return (
    <DataTable dense caption={t('measure')} captionHidden rows={measures} rowKey={(measure) => measure.name} empty={t('lockUnknown')}
      columns={[
        { key: 'name', header: t('measure'), rowHeader: true, cell: (measure) => measure.name },
        { key: 'state', header: t('stateWord'), cell: (measure) => <StatusChip tone={TONES[measure.state]}>{t(`measureState.${measure.state}`)}</StatusChip> },
      ]} />
  );
}
