import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import type { ConsoleScreenProps } from '../../../console/console-feature.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import { learnersSchema, type Learners } from '../staff-api.ts';
import { CourseProgress } from './course-progress.tsx';
import { LearnerScreen } from './learner-screen.tsx';

type LearnerRow = Learners['learners'][number];

/** Everybody who is here, with how far they are in each course they opened. */
export function LearnersScreen({ rest }: ConsoleScreenProps) {
  const [personId] = rest;
  return personId === undefined ? <LearnerTable /> : <LearnerScreen key={personId} personId={personId} />;
}

function LearnerTable() {
  const { t } = useTranslation('learners');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const learners = useCall('/learners', learnersSchema, 30);
  const [search, setSearch] = useState('');
  const [wing, setWing] = useState('');
  const [packId, setPackId] = useState('');
  if (learners.state === 'loading') return <Spinner word={t('console:loading')} block />;
  if (learners.state === 'failed') return <Page title={t('title')}><FailureNotice failure={learners.failure} /></Page>;
  const all = learners.value.learners;
  const courses = new Map(all.flatMap((learner) => learner.packs).map((pack) => [pack.packId, wordsIn(pack.title)]));
  const wings = [...new Set(all.map((learner) => learner.wing))].sort();
  const asked = search.trim().toLowerCase();
  const rows = all
    .filter((learner) => (wing === '' || learner.wing === wing) && (packId === '' || learner.packs.some((pack) => pack.packId === packId)))
    .filter((learner) => `${learner.name} ${learner.prisonerNumber}`.toLowerCase().includes(asked));
  const columns = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (learner: LearnerRow) => <a href={placeAddress('learners', learner.personId)}>{learner.name}</a> },
    { key: 'number', header: t('number'), cell: (learner: LearnerRow) => <bdi>{learner.prisonerNumber}</bdi> },
    { key: 'wing', header: t('wing'), cell: (learner: LearnerRow) => learner.wing },
    { key: 'courses', header: t('courses'), cell: (learner: LearnerRow) => <CourseProgress packs={learner.packs.filter((pack) => packId === '' || pack.packId === packId)} /> },
    { key: 'last', header: t('last'), cell: (learner: LearnerRow) => lastWords(learner, time.ago) ?? t('console:never') },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle>
      {all.length === 0 ? null : (
        <Row align="end" gap="md">
          <TextField label={t('search')} type="search" width="medium" value={search} onChange={setSearch} />
          <Select label={t('wing')} width="medium" value={wing} onChange={setWing} options={[{ value: '', label: t('everyWing') }, ...wings.map((one) => ({ value: one, label: one }))]} />
          <Select label={t('course')} width="medium" value={packId} onChange={setPackId} options={[{ value: '', label: t('everyCourse') }, ...[...courses].map(([value, label]) => ({ value, label }))]} />
        </Row>
      )}
      <DataTable dense caption={t('title')} captionHidden columns={columns} rows={rows} rowKey={(learner) => learner.personId}
        empty={<EmptyState picture={all.length === 0 ? 'books' : 'search'} title={t(all.length === 0 ? 'empty' : 'noneFits')}>{t(all.length === 0 ? 'emptyLead' : 'noneFitsLead')}</EmptyState>} />
    </Page>
  );
}

/** When somebody last did anything in any course. */
function lastWords(learner: LearnerRow, ago: (at: number) => string): string | undefined {
  const times = learner.packs.flatMap((pack) => (pack.lastAt === null ? [] : [pack.lastAt]));
  return times.length === 0 ? undefined : ago(Math.max(...times));
}
