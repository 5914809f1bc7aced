import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { FailureNotice } from '../../../console/failure-notice.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import { useAct } from '../../../console/use-act.ts';
import { useCall } from '../../../console/use-call.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { alertsSchema } from '../staff-api.ts';

/** Words of self-harm: told at once, above everything else, and never a reason to hold the message by themselves. */
export function AlertList({ allowed }: { readonly allowed: boolean }) {
  return allowed ? <Alerts /> : null;
}

function Alerts() {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const alerts = useCall('/messages/alerts', alertsSchema, 15);
  const { act, busy, failure } = useAct();
  if (alerts.state !== 'ready' || alerts.value.alerts.length === 0) return null;
  async function seen(messageId: string) {
    await act({ method: 'POST', path: `/messages/${messageId}/alert-seen`, reply: doneSchema, body: {} });
    alerts.again();
  }
  return (
    <Notice tone="danger" live="assertive" title={t('alerts')}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      <Stack gap="xs">
        {alerts.value.alerts.map((alert) => (
          <Row key={alert.messageId} justify="between">
            <strong>{t('alert', { name: alert.person.name, wing: alert.person.wing, time: time.ago(alert.receivedAt) })}</strong>
            <Button size="small" busy={busy} onClick={() => { void seen(alert.messageId); }}>{t('alertSeen')}</Button>
          </Row>
        ))}
      </Stack>
    </Notice>
  );
}
