import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useCall } from '../../console/use-call.ts';
import type { Session } from '../../staff/staff-api.ts';
import { alertPoliciesSchema, type AlertPolicyVersion } from '../staff-api.ts';
import { NewAlertRulesForm } from './new-alert-rules-form.tsx';

/** What makes a tablet call staff by itself, by version; the governor may set the next one. */
export function AlertRules({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('alerts');
  const time = useTimeWords();
  const policies = useCall('/alerts/policies', alertPoliciesSchema, 30);
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState(false);
  if (policies.state === 'loading') return <Spinner word={t('loading')} block />;
  if (policies.state === 'failed') return <Page title={t('rules.title')} status={views}><FailureNotice failure={policies.failure} /></Page>;
  const { inForce, versions } = policies.value;
  const yesNo = (value: boolean): string => (value ? t('rules.yes') : t('rules.no'));
  const columns = [
    { key: 'version', header: t('rules.history'), rowHeader: true, cell: (policy: AlertPolicyVersion) => t('rules.version', { version: policy.version }) },
    { key: 'from', header: t('rules.from'), cell: (policy: AlertPolicyVersion) => time.short(policy.effectiveFrom) },
    { key: 'answers', header: t('rules.worryingAnswers'), cell: (policy: AlertPolicyVersion) => yesNo(policy.worryingAnswers) },
    { key: 'ask', header: t('rules.askForHelp'), cell: (policy: AlertPolicyVersion) => yesNo(policy.askForHelp) },
    { key: 'minutes', header: t('rules.escalateAfter'), cell: (policy: AlertPolicyVersion) => String(policy.escalateAfter) },
    { key: 'by', header: t('rules.by'), cell: (policy: AlertPolicyVersion) => policy.createdBy ?? '' },
  ];
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')} width="wide" focusTitle status={views}
      actions={session.actions.includes('alerts.set-policy') && !writing ? <Button kind="primary" onClick={() => { setWriting(true); setDone(false); }}>{t('rules.new')}</Button> : undefined}>
      {done ? <Notice tone="good" live="polite">{t('rules.done')}</Notice> : null}
      {writing ? <NewAlertRulesForm inForce={inForce} onCancel={() => { setWriting(false); }} onSet={() => { setWriting(false); setDone(true); policies.again(); }} /> : null}
      <Card title={t('rules.inForce')} hint={inForce.version === 0 ? t('rules.standard') : t('rules.version', { version: inForce.version })} tone="tint">
        <Facts columns={2} items={[
          { key: 'answers', term: t('rules.worryingAnswers'), value: yesNo(inForce.worryingAnswers) },
          { key: 'ask', term: t('rules.askForHelp'), value: yesNo(inForce.askForHelp) },
          { key: 'minutes', term: t('rules.escalateAfter'), value: t('rules.minutes', { count: inForce.escalateAfter }) },
        ]} />
      </Card>
      {versions.length === 0 ? null : <Section title={t('rules.history')}><DataTable dense caption={`${t('rules.title')}: ${t('rules.history')}`} captionHidden columns={columns} rows={versions} rowKey={(policy) => String(policy.version)} /></Section>}
    </Page>
  );
}
