import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { ProgressBar } from '../../../../renderer/ui/progress-bar.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import type { Tone } from '../../../../renderer/ui/tone.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import { learnerSchema, type Learner } from '../staff-api.ts';

type Item = Learner['packs'][number]['items'][number];

const TONES: Readonly<Record<Item['status'], Tone>> = { 'not-started': 'neutral', started: 'moving', completed: 'good', passed: 'good', 'needs-another-go': 'attention' };

/** One learner: every item of every course they opened, with what came of it. */
export function LearnerScreen({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('learners');
  const learner = useCall(`/learners/${personId}`, learnerSchema, 30);
  const back = { word: t('title'), href: placeAddress('learners') };
  if (learner.state === 'loading') return <Spinner word={t('console:loading')} block />;
  if (learner.state === 'failed') return <Page title={t('title')} back={back}><FailureNotice failure={learner.failure} /></Page>;
  const { name, prisonerNumber, wing, packs } = learner.value;
  return (
    <Page title={name} lead={<><bdi>{prisonerNumber}</bdi> · {wing}</>} back={back} width="wide" focusTitle>
      {packs.length === 0 ? <EmptyState picture="books" title={t('none')}>{t('noneLead')}</EmptyState> : null}
      {packs.map((pack) => <CourseTable key={pack.packId} name={name} pack={pack} />)}
    </Page>
  );
}

/** How many tries, and how many of them are more than the quiz allows and count for nothing (PACK-38). */
function triesOf({ attempts, attemptList }: Item, t: (key: string, values: Readonly<Record<string, number>>) => string): string {
  const beyond = attemptList.filter(({ beyondLimit }) => beyondLimit).length;
  return beyond === 0 ? String(attempts) : t('attemptsBeyond', { attempts, beyond });
}

function CourseTable({ name, pack }: { readonly name: string; readonly pack: Learner['packs'][number] }) {
  const { t, i18n } = useTranslation('learners');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const percent = (share: number) => new Intl.NumberFormat(i18n.language === 'ar' ? 'ar-u-nu-latn' : i18n.language, { style: 'percent' }).format(share);
  const columns = [
    { key: 'title', header: t('item'), rowHeader: true, cell: (item: Item) => wordsIn(item.title) },
    { key: 'kind', header: t('kindWord'), cell: (item: Item) => t(`kind.${item.kind}`) },
    { key: 'status', header: t('statusWord'), cell: (item: Item) => <StatusChip tone={TONES[item.status]}>{t(`status.${item.status}`)}</StatusChip> },
    { key: 'best', header: t('best'), align: 'end' as const, cell: (item: Item) => (item.bestScore === null ? '–' : percent(item.bestScore)) },
    { key: 'attempts', header: t('attempts'), align: 'end' as const, cell: (item: Item) => triesOf(item, t) },
    { key: 'time', header: t('time'), align: 'end' as const, cell: (item: Item) => t('minutes', { minutes: Math.round(item.seconds / 60) }) },
    { key: 'signs', header: t('look'), cell: (item: Item) => (item.signs.length === 0 ? '–' : item.signs.map((reason) => t(`sign.${reason}`)).join(', ')) },
    { key: 'last', header: t('last'), cell: (item: Item) => (item.lastAt === null ? t('console:never') : time.short(item.lastAt)) },
  ];
  return (
    <Section title={wordsIn(pack.title)} hint={t('edition', { version: pack.version })}>
      <ProgressBar label={wordsIn(pack.title)} labelHidden value={pack.fraction} max={1} valueText={percent(pack.fraction)} />
      <DataTable dense caption={`${name}: ${wordsIn(pack.title)}`} captionHidden columns={columns} rows={pack.items} rowKey={(item) => item.activityId} />
    </Section>
  );
}
