import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayPoint } from '#protocol/selfhelp/rules.ts';
import { useWhen } from '../../../text/use-when.ts';
import { LineChart } from '../../../ui/line-chart.tsx';
import { moodOf } from './mood-of.ts';
import { noonOf } from '../use-diary.ts';

type DayChartProps = {
  readonly scale: 'mood' | 'craving' | 'sleep';
  readonly points: readonly DayPoint[];
  /** What a point stands for: a day, or the mean of some days from its day on. */
  readonly each: 'day' | 'piece';
};

/** One scale over days or longer pieces. Those without a page are gaps, never zeros. */
export function DayChart({ scale, points, each }: DayChartProps) {
  const { t } = useTranslation('selfhelp');
  const { date, shortDate } = useWhen();
  const days = useMemo(() => points.map(({ day }) => {
    const label = () => (each === 'day' ? date(noonOf(day)) : t('history.from', { date: date(noonOf(day)) }));
    return { key: day, label, tick: shortDate(noonOf(day)) };
  }), [points, each, date, shortDate, t]);
  const moodWord = (value: number) => t(`checkIn.moods.m${moodOf(Math.round(value))}`);
  const axes = {
    mood: { min: 1, max: 5, ticks: [1, 3, 5].map((value) => ({ value, label: moodWord(value) })) },
    craving: { min: 0, max: 10, ticks: [0, 5, 10].map((value) => ({ value, label: String(value) })) },
    sleep: { min: 0, max: 12, ticks: [0, 4, 8, 12].map((value) => ({ value, label: String(value) })) },
  } as const;
  const titles = { mood: t('history.moodChart'), craving: t('history.cravingChart'), sleep: t('history.sleepChart') };
  const about = { mood: t('history.moodAbout'), craving: t('history.cravingAbout'), sleep: t('history.sleepAbout') };
  return (
    <LineChart
      title={titles[scale]}
      description={about[scale]}
      points={days}
      series={[{ key: scale, name: titles[scale], values: points.map((point) => point[scale] ?? null) }]}
      {...axes[scale]}
      formatNumber={scale === 'mood' ? moodWord : oneDigit}
      words={{
        showTable: t('history.showTable'),
        showChart: t('history.showChart'),
        day: t('history.day'),
        noEntry: t('history.noEntry'),
      }}
    />
  );
}

function oneDigit(value: number): string {
  return String(Math.round(value * 10) / 10);
}
