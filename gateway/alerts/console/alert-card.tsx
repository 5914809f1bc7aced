import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../renderer/ui/badge.tsx';
import { Button } from '../../../renderer/ui/button.tsx';
import { Card } from '../../../renderer/ui/card.tsx';
import { Facts } from '../../../renderer/ui/facts.tsx';
import { Notice } from '../../../renderer/ui/notice.tsx';
import { Row } from '../../../renderer/ui/row.tsx';
import { Select } from '../../../renderer/ui/select.tsx';
import { FailureNotice } from '../../console/failure-notice.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import { useAct } from '../../console/use-act.ts';
import { doneSchema } from '../../http/staff-api.ts';
import type { Session } from '../../staff/staff-api.ts';
import { alertOutcomes, type AlertOutcome, type DeskAlert } from '../staff-api.ts';
import { RunningClock } from './running-clock.tsx';

type AlertCardProps = { readonly alert: DeskAlert; readonly now: number; readonly session: Session; readonly onChanged: () => void };

/** One call: who, where, what kind, when, and what was done about it. */
export function AlertCard({ alert, now, session, onChanged }: AlertCardProps) {
  const { t } = useTranslation('alerts');
  const { act, busy, failure } = useAct();
  const waits = alert.acknowledged === null && alert.closed === null;
  async function send(path: string, body: object) {
    await act({ method: 'POST', path: `/alerts/${alert.alertId}/${path}`, reply: doneSchema, body });
    onChanged();
  }
  const who = alert.person === null ? t('nobody') : `${alert.person.name} (${alert.person.prisonerNumber})`;
  return (
    <Card icon={BellRing} title={`${t('where', { wing: alert.wing, cell: alert.cell })} · ${who}`} level={3} tone={alert.closed === null ? 'warm' : 'outline'}>
      {failure === undefined ? null : <FailureNotice failure={failure} />}
      {waits ? <Row><Badge tone="stopped"><RunningClock since={alert.receivedAt} now={now} /></Badge></Row> : null}
      {waits && alert.escalatedAt !== null ? <Notice tone="danger">{t('late')}</Notice> : null}
      <p>{t(`kind.${alert.kind}`)} {t('whole')}</p>
      <AlertFacts alert={alert} />
      {waits && session.actions.includes('alerts.acknowledge') ? <Row><Button kind="primary" busy={busy} onClick={() => { void send('acknowledge', {}); }}>{t('seen')}</Button></Row> : null}
      {alert.acknowledged !== null && alert.closed === null && session.actions.includes('alerts.close') ? <CloseForm busy={busy} onClose={(outcome) => { void send('close', { outcome }); }} /> : null}
    </Card>
  );
}

function AlertFacts({ alert }: { readonly alert: DeskAlert }) {
  const { t } = useTranslation('alerts');
  const time = useTimeWords();
  const by = (name: string | null): string => name ?? t('somebody');
  return (
    <>
      <Facts columns={2} items={[
        ...(alert.person === null ? [{ key: 'people', term: t('peopleOfCell'), value: alert.peopleOfCell.join(', ') || t('nobody') }] : []),
        { key: 'tablet', term: t('tablet'), value: alert.tabletName },
        { key: 'received', term: t('received'), value: time.full(alert.receivedAt) },
        ...(alert.raisedAt === 0 ? [] : [{ key: 'written', term: t('written'), value: time.short(alert.raisedAt) }]),
        ...(alert.repeats === 0 ? [] : [{ key: 'repeats', term: t('repeats'), value: t('again', { count: alert.repeats, time: time.clock(alert.lastAt) }) }]),
      ]} />
      {alert.acknowledged === null ? null : <p>{t('seenBy', { name: by(alert.acknowledged.by), time: time.short(alert.acknowledged.at) })}</p>}
      {alert.closed === null ? null : <p>{t('closedBy', { name: by(alert.closed.by), time: time.short(alert.closed.at), outcome: alert.closed.outcome === null ? '' : t(`outcome.${alert.closed.outcome}`) })}</p>}
    </>
  );
}

function CloseForm({ busy, onClose }: { readonly busy: boolean; readonly onClose: (outcome: AlertOutcome) => void }) {
  const { t } = useTranslation('alerts');
  const [outcome, setOutcome] = useState('');
  const chosen = alertOutcomes.find((code) => code === outcome);
  return (
    <Row align="end">
      <Select label={t('end')} placeholder={t('console:pick')} value={outcome} onChange={setOutcome} options={alertOutcomes.map((code) => ({ value: code, label: t(`outcome.${code}`) }))} />
      <Button busy={busy} disabled={chosen === undefined} onClick={() => { if (chosen !== undefined) onClose(chosen); }}>{t('close')}</Button>
    </Row>
  );
}
