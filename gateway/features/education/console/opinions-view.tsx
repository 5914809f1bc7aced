import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useCall } from '../../../console/use-call.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import { learnersSchema } from '../staff-api.ts';
import { FEWEST_SHOWN, packFeedbackSchema, type PackFeedback } from '../study/staff-api.ts';

type Item = PackFeedback['items'][number];

/** What learners think of a course they opened: counts for each of its parts, never who. */
export function OpinionsView({ views }: { readonly views: ReactNode }) {
  const { t } = useTranslation('learners');
  const wordsIn = useWordsIn();
  const learners = useCall('/learners', learnersSchema);
  const [chosen, setChosen] = useState('');
  const courses = learners.state === 'ready' ? learners.value.courses : [];
  const packId = chosen === '' ? courses[0]?.packId : chosen;
  return (
    <Page title={t('opinions.title')} lead={t('opinions.lead', { fewest: FEWEST_SHOWN })} width="full" focusTitle>
      {views}
      {learners.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {learners.state === 'failed' ? <FailureNotice failure={learners.failure} /> : null}
      {learners.state === 'ready' && packId === undefined ? <EmptyState picture="books" title={t('none')}>{t('opinions.noneLead')}</EmptyState> : null}
      {packId === undefined ? null : (
        <>
          <Select label={t('course')} width="medium" value={packId} onChange={setChosen} options={courses.map((course) => ({ value: course.packId, label: wordsIn(course.title) }))} />
          <CourseOpinions key={packId} packId={packId} />
        </>
      )}
    </Page>
  );
}

function CourseOpinions({ packId }: { readonly packId: string }) {
  const { t } = useTranslation('learners');
  const wordsIn = useWordsIn();
  const feedback = useCall(`/packs/${packId}/feedback`, packFeedbackSchema);
  if (feedback.state === 'loading') return <Spinner word={t('console:loading')} block />;
  if (feedback.state === 'failed') return <FailureNotice failure={feedback.failure} />;
  const counted = (count: number | null): string => (count === null ? t('opinions.few', { fewest: FEWEST_SHOWN }) : String(count));
  const reasonsOf = ({ reasons }: Item): string =>
    reasons.flatMap(({ reason, count }) => (count === null || count === 0 ? [] : [t('opinions.said', { reason: t(`opinions.reason.${reason}`), count })])).join(' · ');
  const columns = [
    { key: 'item', header: t('item'), rowHeader: true, cell: (item: Item) => wordsIn(item.title) },
    { key: 'liked', header: t('opinions.liked'), align: 'end' as const, cell: (item: Item) => counted(item.liked) },
    { key: 'disliked', header: t('opinions.disliked'), align: 'end' as const, cell: (item: Item) => counted(item.disliked) },
    { key: 'reasons', header: t('opinions.why'), cell: reasonsOf },
  ];
  return <DataTable dense caption={t('opinions.title')} captionHidden columns={columns} rows={feedback.value.items} rowKey={(item) => item.activityId} />;
}
