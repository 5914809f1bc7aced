import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
import { type WorkHead, workListSchema } from '../work/staff-api.ts';

const RECEIPT = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/;

/** Written work: what waits longest first, or what was marked; a receipt number finds the work it stands for. */
export function WorkQueue({ views }: { readonly views: ReactNode }) {
  const { t } = useTranslation('learners');
  const [state, setState] = useState('waiting');
  const [receipt, setReceipt] = useState('');
  const typed = receipt.trim().toUpperCase();
  const work = useCall(RECEIPT.test(typed) ? `/work?state=all&receipt=${typed}` : `/work?state=${state}`, workListSchema, 30);
  const options = (['waiting', 'marked', 'all'] as const).map((value) => ({ value, label: t(`work.show.${value}`) }));
  return (
    <Page title={t('work.title')} lead={t('work.lead')} width="full" focusTitle>
      {views}
      <Row align="end" gap="md">
        <Select label={t('show')} width="medium" value={state} onChange={setState} options={options} />
        <TextField label={t('work.findReceipt')} width="medium" value={receipt} onChange={setReceipt} dir="ltr" />
      </Row>
      {work.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {work.state === 'failed' ? <FailureNotice failure={work.failure} /> : null}
      {work.state === 'ready' ? <WorkRows work={work.value.work} /> : null}
    </Page>
  );
}

function WorkRows({ work }: { readonly work: readonly WorkHead[] }) {
  const { t } = useTranslation('learners');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const columns = [
    { key: 'title', header: t('work.task'), rowHeader: true, cell: (one: WorkHead) => <a href={placeAddress('learners', 'work', one.workId)} aria-label={`${wordsIn(one.title)}: ${one.name}`}>{wordsIn(one.title)}</a> },
    { key: 'course', header: t('course'), cell: (one: WorkHead) => wordsIn(one.courseTitle) },
    { key: 'name', header: t('name'), cell: (one: WorkHead) => <bdi>{one.name}</bdi> },
    { key: 'wing', header: t('wing'), cell: (one: WorkHead) => <span className="console-nowrap">{one.wing}</span> },
    { key: 'try', header: t('work.try'), align: 'end' as const, cell: (one: WorkHead) => String(one.earlier + 1) },
    { key: 'tablet', header: t('work.tablet'), cell: (one: WorkHead) => (one.tablet === '' ? '–' : one.tablet) },
    { key: 'received', header: t('work.received'), cell: (one: WorkHead) => time.short(one.receivedAt) },
    { key: 'receipt', header: t('work.receipt'), cell: (one: WorkHead) => <bdi className="console-nowrap">{one.receipt}</bdi> },
    { key: 'state', header: t('statusWord'), cell: (one: WorkHead) => <span className="console-nowrap"><WorkChip work={one} /></span> },
  ];
  return (
    <DataTable dense caption={t('work.title')} captionHidden columns={columns} rows={work} rowKey={(one) => one.workId}
      empty={<EmptyState picture="books" title={t('work.none')}>{t('work.noneLead')}</EmptyState>} />
  );
}

/** How a piece of work stands, for staff. */
export function WorkChip({ work }: { readonly work: WorkHead }) {
  const { t } = useTranslation('learners');
  if (work.outcome !== null) return <StatusChip tone={work.outcome === 'passed' ? 'good' : 'attention'}>{t(`work.outcome.${work.outcome}`)}</StatusChip>;
  return <StatusChip tone={work.state === 'reading' ? 'moving' : 'waiting'}>{t(`work.state.${work.state}`)}</StatusChip>;
}
