import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { DataTable } from '../../../../renderer/ui/data-table.tsx';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { Facts } from '../../../../renderer/ui/facts.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Page } from '../../../../renderer/ui/page.tsx';
import { Section } from '../../../../renderer/ui/section.tsx';
import { Spinner } from '../../../../renderer/ui/spinner.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import type { Session } from '../../../staff/staff-api.ts';
import { policiesSchema, type Policies } from '../staff-api.ts';
import { NewRulesForm } from './new-rules-form.tsx';

type PolicyView = Policies['policies'][number];

/** Which messages are held and how much may be written, by version; the governor may set the next one. */
export function MessageRules({ views, session }: { readonly views: ReactNode; readonly session: Session }) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const holdingWords = useHoldingWords();
  const policies = useCall('/messages/policies', policiesSchema, 30);
  const [writing, setWriting] = useState(false);
  const [set, setSet] = useState<PolicyView>();
  if (policies.state === 'loading') return <Spinner word={t('loading')} block />;
  if (policies.state === 'failed') return <Page title={t('rules.title')} status={views}><FailureNotice failure={policies.failure} /></Page>;
  const { inForce, policies: versions } = policies.value;
  const columns = [
    { key: 'version', header: t('rules.history'), rowHeader: true, cell: (policy: PolicyView) => t('rules.version', { version: policy.version }) },
    { key: 'from', header: t('rules.from'), cell: (policy: PolicyView) => time.short(policy.effectiveFrom) },
    { key: 'holding', header: t('rules.holding'), cell: (policy: PolicyView) => holdingWords(policy.holding) },
    { key: 'max', header: t('rules.maxCharacters'), cell: (policy: PolicyView) => String(policy.maxCharacters) },
    { key: 'week', header: t('rules.perWeek'), cell: (policy: PolicyView) => (policy.perWeek === null ? t('rules.noLimit') : String(policy.perWeek)) },
    { key: 'appeals', header: t('rules.appeals'), cell: (policy: PolicyView) => t('rules.appealsOf', { ask: policy.appealDays, answer: policy.appealAnswerDays }) },
    { key: 'by', header: t('rules.by'), cell: (policy: PolicyView) => policy.createdBy.name ?? '' },
  ];
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')} width="wide" focusTitle status={views}
      actions={session.actions.includes('messages.set-policy') && !writing ? <Button kind="primary" onClick={() => { setWriting(true); setSet(undefined); }}>{t('rules.new')}</Button> : undefined}>
      {set === undefined ? null : <Notice tone="good" live="polite">{t('rules.done', { time: time.short(set.effectiveFrom) })}</Notice>}
      {writing ? <NewRulesForm inForce={inForce} onCancel={() => { setWriting(false); }} onSet={(policy) => { setWriting(false); setSet(policy); policies.again(); }} /> : null}
      {inForce === null ? <EmptyState picture="letters" title={t('rules.none')}>{t('rules.noneLead')}</EmptyState> : (
        <Card title={t('rules.inForce')} tone="tint">
          <Facts columns={2} items={[
            { key: 'holding', term: t('rules.holding'), value: holdingWords(inForce.holding) },
            { key: 'max', term: t('rules.maxCharacters'), value: String(inForce.maxCharacters) },
            { key: 'week', term: t('rules.perWeek'), value: inForce.perWeek === null ? t('rules.noLimit') : String(inForce.perWeek) },
            { key: 'appeals', term: t('rules.appeals'), value: t('rules.appealsOf', { ask: inForce.appealDays, answer: inForce.appealAnswerDays }) },
            { key: 'from', term: t('rules.from'), value: time.full(inForce.effectiveFrom) },
          ]} />
        </Card>
      )}
      {versions.length === 0 ? null : <Section title={t('rules.history')}><DataTable dense caption={`${t('rules.title')}: ${t('rules.history')}`} captionHidden columns={columns} rows={versions} rowKey={(policy) => String(policy.version)} /></Section>}
    </Page>
  );
}

/** What is held, in words: "Every message", or the kinds that are. */
function useHoldingWords(): (holding: PolicyView['holding']) => string {
  const { t } = useTranslation('moderation');
  return (holding) => {
    if (holding.kind === 'all') return t('rules.holdAll');
    return [t('rules.holdSome'), holding.flagged ? t('rules.flagged') : undefined, holding.samplePerCent > 0 ? t('rules.sampleOf', { percent: holding.samplePerCent }) : undefined].filter((part) => part !== undefined).join(' · ');
  };
}
