import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { draftsSchema, type Drafts, type DraftState } from '../../drafts/staff-api.ts';
import { UploadCourse } from './upload-course.tsx';

type DraftRow = Drafts['drafts'][number];

/** Courses in the making: drop one above, and see where each stands. */
export function DraftList({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('drafts');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const drafts = useCall('/packs/drafts', draftsSchema, 10);
  const mayMake = session.actions.includes('packs.draft');
  const columns = [
    { key: 'title', header: t('course'), rowHeader: true, cell: (draft: DraftRow) => <a href={placeAddress('packs', 'drafts', draft.draftId)}><bdi>{wordsIn(draft.title) || draft.name}</bdi></a> },
    { key: 'state', header: t('stateWord'), cell: (draft: DraftRow) => <DraftStateChip state={draft.state} /> },
    { key: 'problems', header: t('found'), cell: (draft: DraftRow) => (draft.blockers + draft.warnings === 0 ? '' : t('foundCount', { blockers: draft.blockers, warnings: draft.warnings })) },
    { key: 'owner', header: t('owner'), cell: (draft: DraftRow) => draft.owner },
    { key: 'updated', header: t('updated'), cell: (draft: DraftRow) => time.ago(draft.updatedAt) },
  ];
  return (
    <Page title={t('title')} lead={t(mayMake ? 'lead' : 'leadReviewer')} width="full" focusTitle status={views}>
      {mayMake ? <UploadCourse onChanged={drafts.again} /> : null}
      {drafts.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {drafts.state === 'failed' ? <FailureNotice failure={drafts.failure} /> : null}
      {drafts.state === 'ready' ? <DataTable dense caption={t('title')} captionHidden columns={columns} rows={drafts.value.drafts} rowKey={(draft) => draft.draftId} empty={<EmptyState picture="books" title={t('empty')}>{t(mayMake ? 'emptyLead' : 'emptyReviewer')}</EmptyState>} /> : null}
    </Page>
  );
}

const TONES = { uploading: 'waiting', importing: 'waiting', refused: 'stopped', checked: 'attention', ready: 'good', submitted: 'waiting', returned: 'attention', approved: 'good' } as const satisfies Record<DraftState, string>;

/** Where a draft stands, in a word. */
export function DraftStateChip({ state }: { readonly state: DraftState }) {
  const { t } = useTranslation('drafts');
  return <StatusChip tone={TONES[state]}>{t(`state.${state}`)}</StatusChip>;
}
