import { useTranslation } from 'react-i18next';
import type { Instrument } from '#protocol/selfhelp/measures/instrument.ts';
import { useWhen } from '../../../text/use-when.ts';
import { LineChart } from '../../../ui/line-chart.tsx';
import { isBandWord } from './band-words.ts';
import type { PastResult } from './past-result.ts';

/** Results over time, the words of each band where it begins, and the same as a table. Forms without a result are gaps. */
export function MeasureChart({ instrument, results }: { readonly instrument: Instrument; readonly results: readonly PastResult[] }) {
  const { t } = useTranslation('measures');
  const { date, shortDate } = useWhen();
  const { min, max, bands } = instrument.scoring;
  const complete = results.filter(({ dated }) => dated.scored.state === 'complete');
  if (complete.length < 2) return <p>{t('chart.one')}</p>;
  const points = [...results].reverse();
  const nameOf = (band: string): string => (isBandWord(band) ? t(`bandName.${band}`) : '');
  const bandOf = (total: number): string => nameOf(bands.find((band) => total >= band.from && total <= band.to)?.id ?? '');
  const ticks = bands.length === 0 ? [{ value: min, label: String(min) }] : bands.map((band) => ({ value: band.from, label: `${String(band.from)} ${nameOf(band.id)}` }));
  return (
    <LineChart
      title={t('chart.title')}
      description={t('chart.about')}
      points={points.map(({ id, at }) => ({ key: id, label: () => date(at), tick: shortDate(at) }))}
      series={[{ key: instrument.id, name: instrument.name, values: points.map(({ dated }) => (dated.scored.state === 'complete' ? dated.scored.total : null)) }]}
      min={min}
      max={max}
      ticks={[...ticks, { value: max, label: String(max) }]}
      formatNumber={(value) => [String(value), bandOf(value)].filter((part) => part !== '').join(' · ')}
      words={{ showTable: t('chart.showTable'), showChart: t('chart.showChart'), day: t('chart.day'), noEntry: t('chart.none') }}
    />
  );
}
