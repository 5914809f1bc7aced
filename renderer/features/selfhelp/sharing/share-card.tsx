import { CalendarClock, Eye, MessageSquareReply, Trash2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../session/use-person.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { noonOf } from '../use-diary.ts';
import { forgetShare, takeBack } from './sharing-actions.ts';
import type { ListedShare } from './sharing-queries.ts';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../../ui/confirm-dialog.tsx')).ConfirmDialog }));

const TONES = { waiting: 'waiting', there: 'good', leaving: 'moving', over: 'stopped', ended: 'stopped', refused: 'stopped' } as const;
const FAULTS = { 'storage-full': 'unchanged', 'signed-out': 'out', failed: 'failed' } as const;

/** One share: with whom, until when, who opened it, what they answered; and the way to take it back. */
export function ShareCard({ share }: { readonly share: ListedShare }) {
  const { t } = useTranslation('sharing');
  const { date, when } = useWhen();
  const [asking, setAsking] = useState(false);
  // Also what is over: this clock may be wrong, and decides nothing (CLOCK-1).
  const canTakeBack = share.state === 'waiting' || share.state === 'there' || share.state === 'over';
  return (
    <Card
      title={share.title}
      level={3}
      hint={`${t(`role.${share.role}`)} · ${t('until', { date: date(share.until) })}`}
      actions={canTakeBack ? <Button icon={Undo2} onClick={() => { setAsking(true); }}>{t('takeBack')}</Button> : share.state === 'refused' ? <RemoveButton share={share} /> : undefined}
    >
      <p><StatusChip tone={TONES[share.state]}>{t(`state.${share.state}`)}</StatusChip></p>
      {share.openings.length === 0 && share.state === 'there' && <p>{t('notOpened')}</p>}
      <List label={share.title}>
        {share.openings.map(({ by, at }) => <ListRow key={at} icon={Eye} title={t('openedBy', { name: by, when: when(at) })} />)}
        {share.answers.map(({ answerId, by, at, answer }) => (
          <ListRow
            key={answerId}
            icon={answer?.checkIn ? CalendarClock : MessageSquareReply}
            title={t('answer', { name: by, when: when(at) })}
            detail={<AnswerWords answer={answer} />}
          />
        ))}
      </List>
      {asking && <Suspense><TakeBackDialog share={share} onClose={() => { setAsking(false); }} /></Suspense>}
    </Card>
  );
}

/** What the gateway never took need not stay in the list. */
function RemoveButton({ share }: { readonly share: ListedShare }) {
  const { t } = useTranslation('sharing');
  const person = usePerson();
  const { fault, run } = useFault();
  return (
    <>
      {fault !== undefined && <FaultNotice fault={fault} />}
      <Button icon={Trash2} onClick={() => { void run(forgetShare(person, share.shareId)); }}>{t('remove')}</Button>
    </>
  );
}

function AnswerWords({ answer }: { readonly answer: ListedShare['answers'][number]['answer'] }) {
  const { t } = useTranslation('sharing');
  const { date } = useWhen();
  if (answer === null) return <>{t('answerLocked')}</>;
  const { checkIn } = answer;
  return (
    <>
      {answer.text !== '' && <span className="ui-shared-words" dir="auto">{answer.text}</span>}
      {checkIn !== null && <strong> {t('meet', { day: date(noonOf(checkIn.day)), time: checkIn.time, place: checkIn.place })}</strong>}
    </>
  );
}

function TakeBackDialog({ share, onClose }: { readonly share: ListedShare; readonly onClose: () => void }) {
  const { t } = useTranslation('sharing');
  const person = usePerson();
  const { fault, run } = useFault();
  return (
    <ConfirmDialog open title={t('takeBackAsk')} confirmWord={t('takeBack')} cancelWord={t('keep')} onCancel={onClose} onConfirm={() => { void run(takeBack(person, share.shareId), onClose); }}>
      {fault !== undefined && <FaultNotice fault={fault} />}
      <p>{t('takeBackBody')}</p>
    </ConfirmDialog>
  );
}

type Fault = keyof typeof FAULTS;

/** What went wrong with what somebody did here: said, never swallowed. */
function useFault() {
  const [fault, setFault] = useState<Fault>();
  const run = async (doing: ReturnType<typeof takeBack>, onDone?: () => void): Promise<void> => {
    const done = await doing.catch(() => undefined);
    setFault(done?.ok === true ? undefined : (done?.error.code ?? 'failed'));
    if (done?.ok === true) onDone?.();
  };
  return { fault, run };
}

function FaultNotice({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation('sharing');
  return <Notice tone="attention" live="assertive">{t(`fault.${FAULTS[fault]}`)}</Notice>;
}
