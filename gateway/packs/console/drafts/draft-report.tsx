import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { List } from '../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../renderer/ui/list-row.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import { TextField } from '../../../../renderer/ui/text-field.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useAct } from '../../../console/use-act.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import type { Draft, DraftProblem } from '../../drafts/staff-api.ts';

type DraftReportProps = { readonly draft: Draft; readonly mayChange: boolean; readonly onChanged: () => void };

/** Everything the checker found: what must be put right first, then what is only said, then what was not carried over. */
export function DraftReport({ draft, mayChange, onChanged }: DraftReportProps) {
  const { t } = useTranslation('drafts');
  const { report } = draft;
  if (report === null || draft.state === 'importing') return null;
  const blockers = report.problems.filter(({ severity }) => severity === 'blocker');
  const remarks = report.problems.filter(({ severity }) => severity === 'warning');
  const row = (problem: DraftProblem, at: number) => <ProblemRow key={`${String(at)} ${problem.message}`} draftId={draft.draftId} problem={problem} mayChange={mayChange} onChanged={onChanged} />;
  return (
    <>
      {blockers.length === 0 ? null : <Section title={t('blockers', { count: blockers.length })} hint={t('blockersHint')}><List label={t('blockers', { count: blockers.length })}>{blockers.map(row)}</List></Section>}
      {remarks.length === 0 ? null : <Section title={t('remarks', { count: remarks.length })} hint={t('remarksHint')}><List label={t('remarks', { count: remarks.length })}>{remarks.map(row)}</List></Section>}
      {report.notCarried.length === 0 ? null : (
        <Section title={t('notCarried', { count: report.notCarried.length })} hint={t('notCarriedHint')}>
          <List label={t('notCarried', { count: report.notCarried.length })}>
            {report.notCarried.map(({ what, why, file, line }, at) => <ListRow key={String(at)} title={<bdi>{what}</bdi>} detail={<bdi>{why}</bdi>} meta={<PlaceWords file={file} line={line} />} />)}
          </List>
        </Section>
      )}
      {report.problems.length + report.notCarried.length === 0 ? <EmptyState picture="done" title={t('nothingFound')}>{t('nothingFoundLead')}</EmptyState> : null}
    </>
  );
}

function ProblemRow({ draftId, problem, mayChange, onChanged }: { readonly draftId: string; readonly problem: DraftProblem; readonly mayChange: boolean; readonly onChanged: () => void }) {
  const { t } = useTranslation('drafts');
  const isBlocker = problem.severity === 'blocker';
  const canDescribe = mayChange && problem.code === 'alt-missing' && problem.file.endsWith('.md') && problem.line !== undefined;
  return (
    <ListRow title={<bdi>{problem.message}</bdi>} meta={<PlaceWords file={problem.file} line={problem.line} />}
      chip={<StatusChip tone={isBlocker ? 'stopped' : 'attention'}>{t(isBlocker ? 'mustMend' : 'pleaseLook')}</StatusChip>}
      detail={canDescribe ? <PictureWordsForm draftId={draftId} file={problem.file} line={problem.line ?? 1} onDone={onChanged} /> : undefined} />
  );
}

function PlaceWords({ file, line }: { readonly file?: string | undefined; readonly line?: number | undefined }) {
  const { t } = useTranslation('drafts');
  if (file === undefined || file === '') return null;
  // What a teacher puts right in the form has no file for them.
  if (file === 'pack.yaml') return <span className="console-detail">{t('aboutBelow')}</span>;
  return <bdi dir="ltr" className="console-detail">{line === undefined ? file : t('fileLine', { file, line })}</bdi>;
}

/** The words a picture lacks, written where they are asked for. */
function PictureWordsForm({ draftId, file, line, onDone }: { readonly draftId: string; readonly file: string; readonly line: number; readonly onDone: () => void }) {
  const { t } = useTranslation('drafts');
  const { act, busy, failure } = useAct();
  const [words, setWords] = useState('');
  const [done, setDone] = useState(false);
  async function save(event: SubmitEvent) {
    event.preventDefault();
    const saved = await act({ method: 'POST', path: `/packs/drafts/${draftId}/picture-words`, reply: doneSchema, body: { file, line, words } });
    setDone(saved !== undefined);
    if (saved !== undefined) onDone();
  }
  if (done) return <StatusChip tone="good">{t('describedNow')}</StatusChip>;
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Row align="end" gap="sm">
        <TextField label={t('describe')} hint={t('describeHint')} width="full" maxLength={300} value={words} onChange={setWords} />
        <Button type="submit" busy={busy}>{t('describeSave')}</Button>
      </Row>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
    </form>
  );
}
