import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../renderer/ui/empty-state.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { Section } from '../../../renderer/ui/section.tsx';
import { Spinner } from '../../../renderer/ui/spinner.tsx';
import { Stack } from '../../../renderer/ui/stack.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useCall } from '../../console/use-call.ts';
import type { Session } from '../../staff/staff-api.ts';
import { deskAlertsSchema } from '../staff-api.ts';
import { AlertCard } from './alert-card.tsx';

type AlertDeskProps = {
  /** All calls, or those that nobody saw in time: what the role may see. */
  readonly path: '/alerts' | '/alerts/overdue';
  readonly views: ReactNode;
  readonly session: Session;
};

/** Seconds between two looks: a call shows up while somebody is still standing at the desk. */
const EVERY = 5;

/** Calls for help, the oldest open one first. */
export function AlertDesk({ path, views, session }: AlertDeskProps) {
  const { t } = useTranslation('alerts');
  const calls = useCall(path, deskAlertsSchema, EVERY);
  const lead = path === '/alerts' ? t('lead') : t('leadOverdue');
  if (calls.state === 'loading') return <Spinner word={t('loading')} block />;
  if (calls.state === 'failed') return <Page title={t('title')} status={views}><FailureNotice failure={calls.failure} /></Page>;
  const { alerts, now } = calls.value;
  const open = alerts.filter((alert) => alert.closed === null);
  const closed = alerts.filter((alert) => alert.closed !== null);
  return (
    <Page title={t('title')} lead={lead} width="wide" focusTitle status={views}>
      {open.length === 0 ? <EmptyState picture="calm" title={t('none')}>{t('noneLead')}</EmptyState> : (
        <Section title={t('open')}>
          <Stack gap="md">{open.map((alert) => <AlertCard key={alert.alertId} alert={alert} now={now} session={session} onChanged={calls.again} />)}</Stack>
        </Section>
      )}
      {closed.length === 0 ? null : (
        <Section title={t('closed')}>
          <Stack gap="md">{closed.map((alert) => <AlertCard key={alert.alertId} alert={alert} now={now} session={session} onChanged={calls.again} />)}</Stack>
        </Section>
      )}
    </Page>
  );
}
