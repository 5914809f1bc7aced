import { useTranslation } from 'react-i18next';
import { areas } from '#protocol/selfhelp/schema.ts';
import { addDays, chartDays } from '#protocol/selfhelp/rules.ts';
import type { SharedBlock } from '#protocol/selfhelp/sharing.ts';
import { useWhen } from '../../../text/use-when.ts';
import { useItemWords } from '../balance-map/use-item-words.ts';
import { usePlanWhen } from '../plans/plan-row.tsx';
import { listBetween, listRecords } from '../queries.ts';
import { moodOf } from '../screens/mood-of.ts';
import type { KeptOf } from '../tables.ts';
import { findTechnique } from '../toolbox/techniques.ts';
import { useTechniqueWords } from '../toolbox/use-technique-words.ts';
import { localToday, noonOf, useDiary } from '../use-diary.ts';
import type { Shareable } from './shareable.ts';
import { useMeasurePage, type MakePage } from './use-measure-page.ts';

const DAYS = 28;
/** As many of the newest practices and measures are offered. */
const PRACTICES = 10;

/** Everything this person could share now, as the pages that would be seen; undefined while it is read. */
export function useShareables(): readonly Shareable[] | undefined {
  const today = localToday();
  const found = useDiary(
    async (database) => ({
      pages: await listBetween(database, 'check-in', addDays(today, 1 - DAYS), today),
      plans: await listRecords(database, 'plan'),
      maps: await listRecords(database, 'map', 1),
      practices: await listRecords(database, 'practice', PRACTICES),
      measures: await listRecords(database, 'measure', PRACTICES),
    }),
    [today],
  );
  const charts = useChartPages();
  const plan = usePlanPage();
  const map = useMapPage();
  const practice = usePracticePage();
  const measure = useMeasurePage(usePage());
  if (found === undefined) return undefined;
  return [...charts(found.pages, today), ...found.plans.flatMap(plan), ...found.maps.map(map), ...found.practices.map(practice), ...found.measures.flatMap(measure)];
}

/** Puts a page together in the language of the screen. */
function usePage(): MakePage {
  const { t, i18n } = useTranslation('sharing');
  const { date } = useWhen();
  return (key, what, name, day, blocks) => ({
    key,
    what,
    name,
    page: {
      title: name,
      language: i18n.language,
      direction: i18n.dir(),
      madeAt: noonOf(day),
      blocks: [{ is: 'text', text: t('made', { date: date(noonOf(day)) }) }, ...blocks],
    },
  });
}

function useChartPages(): (pages: readonly KeptOf<'check-in'>[], today: string) => readonly Shareable[] {
  const { t } = useTranslation('selfhelp');
  const { date, shortDate } = useWhen();
  const page = usePage();
  const moodWord = (value: number) => t(`checkIn.moods.m${moodOf(value)}`);
  const scales = [
    { scale: 'mood', name: t('history.moodChart'), about: t('history.moodAbout'), min: 1, max: 5, ticks: [1, 2, 3, 4, 5].map((value) => ({ value, label: moodWord(value) })) },
    { scale: 'craving', name: t('history.cravingChart'), about: t('history.cravingAbout'), min: 0, max: 10, ticks: [0, 5, 10].map((value) => ({ value, label: String(value) })) },
    { scale: 'sleep', name: t('history.sleepChart'), about: t('history.sleepAbout'), min: 0, max: 12, ticks: [0, 4, 8, 12].map((value) => ({ value, label: String(value) })) },
  ] as const;
  return (pages, today) => {
    if (pages.length === 0) return [];
    const points = chartDays(pages.map(({ record }) => record.body), today, DAYS);
    return scales.map(({ scale, name, about, min, max, ticks }) =>
      page(`chart-${scale}`, 'chart', name, today, [
        {
          is: 'chart',
          title: name,
          description: about,
          name,
          points: points.map((point) => ({ key: point.day, label: date(noonOf(point.day)), tick: shortDate(noonOf(point.day)), value: point[scale] ?? null })),
          min,
          max,
          ticks: [...ticks],
          words: { showTable: t('history.showTable'), showChart: t('history.showChart'), day: t('history.day'), noEntry: t('history.noEntry') },
        },
      ]),
    );
  };
}

function usePlanPage(): (kept: KeptOf<'plan'>) => readonly Shareable[] {
  const { t } = useTranslation('plans');
  const page = usePage();
  const when = usePlanWhen();
  return ({ recordId, record: { day, body } }) => {
    if (body.type === 'if-then') {
      if (body.putAway) return [];
      const line = t('ifThen.line', { when: when(body), then: body.then });
      return [page(recordId, 'plan', line.slice(0, 280), day, [{ is: 'text', text: line }, { is: 'text', text: t('ifThen.used', { count: body.timesUsed }) }])];
    }
    if (body.type === 'people-places') {
      const blocks: SharedBlock[] = [
        { is: 'heading', text: t('places.avoid') },
        { is: 'list', items: body.avoid },
        { is: 'heading', text: t('places.seek') },
        { is: 'list', items: body.seek },
      ];
      return [page(recordId, 'plan', t('places.title'), day, blocks)];
    }
    const steps = body.done.map((step) => ({ term: t(`release.step.${step}`), value: body.notes[step] ?? '✓' }));
    const own = body.own.map(({ words, done }) => (done ? `✓ ${words}` : words));
    return [page(recordId, 'plan', t('release.title'), day, [{ is: 'facts', items: steps }, { is: 'list', items: own }])];
  };
}

function useMapPage(): (kept: KeptOf<'map'>) => Shareable {
  const { t } = useTranslation('balance');
  const page = usePage();
  const words = useItemWords();
  return ({ recordId, record: { day, body } }) => {
    const blocks = areas.flatMap((area): SharedBlock[] => {
      const hard = body.hard[area];
      const links = body.links.filter((link) => link.from === area).map((link) => t(`area.${link.to}`));
      return [
        { is: 'heading', text: t(`area.${area}`) },
        { is: 'list', items: body.items.filter((item) => item.area === area).map(words) },
        ...(hard === undefined ? [] : [{ is: 'text' as const, text: t('hardSays', { hard }) }]),
        ...(links.length === 0 ? [] : [{ is: 'text' as const, text: t('worsens', { areas: links.join(', ') }) }]),
        ...(body.start === area ? [{ is: 'text' as const, text: t('startSays') }] : []),
      ];
    });
    return page(recordId, 'map', t('title'), day, [...blocks, { is: 'text', text: t('ownRating') }]);
  };
}

function usePracticePage(): (kept: KeptOf<'practice'>) => Shareable {
  const { t } = useTranslation('sharing');
  const { t: area } = useTranslation('balance');
  const page = usePage();
  const words = useTechniqueWords();
  return ({ recordId, record: { day, body } }) => {
    const technique = findTechnique(body.technique);
    const name = technique === undefined ? area(`area.${body.area}`) : words[technique.id].name;
    const written = Object.values(body.answers).flatMap((answer) => (typeof answer === 'string' && answer.trim() !== '' ? [answer] : []));
    const rated = [
      ...(body.before === null ? [] : [{ term: t('before'), value: `${String(body.before)} / 10` }]),
      ...(body.after === null ? [] : [{ term: t('after'), value: `${String(body.after)} / 10` }]),
    ];
    return page(recordId, 'practice', name, day, [{ is: 'facts', items: rated }, { is: 'list', items: written }]);
  };
}
