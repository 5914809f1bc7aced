import { useTranslation } from 'react-i18next';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { doneSchema } from '../../../http/staff-api.ts';
import { callApi } from '../../../console/call-api.ts';
import { useTimeWords } from '../../../console/time-words.ts';
import { useCall } from '../../../console/use-call.ts';
import { alertsSchema } from '../staff-api.ts';

/** Words of self-harm: told at once, above everything else, and never a reason to hold the message by themselves. */
export function AlertList({ allowed }: { readonly allowed: boolean }) {
  return allowed ? <Alerts /> : null;
}

function Alerts() {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const alerts = useCall('/messages/alerts', alertsSchema, 15);
  if (alerts.state !== 'ready' || alerts.value.alerts.length === 0) return null;
  async function seen(messageId: string) {
    await callApi({ method: 'POST', path: `/messages/${messageId}/alert-seen`, reply: doneSchema, body: {} });
    alerts.again();
  }
  return alerts.value.alerts.map((alert) => (
    <Notice
      key={alert.messageId}
      tone="danger"
      live="assertive"
      title={t('alert', { name: alert.person.name, wing: alert.person.wing })}
      actions={
        <Button
          size="small"
          onClick={() => {
            void seen(alert.messageId);
          }}
        >
          {t('alertSeen')}
        </Button>
      }
    >
      {t('alertLead', { time: time.ago(alert.receivedAt) })}
    </Notice>
  ));
}
