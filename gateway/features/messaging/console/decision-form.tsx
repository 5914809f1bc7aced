import { CornerUpLeft, OctagonX, Send, UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { escalationDesks, stopReasons, stopReasonCodes, type EscalationDesk, type StopReason } from '#protocol/messaging/reasons.ts';
import { Button } from '../../../../renderer/ui/button.tsx';
import { Card } from '../../../../renderer/ui/card.tsx';
import { Notice } from '../../../../renderer/ui/notice.tsx';
import { Row } from '../../../../renderer/ui/row.tsx';
import { Select } from '../../../../renderer/ui/select.tsx';
import { Stack } from '../../../../renderer/ui/stack.tsx';
import { TextArea } from '../../../../renderer/ui/text-area.tsx';
import { callApi, type CallFailure } from '../../../console/call-api.ts';
import { decisionReplySchema, type DecisionRequestBody, type MessageView } from '../staff-api.ts';

type Kind = 'release' | 'stop' | 'return' | 'escalate';
type DecisionFormProps = { readonly message: MessageView; readonly onDecided: (action: string) => void; readonly onFailure: (failure: CallFailure) => void };

/** Release at one press; stop, return and escalate ask for their coded reason first. R, S, B and E choose by keyboard. */
export function DecisionForm({ message, onDecided, onFailure }: DecisionFormProps) {
  const { t } = useTranslation('moderation');
  const [kind, setKind] = useState<Kind>('release');
  const [reason, setReason] = useState('');
  const [desk, setDesk] = useState('');
  const [remark, setRemark] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  useDecisionKeys(setKind);
  const decision = toDecision(kind, reason, desk, remark);
  async function decide() {
    if (decision === undefined) return;
    setBusy(true);
    const body: DecisionRequestBody = { bodySha256: message.bodySha256, note: note.trim() === '' ? null : note.trim(), decision };
    const answer = await callApi({ method: 'POST', path: `/messages/${message.messageId}/decision`, reply: decisionReplySchema, body });
    setBusy(false);
    if (answer.ok) onDecided(answer.value.action);
    else onFailure(answer.error);
  }
  const reasons = stopReasonCodes.filter((code) => kind !== 'return' || stopReasons[code].fixable);
  const chosen = stopReasonCodes.find((code) => code === reason);
  return (
    <Card title={t('decide')} level={2} tone="tint">
      <Stack gap="md">
        <Row>
          {KINDS.map(({ value, icon }) => <Button key={value} icon={icon} kind={kind === value ? 'primary' : 'secondary'} aria-pressed={kind === value} onClick={() => { setKind(value); }}>{t(`kind.${value}`)}</Button>)}
        </Row>
        {kind === 'stop' || kind === 'return' ? <Select label={t('reasonLabel')} placeholder={t('pick')} value={reason} onChange={setReason} options={reasons.map((code) => ({ value: code, label: t(`reason.${code}`) }))} /> : null}
        {kind === 'stop' && chosen !== undefined && stopReasons[chosen].seconded ? <Notice tone="info">{t('seconded')}</Notice> : null}
        {kind === 'stop' || kind === 'return' ? <TextArea label={t('remark')} hint={t('remarkHint')} value={remark} onChange={setRemark} rows={2} limit={500} /> : null}
        {kind === 'escalate' ? <Select label={t('deskLabel')} placeholder={t('pick')} value={desk} onChange={setDesk} options={escalationDesks.map((code) => ({ value: code, label: t(`desk.${code}`) }))} /> : null}
        <details><summary>{t('noteLabel')}</summary><TextArea label={t('noteLabel')} hint={t('noteHint')} value={note} onChange={setNote} rows={2} limit={500} /></details>
        <Button kind={kind === 'stop' ? 'danger' : 'primary'} size="large" busy={busy} disabled={decision === undefined} onClick={() => { void decide(); }}>{t(`do.${kind}`)}</Button>
      </Stack>
    </Card>
  );
}

const KINDS = [
  { value: 'release', icon: Send },
  { value: 'stop', icon: OctagonX },
  { value: 'return', icon: CornerUpLeft },
  { value: 'escalate', icon: UsersRound },
] as const;

/** The decision as the gateway wants it, or undefined while its reason or desk is missing. */
function toDecision(kind: Kind, reason: string, desk: string, remark: string): DecisionRequestBody['decision'] | undefined {
  const words = remark.trim() === '' ? null : remark.trim();
  const code: StopReason | undefined = stopReasonCodes.find((known) => known === reason);
  const to: EscalationDesk | undefined = escalationDesks.find((known) => known === desk);
  if (kind === 'release') return { kind };
  if (kind === 'escalate') return to === undefined ? undefined : { kind, desk: to };
  return code === undefined ? undefined : { kind, reason: code, remark: words };
}

/** One key each, off while somebody types. */
function useDecisionKeys(choose: (kind: Kind) => void): void {
  useEffect(() => {
    const keys: Readonly<Record<string, Kind>> = { r: 'release', s: 'stop', b: 'return', e: 'escalate' };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.matches('input, textarea, select'))) return;
      const kind = keys[event.key.toLowerCase()];
      if (kind !== undefined) choose(kind);
    };
    window.addEventListener('keydown', onKey);
    return () => { window.removeEventListener('keydown', onKey); };
  }, [choose]);
}
