import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import type { DayPoint } from '#protocol/selfhelp/rules.ts';
import { Listen } from '../../../speech/listen.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ENOUGH_PAGES, findPatterns, type Patterns } from '../patterns.ts';
import { ENOUGH_DAYS, weekTrend } from '../rules.ts';

type PatternWordsProps = {
  readonly pages: readonly CheckIn[];
  /** Single days, for the comparison of two weeks; undefined where the chart shows means. */
  readonly points: readonly DayPoint[] | undefined;
};

/** What the pages say in words: only what is clear, with its numbers, and honest about too little. */
export function PatternWords({ pages, points }: PatternWordsProps) {
  const { t } = useTranslation('selfhelp');
  const say = useFoundWords();
  const patterns = useMemo(() => findPatterns(pages), [pages]);
  if (pages.length < ENOUGH_DAYS) return <Notice tone="info">{t('history.tooFew', { count: pages.length })}</Notice>;
  const trends = points === undefined ? [] : trendWords(weekTrend(points, 'mood'), weekTrend(points, 'craving')).map((key) => t(key));
  const lines = patterns === undefined ? [t('pattern.tooFew', { count: pages.length, needed: ENOUGH_PAGES })] : say(patterns);
  const how = t('pattern.how', { needed: ENOUGH_PAGES });
  return (
    <Card title={t('pattern.title')} tone="tint" actions={<Listen about={t('pattern.title')} says={[...trends, ...lines, how]} />}>
      {trends.map((line) => <p key={line}>{line}</p>)}
      {lines.length === 1 ? <p>{lines[0]}</p> : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
      <p className="ui-hint">{how}</p>
    </Card>
  );
}

/** Patterns as sentences; one sentence where nothing stands out. */
function useFoundWords(): (patterns: Patterns) => readonly string[] {
  const { t } = useTranslation(['selfhelp', 'app']);
  const round = (value: number) => String(Math.round(value * 10) / 10);
  return ({ weekday, trigger, dayPart, helped }) => {
    const lines = [
      weekday && t('pattern.weekday', { day: t(`weekday.d${weekday.weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`, { ns: 'app' }), mean: round(weekday.mean), others: round(weekday.others), count: weekday.count }),
      trigger && t('pattern.trigger', { what: t(`trigger.${trigger.trigger}`), mean: round(trigger.mean), others: round(trigger.others), count: trigger.count }),
      dayPart && t('pattern.dayPart', { part: t(`dayPart.${dayPart.part}`), share: dayPart.count, of: dayPart.of }),
      ...helped.map(({ response, count, of }) => t('pattern.helped', { what: t(`response.${response}`), times: count, of })),
    ].filter((line) => line !== undefined);
    return lines.length === 0 ? [t('pattern.none')] : lines;
  };
}

type Trend = ReturnType<typeof weekTrend>;

/** What the last two weeks say, in words; nothing where they say nothing. */
function trendWords(mood: Trend, craving: Trend) {
  if (mood === 'same' && craving === 'same') return ['history.same'] as const;
  return [
    ...(mood === 'up' ? (['history.moodUp'] as const) : mood === 'down' ? (['history.moodDown'] as const) : []),
    ...(craving === 'up' ? (['history.cravingUp'] as const) : craving === 'down' ? (['history.cravingDown'] as const) : []),
  ];
}
