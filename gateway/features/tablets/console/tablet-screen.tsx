import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Facts } from '../../../../renderer/ui/facts.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import type { Session } from '../../../staff/staff-api.ts';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { IssuedCodeNotice } from '../../../console/issued-code-notice.tsx';
import { placeAddress } from '../../../console/place.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { issuedCodeSchema, type IssuedCode, type StaffTablet } from '../staff-api.ts';
import { AssignPeople } from './assign-people.tsx';
import { MeasureList } from './measure-list.tsx';
import { RevokeTablet } from './revoke-tablet.tsx';

type TabletScreenProps = { readonly tablet: StaffTablet; readonly session: Session; readonly onChanged: () => void };

/** One tablet: how it is, who uses it, its codes, and the way to stop it. */
export function TabletScreen({ tablet, session, onChanged }: TabletScreenProps) {
  const { t } = useTranslation('tablets');
  const time = useTimeWords();
  const [issued, setIssued] = useState<{ title: string; lead: string; code: IssuedCode }>();
  const [failure, setFailure] = useState<CallFailure>();
  async function issue(path: string, title: string, lead: string) {
    const answer = await callApi({ method: 'POST', path, reply: issuedCodeSchema, body: {} });
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setIssued({ title, lead, code: answer.value });
    onChanged();
  }
  const report = tablet.report;
  const when = (at: number | null) => (at === null ? t('never') : time.full(at));
  return (
    <Page title={tablet.name} lead={`${tablet.wing}, ${tablet.cell} · ${t(`state.${tablet.state}`)}`} width="wide" focusTitle back={{ word: t('title'), href: placeAddress('tablets') }}
      actions={tablet.state === 'waiting' && session.actions.includes('tablets.enrol') ? <Button kind="primary" onClick={() => { void issue(`/tablets/${tablet.tabletId}/enrolment-code`, t('enrolmentCode', { name: tablet.name }), t('enrolmentCodeLead')); }}>{t('newEnrolmentCode')}</Button> : undefined}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {tablet.openAlerts === 0 ? null : <Notice tone="danger" title={t('openAlertTitle')}>{t('openAlert')}</Notice>}
      {issued === undefined ? null : <IssuedCodeNotice title={issued.title} lead={issued.lead} issued={issued.code} onDone={() => { setIssued(undefined); }} />}
      <Facts columns={2} items={[
        { key: 'contact', term: t('lastContact'), value: when(tablet.lastContactAt) },
        { key: 'enrolled', term: t('enrolledAt'), value: when(tablet.enrolledAt) },
        { key: 'proof', term: t('proof'), value: tablet.credential === null ? t('none') : t(`credential.${tablet.credential}`) },
        { key: 'version', term: t('version'), value: report?.appVersion ?? t('none') },
        { key: 'battery', term: t('battery'), value: report?.battery === undefined ? t('unknown') : `${String(Math.round(report.battery))}%` },
        { key: 'waiting', term: t('unsent'), value: report === null ? t('unknown') : String(report.waiting) },
      ]} />
      <Section title={t('people')}>
        <AssignPeople tablet={tablet} session={session} onChanged={onChanged} onFailure={setFailure}
          onCode={(person) => { void issue(`/tablets/${tablet.tabletId}/people/${person.personId}/first-sign-in-code`, t('firstCode', { name: person.name }), t('firstCodeLead', { number: person.prisonerNumber })); }} />
      </Section>
      {report === null ? null : <Section title={t('lock')}><MeasureList measures={report.measures} /></Section>}
      {tablet.state !== 'revoked' && session.actions.includes('tablets.revoke') ? <RevokeTablet tablet={tablet} onChanged={onChanged} onFailure={setFailure} /> : null}
    </Page>
  );
}
