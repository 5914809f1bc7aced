import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useCall } from '../../console/use-call.ts';
import { auditPageSchema, type StaffAuditEntry } from '../staff-api.ts';
import { AuditFilters, type AuditFilter } from './audit-filters.tsx';
import { useActWords } from './use-act-words.ts';
import { VerificationNotice } from './verification-notice.tsx';

/** Every act, newest first, with the check of the whole chain above it. */
export function AuditScreen() {
  const { t } = useTranslation('audit');
  const time = useTimeWords();
  const actWords = useActWords();
  const [filter, setFilter] = useState<AuditFilter>({});
  /** Where each page began, the present one last; empty: the newest page. */
  const [pages, setPages] = useState<readonly number[]>([]);
  const query = new URLSearchParams({ ...filter, ...(pages.length === 0 ? {} : { before: String(pages.at(-1)) }) }).toString();
  const acts = useCall(`/audit${query === '' ? '' : `?${query}`}`, auditPageSchema);
  function narrow(next: AuditFilter) {
    setPages([]);
    setFilter(next);
  }
  const columns = [
    { key: 'sequence', header: t('sequence'), cell: (entry: StaffAuditEntry) => String(entry.sequence), align: 'end' as const },
    { key: 'at', header: t('at'), cell: (entry: StaffAuditEntry) => <span className="console-nowrap">{time.short(entry.at)}</span> },
    { key: 'actor', header: t('actor'), rowHeader: true, cell: (entry: StaffAuditEntry) => <Actor entry={entry} onChoose={() => { narrow({ ...filter, actor: entry.actor.id }); }} /> },
    { key: 'action', header: t('action'), cell: (entry: StaffAuditEntry) => actWords(entry.action) },
    { key: 'subject', header: t('subject'), cell: (entry: StaffAuditEntry) => <Subject subject={entry.subject} onChoose={() => { narrow({ ...filter, subject: entry.subject }); }} /> },
    { key: 'detail', header: t('detail'), cell: (entry: StaffAuditEntry) => <span className="console-detail" dir="ltr">{detailWords(entry.detail)}</span> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} width="full" focusTitle>
      <VerificationNotice />
      <AuditFilters filter={filter} onChange={narrow} />
      {acts.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {acts.state === 'failed' ? <FailureNotice failure={acts.failure} /> : null}
      {acts.state === 'ready' ? (
        <>
          <DataTable dense caption={t('title')} captionHidden columns={columns} rows={acts.value.entries} rowKey={(entry) => String(entry.sequence)} empty={<EmptyState picture="search" title={t('empty')}>{t('emptyLead')}</EmptyState>} />
          <Row>
            {pages.length > 0 ? <Button onClick={() => { setPages(pages.slice(0, -1)); }}>{t('newer')}</Button> : null}
            {acts.value.more ? <Button onClick={() => { setPages([...pages, acts.value.entries.at(-1)?.sequence ?? 1]); }}>{t('older')}</Button> : null}
          </Row>
        </>
      ) : null}
    </Page>
  );
}

/** The name as known today, or what kind of thing it was; pressing it shows that actor's acts only. */
function Actor({ entry, onChoose }: { readonly entry: StaffAuditEntry; readonly onChoose: () => void }) {
  const { t } = useTranslation('audit');
  const { kind, id, name } = entry.actor;
  return <button type="button" className="console-link" title={id} onClick={onChoose}>{name ?? `${t(`kind.${kind}`)} ${kind === 'gateway' ? '' : shortId(id)}`}</button>;
}

function Subject({ subject, onChoose }: { readonly subject: string; readonly onChoose: () => void }) {
  return <button type="button" className="console-link" title={subject} onClick={onChoose}><bdi>{shortId(subject)}</bdi></button>;
}

/** The last letters of an id or a fingerprint tell two apart; the first ones of an id are its time. */
function shortId(id: string): string {
  return id.length === 36 || id.length === 64 ? `…${id.slice(-8)}` : id;
}

/** Codes and ids as they stand in the record: they are quoted, not translated. */
function detailWords(detail: StaffAuditEntry['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? shortId(value) : JSON.stringify(value)}`)
    .join(', ');
}
