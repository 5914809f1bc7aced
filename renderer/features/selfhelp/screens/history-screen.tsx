import { NotebookPen } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, chartDays, chartPieces, dayNumber } from '#protocol/selfhelp/rules.ts';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { SegmentedChoice } from '../../../ui/segmented-choice.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { listBetween, listRecords } from '../queries.ts';
import { countFilled } from '../rules.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { localToday, useDiary } from '../use-diary.ts';
import { ChooseNotice } from '../versions/choose-notice.tsx';
import { DayChart } from './day-chart.tsx';
import { PatternWords } from './pattern-words.tsx';

/** How far back: single days for weeks, means of a week for a year, means of four weeks for all. */
const SPANS = {
  '4': { days: 28, piece: 1 },
  '12': { days: 84, piece: 1 },
  year: { days: 364, piece: 7 },
  all: { days: null, piece: 28 },
} as const;
type Span = keyof typeof SPANS;

/** Mood, pull and sleep over weeks, months and years, as charts or tables; what stands out, in words. */
export function HistoryScreen({ go, back }: SelfhelpScreenProps) {
  const { t } = useTranslation(['selfhelp', 'programme', 'app']);
  const [span, setSpan] = useState<Span>('4');
  const today = localToday();
  // Deferred, so that ten years are drawn in slices and the screen answers meanwhile; `of` is the span that was read.
  const loaded = useDeferredValue(useDiary(async (database) => ({ of: span, pages: await loadSpan(database, span, today) }), [today, span]));
  return (
    <Page title={t('history.title')} back={{ word: t('title', { ns: 'programme' }), onClick: back }} width="wide" focusTitle>
      <ChooseNotice kind="check-in" go={go} />
      <SegmentedChoice
        legend={t('history.span')}
        value={span}
        onChange={setSpan}
        options={[
          { value: '4', label: t('history.four') },
          { value: '12', label: t('history.twelve') },
          { value: 'year', label: t('history.year') },
          { value: 'all', label: t('history.all') },
        ]}
      />
      {loaded === undefined && <Spinner word={t('frame.loading', { ns: 'app' })} size="lg" block />}
      {loaded?.pages.length === 0 && (
        <EmptyState
          picture="diary"
          title={t('history.none')}
          action={<Button kind="primary" icon={NotebookPen} onClick={() => { go({ screen: 'check-in' }); }}>{t('start')}</Button>}
        />
      )}
      {loaded !== undefined && loaded.pages.length > 0 && <Charts pages={loaded.pages} span={loaded.of} today={today} />}
    </Page>
  );
}

type ChartsProps = { readonly pages: readonly CheckIn[]; readonly span: Span; readonly today: string };

function Charts({ pages, span, today }: ChartsProps) {
  const { t } = useTranslation('selfhelp');
  const { days, piece } = SPANS[span];
  const reach = useMemo(() => days ?? daysOf(pages, today), [days, pages, today]);
  const points = useMemo(() => (piece === 1 ? chartDays(pages, today, reach) : chartPieces(pages, today, Math.ceil(reach / piece), piece)), [pages, today, reach, piece]);
  const filled = piece === 1 ? countFilled(points) : new Set(pages.map(({ day }) => day)).size;
  const each = piece === 1 ? 'day' : 'piece';
  return (
    <>
      <p>{`${t('history.days', { count: filled, of: reach })} ${t('history.gaps')}`}</p>
      {piece > 1 && <p>{t('history.means', { count: piece })}</p>}
      <PatternWords pages={pages} points={piece === 1 ? points : undefined} />
      <DayChart scale="mood" points={points} each={each} />
      <DayChart scale="craving" points={points} each={each} />
      <DayChart scale="sleep" points={points} each={each} />
    </>
  );
}

async function loadSpan(database: PersonDatabase, span: Span, today: string): Promise<readonly CheckIn[]> {
  const { days } = SPANS[span];
  const kept = days === null ? await listRecords(database, 'check-in') : await listBetween(database, 'check-in', addDays(today, 1 - days), today);
  return kept.map(({ record }) => record.body);
}

/** Days from the oldest page to today, both counted; at least one piece. */
function daysOf(pages: readonly CheckIn[], today: string): number {
  const first = pages.reduce((oldest, { day }) => (day < oldest ? day : oldest), today);
  return Math.max(SPANS.all.piece, dayNumber(today) - dayNumber(first) + 1);
}
