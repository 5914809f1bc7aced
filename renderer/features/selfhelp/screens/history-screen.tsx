import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { loadPages } from '../queries.ts';
import { countFilled, ENOUGH_DAYS, lookBack, mostOften, weekTrend } from '../rules.ts';
import { DayChart } from './day-chart.tsx';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { localToday, useDiary } from './use-diary.ts';

const SPANS = { '4': 28, '12': 84 } as const;

/** Mood, pull and sleep over weeks, as charts or tables; honest about too few days. */
export function HistoryScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation('selfhelp');
  const [weeks, setWeeks] = useState<keyof typeof SPANS>('4');
  const pages = useDiary(loadPages, []);
  if (pages === undefined) return <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />;
  const { points, pages: shown } = lookBack(pages.map((page) => page.checkIn), localToday(), SPANS[weeks]);
  const filled = countFilled(points);
  const often = mostOften(shown);
  return (
    <Page title={t('history.title')} back={{ word: t('title'), onClick: back }} width="wide" focusTitle>
      <SegmentedChoice
        legend={t('history.span')}
        value={weeks}
        onChange={setWeeks}
        options={[{ value: '4', label: t('history.four') }, { value: '12', label: t('history.twelve') }]}
      />
      {filled === 0 && (
        <EmptyState
          picture="diary"
          title={t('history.none')}
          action={<Button kind="primary" icon={NotebookPen} onClick={() => { go({ screen: 'check-in' }); }}>{t('start')}</Button>}
        />
      )}
      {filled > 0 && (
        <>
          {filled < ENOUGH_DAYS ? (
            <Notice tone="info">{t('history.tooFew', { count: filled })}</Notice>
          ) : (
            <>
              <p>{`${t('history.days', { count: filled, of: points.length })} ${t('history.gaps')}`}</p>
              <Trends mood={weekTrend(points, 'mood')} craving={weekTrend(points, 'craving')} />
              {often !== undefined && <p>{t('history.often', { what: t(`trigger.${often}`) })}</p>}
            </>
          )}
          <DayChart scale="mood" points={points} />
          <DayChart scale="craving" points={points} />
          <DayChart scale="sleep" points={points} />
        </>
      )}
    </Page>
  );
}

type TrendsProps = { readonly mood: ReturnType<typeof weekTrend>; readonly craving: ReturnType<typeof weekTrend> };

/** What the last two weeks say, in words; nothing where they say nothing. */
function Trends({ mood, craving }: TrendsProps) {
  const { t } = useTranslation('selfhelp');
  if (mood === 'same' && craving === 'same') return <p>{t('history.same')}</p>;
  return (
    <>
      {mood === 'up' && <p>{t('history.moodUp')}</p>}
      {mood === 'down' && <p>{t('history.moodDown')}</p>}
      {craving === 'up' && <p>{t('history.cravingUp')}</p>}
      {craving === 'down' && <p>{t('history.cravingDown')}</p>}
    </>
  );
}
