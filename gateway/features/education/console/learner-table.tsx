import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import { groupsSchema } from '../groups/staff-api.ts';
import { learnersSchema, type Learners } from '../staff-api.ts';
import { CourseProgress } from './course-progress.tsx';

type LearnerRow = Learners['learners'][number];
type Asked = { readonly search: string; readonly group: string; readonly pack: string; readonly only: string; readonly sort: string; readonly page: number };

const NOTHING_ASKED: Asked = { search: '', group: '', pack: '', only: '', sort: 'name', page: 0 };

/** Everybody who is here, a page at a time, with how far they are and why somebody should look. */
export function LearnerTable({ views }: { readonly views: ReactNode }) {
  const { t } = useTranslation('learners');
  const wordsIn = useWordsIn();
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const learners = useCall(`/learners?${queryOf(asked)}`, learnersSchema, 30);
  const groups = useCall('/groups', groupsSchema);
  // The courses of everybody stay to choose from, also while a choice is being answered.
  const [courses, setCourses] = useState<Learners['courses']>();
  if (courses === undefined && learners.state === 'ready' && asked === NOTHING_ASKED) setCourses(learners.value.courses);
  const ask = (change: Partial<Asked>) => { setAsked({ ...asked, page: 0, ...change }); };
  const groupOptions = groups.state === 'ready' ? groups.value.groups.map((group) => ({ value: group.groupId, label: group.name })) : [];
  const courseOptions = (courses ?? []).map((course) => ({ value: course.packId, label: wordsIn(course.title) }));
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle>
      {views}
      <Row align="end" gap="md">
        <TextField label={t('search')} type="search" width="medium" value={asked.search} onChange={(search) => { ask({ search }); }} />
        <Select label={t('group')} width="medium" value={asked.group} onChange={(group) => { ask({ group }); }} options={[{ value: '', label: t('everyGroup') }, ...groupOptions]} />
        <Select label={t('course')} width="medium" value={asked.pack} onChange={(pack) => { ask({ pack }); }} options={[{ value: '', label: t('everyCourse') }, ...courseOptions]} />
        <Select label={t('show')} width="medium" value={asked.only} onChange={(only) => { ask({ only }); }} options={[{ value: '', label: t('showAll') }, { value: 'stuck', label: t('showStuck') }]} />
        <Select label={t('sort')} width="medium" value={asked.sort} onChange={(sort) => { ask({ sort }); }} options={(['name', 'wing', 'last', 'stuck'] as const).map((value) => ({ value, label: t(`sortBy.${value}`) }))} />
      </Row>
      {learners.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {learners.state === 'failed' ? <FailureNotice failure={learners.failure} /> : null}
      {learners.state === 'ready' ? <LearnerRows learners={learners.value} pack={asked.pack} onPage={(page) => { ask({ page }); }} /> : null}
    </Page>
  );
}

type LearnerRowsProps = { readonly learners: Learners; readonly pack: string; readonly onPage: (page: number) => void };

function LearnerRows({ learners, pack, onPage }: LearnerRowsProps) {
  const { t } = useTranslation('learners');
  const time = useTimeWords();
  const { page, pages, total } = learners;
  const columns = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (learner: LearnerRow) => <a href={placeAddress('learners', learner.personId)}>{learner.name}</a> },
    { key: 'number', header: t('number'), cell: (learner: LearnerRow) => <bdi>{learner.prisonerNumber}</bdi> },
    { key: 'wing', header: t('wing'), cell: (learner: LearnerRow) => <span className="console-nowrap">{learner.wing}</span> },
    { key: 'courses', header: t('courses'), cell: (learner: LearnerRow) => <CourseProgress packs={learner.packs.filter((one) => pack === '' || one.packId === pack)} /> },
    { key: 'signs', header: t('look'), cell: (learner: LearnerRow) => <Signs learner={learner} /> },
    { key: 'last', header: t('last'), cell: (learner: LearnerRow) => (learner.packs.length === 0 ? t('console:never') : time.ago(Math.max(...learner.packs.map((one) => one.heardAt)))) },
  ];
  return (
    <>
      <DataTable dense caption={t('title')} captionHidden columns={columns} rows={learners.learners} rowKey={(learner) => learner.personId}
        empty={<EmptyState picture="search" title={t('noneFits')}>{t('noneFitsLead')}</EmptyState>} />
      <Row align="center" gap="sm">
        <Button size="small" icon={ArrowLeft} disabled={page === 0} onClick={() => { onPage(page - 1); }}>{t('before')}</Button>
        <span role="status">{t('pageOf', { page: page + 1, pages, total })}</span>
        <Button size="small" iconEnd={ArrowRight} disabled={page + 1 >= pages} onClick={() => { onPage(page + 1); }}>{t('after')}</Button>
      </Row>
    </>
  );
}

function Signs({ learner }: { readonly learner: LearnerRow }) {
  const { t } = useTranslation('learners');
  const reasons = [...new Set(learner.packs.flatMap((pack) => pack.signs.map(({ reason }) => reason)))];
  if (reasons.length === 0) return '–';
  return <Row gap="xs">{reasons.map((reason) => <StatusChip key={reason} tone="attention">{t(`sign.${reason}`)}</StatusChip>)}</Row>;
}

function queryOf(asked: Asked): string {
  const said = Object.entries(asked).filter(([, value]) => value !== '' && value !== 0);
  return new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
}
