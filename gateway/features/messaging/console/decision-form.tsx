import { CornerUpLeft, OctagonX, Send, UsersRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
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
import { decisionReplySchema, type DecisionReply, type DecisionRequestBody, type MessageView } from '../staff-api.ts';
import { useDeskKeys } from './use-desk-keys.ts';

type Kind = 'release' | 'stop' | 'return' | 'escalate';
type DecisionFormProps = {
  readonly message: MessageView;
  readonly keysOn: boolean;
  readonly onDecided: (reply: DecisionReply) => void;
  readonly onFailure: (failure: CallFailure) => void;
};

const KINDS = [
  { value: 'release', icon: Send },
  { value: 'stop', icon: OctagonX },
  { value: 'return', icon: CornerUpLeft },
  { value: 'escalate', icon: UsersRound },
] as const;
/** Longest remark and note (staff-api.ts). */
const LIMIT = 500;

/**
 * Release at one press; stop, return and escalate ask for their coded reason first. R, S, B and E choose and go to the
 * next field, Ctrl+Enter decides. Where a colleague proposed a stop, only agreeing and passing on are offered.
 */
export function DecisionForm({ message, keysOn, onDecided, onFailure }: DecisionFormProps) {
  const { t } = useTranslation('moderation');
  const kinds = kindsFor(message.proposal);
  const [kind, setKind] = useState<Kind>(kinds[0]);
  const [reason, setReason] = useState<string>(message.proposal?.reason ?? '');
  const [desk, setDesk] = useState('');
  const [remark, setRemark] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  /** Counts the moves to the next field, so that choosing the same kind twice moves the focus twice. */
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (moves > 0) fields.current?.querySelector<HTMLElement>('select, button[type=submit]')?.focus();
  }, [moves]);
  function choose(next: Kind) {
    if (!kinds.includes(next)) return;
    setKind(next);
    setMissing(false);
    setMoves((before) => before + 1);
  }
  async function decide() {
    const decision = toDecision(kind, reason, desk, remark);
    setMissing(decision === undefined);
    if (decision === undefined) setMoves((before) => before + 1);
    if (decision === undefined || busy) return;
    setBusy(true);
    const body: DecisionRequestBody = { bodySha256: message.bodySha256, note: note.trim() === '' ? null : note.trim(), decision };
    const answer = await callApi({ method: 'POST', path: `/messages/${message.messageId}/decision`, reply: decisionReplySchema, body });
    setBusy(false);
    if (answer.ok) onDecided(answer.value);
    else onFailure(answer.error);
  }
  useDeskKeys({ r: () => { choose('release'); }, s: () => { choose('stop'); }, b: () => { choose('return'); }, e: () => { choose('escalate'); }, 'control+enter': () => { void decide(); } }, keysOn);
  return (
    <div className="console-decision" data-short={kind === 'release' || undefined}>
      <Card title={t('decide')} level={2} tone="tint">
        <Stack as="form" gap="sm" onSubmit={(event) => { event.preventDefault(); void decide(); }}>
          <Row>
            {KINDS.filter(({ value }) => kinds.includes(value)).map(({ value, icon }) => <Button key={value} size="small" icon={icon} kind={kind === value ? 'primary' : 'secondary'} aria-pressed={kind === value} aria-keyshortcuts={t(`kind.${value}`).slice(-2, -1)} onClick={() => { choose(value); }}>{t(`kind.${value}`)}</Button>)}
          </Row>
          <div ref={fields}>
            <Stack gap="sm">
              {kind === 'stop' || kind === 'return' ? <ReasonFields kind={kind} reason={reason} onReason={setReason} remark={remark} onRemark={setRemark} missing={missing} /> : null}
              {kind === 'escalate' ? <Select label={t('deskLabel')} placeholder={t('pick')} value={desk} onChange={setDesk} error={missing && desk === '' ? t('deskMissing') : undefined} options={escalationDesks.map((code) => ({ value: code, label: t(`desk.${code}`) }))} /> : null}
              <Row justify="between">
                <Button type="submit" kind={kind === 'stop' ? 'danger' : 'primary'} size="large" busy={busy} aria-keyshortcuts="Control+Enter">{t(`do.${kind}`)}</Button>
                <details className="console-more"><summary>{t('addNote')}</summary><TextArea label={t('noteLabel')} hint={t('noteHint')} value={note} onChange={setNote} rows={2} limit={LIMIT} countText={(left, over) => t(over ? 'console:over' : 'console:left', { count: Math.abs(left) })} /></details>
              </Row>
            </Stack>
          </div>
        </Stack>
      </Card>
    </div>
  );
}

type ReasonFieldsProps = {
  readonly kind: 'stop' | 'return';
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly remark: string;
  readonly onRemark: (remark: string) => void;
  readonly missing: boolean;
};

/** The coded reason, which the writer is told, and words to go with it. */
function ReasonFields({ kind, reason, onReason, remark, onRemark, missing }: ReasonFieldsProps) {
  const { t } = useTranslation('moderation');
  const offered = stopReasonCodes.filter((code) => kind === 'stop' || stopReasons[code].fixable);
  const chosen = offered.find((code) => code === reason);
  return (
    <>
      <Select label={t('reasonLabel')} placeholder={t('pick')} value={chosen ?? ''} onChange={onReason} error={missing && chosen === undefined ? t('reasonMissing') : undefined} options={offered.map((code) => ({ value: code, label: t(`reason.${code}`) }))} />
      {kind === 'stop' && chosen !== undefined && stopReasons[chosen].seconded ? <Notice tone="info" live="polite">{t('seconded')}</Notice> : null}
      <TextArea label={`${t('remark')} (${t('console:optional')})`} value={remark} onChange={onRemark} rows={2} limit={LIMIT} countText={(left, over) => t(over ? 'console:over' : 'console:left', { count: Math.abs(left) })} />
    </>
  );
}

/** What may be decided: everything, or, where a stop is proposed, to agree (not by who proposed it) or to pass on. */
function kindsFor(proposal: MessageView['proposal']): readonly [Kind, ...Kind[]] {
  if (proposal === null) return ['release', 'stop', 'return', 'escalate'];
  return proposal.mine ? ['escalate'] : ['stop', 'escalate'];
}

/** The decision as the gateway wants it, or undefined while its reason or desk is missing. */
function toDecision(kind: Kind, reason: string, desk: string, remark: string): DecisionRequestBody['decision'] | undefined {
  const words = remark.trim() === '' ? null : remark.trim();
  const code: StopReason | undefined = stopReasonCodes.find((known) => known === reason);
  const to: EscalationDesk | undefined = escalationDesks.find((known) => known === desk);
  if (kind === 'release') return { kind };
  if (kind === 'escalate') return to === undefined ? undefined : { kind, desk: to };
  if (code === undefined || (kind === 'return' && !stopReasons[code].fixable)) return undefined;
  return { kind, reason: code, remark: words };
}
