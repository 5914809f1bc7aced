import { BellRing, Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsentWorry } from '../measures/unsent-worry.ts';
import { openCallOf, useAlerts } from '../../../alerts/alerts-store.ts';
import type { CallRow } from '../../../alerts/alert-table.ts';
import { useSession } from '../../../session/session-store.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';

type CallStaffProps = { readonly speaksFor: 'person' | 'cell' };

/**
 * Where a call for help is, truthfully (SPEC ALERT-5), and, where the prison's rules say so, the button that makes one.
 * Nobody is shown another person's call: the cell is shared, the screen is not.
 */
export function CallStaff({ speaksFor }: CallStaffProps) {
  const { t } = useTranslation('actnow');
  const { calls, policy, raise } = useAlerts();
  const person = useSession(({ session }) => (session.state === 'signed-in' ? session.person.personId : null));
  const [state, setState] = useState<'ready' | 'busy' | 'full'>('ready');
  const unsent = useUnsentWorry(({ personId }) => speaksFor === 'person' && person !== null && personId === person);
  const call = openCallOf(calls, speaksFor === 'person' ? person : null);
  async function press() {
    setState('busy');
    const raised = await raise?.('asked-for-help', speaksFor).catch(() => undefined);
    setState(raised?.ok === true ? 'ready' : 'full');
    if (raised?.ok === true && speaksFor === 'person') useUnsentWorry.setState({ personId: null });
  }
  const mayAsk = policy.askForHelp && (call === undefined || call.acknowledgedAt !== null);
  if (call === undefined && !mayAsk && !unsent) return null;
  return (
    <Card icon={Megaphone} title={t('staff.title')} tone="warm">
      {state === 'full' && <Notice tone="danger" live="assertive" title={t('staff.full')} />}
      {unsent && <Notice tone="danger" live="assertive" title={t('staff.unsent')}>{t('staff.unsentMore')}</Notice>}
      {call !== undefined && <CallState call={call} />}
      {mayAsk && (
        <>
          <p>{speaksFor === 'person' ? t('staff.person') : t('staff.cell')}</p>
          <p>
            <Button kind="danger" size="large" icon={BellRing} busy={state === 'busy'} onClick={() => { void press(); }}>
              {call === undefined ? t('staff.go') : t('staff.again')}
            </Button>
          </p>
        </>
      )}
    </Card>
  );
}

/** Not sent, sent and not seen, or seen at what time; in each the bell comes first. */
export function CallState({ call }: { readonly call: CallRow }) {
  const { t } = useTranslation('actnow');
  const { when } = useWhen();
  if (call.acknowledgedAt !== null) return <Notice tone="good" live="polite" title={t('staff.seen', { time: when(call.acknowledgedAt) })}>{t('staff.seenMore')}</Notice>;
  if (call.alertId !== undefined) return <Notice tone="attention" live="polite" title={t('staff.sent')}>{t('staff.sentMore')}</Notice>;
  return <Notice tone="danger" live="assertive" title={t('staff.notSent')}>{t('staff.notSentMore')}</Notice>;
}
