import { Ban, Printer } from 'lucide-react';
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
import { AskReason } from '../../../console/ask-reason.tsx';
import type { ConsoleScreenProps } from '../../../console/console-feature.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import { useAct } from '../../../console/use-act.ts';
import { useCall } from '../../../console/use-call.ts';
import { useWordsIn } from '../../../console/use-words-in.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { certificatesSchema, printedSchema, type StaffCertificate } from '../certificates/staff-api.ts';
import { saveFile } from '../../../console/save-file.ts';

type CertificatesViewProps = { readonly views: ReactNode; readonly session: ConsoleScreenProps['session'] };

/** Every certificate, newest first: the paper in three languages, and taking one back. */
export function CertificatesView({ views, session }: CertificatesViewProps) {
  const { t, i18n } = useTranslation('learners');
  const time = useTimeWords();
  const wordsIn = useWordsIn();
  const certificates = useCall('/certificates', certificatesSchema, 60);
  const { act, failure } = useAct();
  const [language, setLanguage] = useState(i18n.language);
  const [revoking, setRevoking] = useState<StaffCertificate>();
  const print = async ({ number }: StaffCertificate): Promise<void> => {
    const printed = await act({ method: 'GET', path: `/certificates/${number}/print?language=${language}`, reply: printedSchema });
    if (printed !== undefined) saveFile(printed.fileName, Uint8Array.from(atob(printed.pdf), (sign) => sign.charCodeAt(0)), 'application/pdf');
  };
  const revoke = async ({ number }: StaffCertificate, reason: string): Promise<void> => {
    setRevoking(undefined);
    await act({ method: 'POST', path: `/certificates/${number}/revoke`, reply: doneSchema, body: { reason } });
    certificates.again();
  };
  const columns = [
    { key: 'number', header: t('certificates.number'), rowHeader: true, cell: (one: StaffCertificate) => <bdi className="console-nowrap">{one.number}</bdi> },
    { key: 'name', header: t('name'), cell: (one: StaffCertificate) => <bdi>{one.name}</bdi> },
    { key: 'course', header: t('course'), cell: (one: StaffCertificate) => wordsIn(one.title) },
    { key: 'day', header: t('certificates.day'), cell: (one: StaffCertificate) => time.day(one.issuedAt) },
    { key: 'time', header: t('time'), align: 'end' as const, cell: (one: StaffCertificate) => <span className="console-nowrap">{t('minutes', { minutes: Math.round(one.seconds / 60) })}</span> },
    { key: 'marks', header: t('certificates.marks'), cell: (one: StaffCertificate) => <Marks results={one.results} /> },
    { key: 'acts', header: t('certificates.acts'), cell: (one: StaffCertificate) => (one.revokedAt === null ? (
      <Row gap="xs">
        <Button size="small" icon={Printer} aria-label={`${t('certificates.print')}: ${one.name}, ${wordsIn(one.title)}`} onClick={() => { void print(one); }}>{t('certificates.print')}</Button>
        {session.actions.includes('certificates.revoke') ? <Button size="small" icon={Ban} aria-label={`${t('certificates.revoke')}: ${one.name}, ${wordsIn(one.title)}`} onClick={() => { setRevoking(one); }}>{t('certificates.revoke')}</Button> : null}
      </Row>
    ) : <StatusChip tone="stopped">{t('certificates.revoked')}</StatusChip>) },
  ];
  return (
    <Page title={t('certificates.title')} lead={t('certificates.lead')} width="full" focusTitle>
      {views}
      <Select label={t('certificates.language')} width="medium" value={language} onChange={setLanguage} options={[{ value: 'en', label: 'English' }, { value: 'cy', label: 'Cymraeg' }, { value: 'ar', label: 'العربية' }]} />
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {certificates.state === 'loading' ? <Spinner word={t('console:loading')} block /> : null}
      {certificates.state === 'failed' ? <FailureNotice failure={certificates.failure} /> : null}
      {certificates.state === 'ready' ? (
        <DataTable dense caption={t('certificates.title')} captionHidden columns={columns} rows={certificates.value.certificates} rowKey={(one) => one.number}
          empty={<EmptyState picture="books" title={t('certificates.none')}>{t('certificates.noneLead')}</EmptyState>} />
      ) : null}
      {revoking === undefined ? null : <AskReason danger most={300} title={t('certificates.revokeAsk')} lead={t('certificates.revokeLead')} label={t('certificates.reason')} confirmWord={t('certificates.revoke')} onConfirm={(reason) => { void revoke(revoking, reason); }} onCancel={() => { setRevoking(undefined); }} />}
    </Page>
  );
}

/** The best of each part with a mark, and the pass mark, said once where all parts have the same. */
function Marks({ results }: Pick<StaffCertificate, 'results'>) {
  const { t } = useTranslation('learners');
  if (results.length === 0) return '–';
  const percent = (share: number) => `${String(Math.round(share * 100))}%`;
  const marks = [...new Set(results.map(({ passMark }) => percent(passMark)))];
  return t('certificates.markOf', { best: results.map(({ best }) => (best === null ? '–' : percent(best))).join(', '), passMark: marks.join(', ') });
}
