import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_APPEAL_WORDS } from '#protocol/messaging/appeal.ts';
import { fail } from '#protocol/result.ts';
import type { MessageRecord } from '#protocol/messaging/schema.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { askForAnotherLook, markAnswerSeen, type AskFault } from '../appeal-actions.ts';
import { loadDatedAppeal, type DatedAppeal } from '../queries.ts';
import type { StoredAppeal } from '../tables.ts';
import { useAppealWords } from './use-appeal-words.ts';
import { useLive, useMessagingParts } from './use-live.ts';

/** Asking for another look at a stopped message, and where that is: nothing better than the truth (product law 2). */
export function AppealSection({ message }: { readonly message: MessageRecord }) {
  const dated = useLive((database) => loadDatedAppeal(database, message.messageId), [message.messageId]);
  if (dated === undefined) return null;
  const { appeal, isOver } = dated;
  if (message.state !== 'stopped') return appeal.state === 'overturned' ? <AppealNotice dated={dated} goesOn={['released', 'delivered'].includes(message.state)} /> : null;
  // Stopped again after it had been let go: that appeal was about the first stop.
  if (appeal.state === 'overturned') return null;
  return appeal.state === 'open' && !isOver ? <AskForm appeal={appeal} /> : <AppealNotice dated={dated} />;
}

function AskForm({ appeal }: { readonly appeal: StoredAppeal }) {
  const { t } = useTranslation('messaging');
  const { date } = useWhen();
  const parts = useMessagingParts();
  const { words, write, forget } = useAppealWords(appeal);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<AskFault['code'] | 'not-stored'>();
  async function ask() {
    if (busy) return;
    setBusy(true);
    forget();
    // What breaks (the vault, the disk) ends in a sentence, too, and the words are still here.
    const asked = await askForAnotherLook(parts(), appeal.messageId, words).catch(() => fail({ code: 'not-stored' as const }));
    setBusy(false);
    if (!asked.ok) write(words);
    setFault(asked.ok ? undefined : asked.error.code);
  }
  return (
    <Section title={t('appeal.title')} hint={`${t('appeal.how')} ${t('appeal.until', { date: date(appeal.openUntil) })}`}>
      <Stack gap="md">
        {fault !== undefined && <Notice tone="danger" live="assertive">{t(`appeal.fault.${fault}`)}</Notice>}
        <TextArea label={t('appeal.words')} optionalWord={t('appeal.optional')} rows={3} value={words} onChange={write} limit={MAX_APPEAL_WORDS} used={words.length}
          countText={(left, over) => (over > 0 ? t('compose.over', { count: over }) : t('compose.left', { count: left }))} />
        <Button icon={Eye} busy={busy} onClick={() => { void ask(); }}>{t('appeal.ask')}</Button>
      </Stack>
    </Section>
  );
}

/** Where the appeal is, by when an answer is due, and what it was. */
function AppealNotice({ dated, goesOn = true }: { readonly dated: DatedAppeal; readonly goesOn?: boolean }) {
  const { t } = useTranslation('messaging');
  const parts = useMessagingParts();
  const { appeal } = dated;
  const state = useStateWords(dated, goesOn);
  useEffect(() => {
    // Looking at the answer ends the reminder on the home screen.
    if (appeal.state === 'upheld' && appeal.seenAt === undefined) void markAnswerSeen(parts(), appeal.messageId).catch(() => undefined);
  });
  const said = appeal.words === null ? undefined : t('appeal.youSaid', { words: appeal.words });
  const wrote = appeal.remark === null ? undefined : t('appeal.staffSaid', { remark: appeal.remark });
  return (
    <Notice tone={state.tone} title={state.title} live="polite">
      {[state.lead, wrote, said].filter((line) => line !== undefined).map((line) => <p key={line} dir="auto">{line}</p>)}
    </Notice>
  );
}

type StateWords = { readonly tone: 'info' | 'good' | 'attention'; readonly title: string; readonly lead: string | undefined };

/** `goesOn`: the message is on its way or there; it may have been called back since it was let go, or not have arrived. */
function useStateWords({ appeal, isLate }: DatedAppeal, goesOn: boolean): StateWords {
  const { t } = useTranslation('messaging');
  const { date } = useWhen();
  const answer = appeal.answer === null ? undefined : t(`appeal.answer.${appeal.answer}`);
  switch (appeal.state) {
    case 'open':
      return { tone: 'info', title: t('appeal.tooLate', { date: date(appeal.openUntil) }), lead: undefined };
    case 'waiting':
      return { tone: 'info', title: t('appeal.waiting'), lead: t('appeal.waitingLead') };
    case 'asked': {
      if (appeal.answerBy === null || appeal.askedAt === null) return { tone: 'info', title: t('appeal.asked'), lead: t('appeal.askedNoDate') };
      const due = date(appeal.answerBy);
      if (isLate) return { tone: 'attention', title: t('appeal.late'), lead: t('appeal.lateLead', { due }) };
      return { tone: 'info', title: t('appeal.asked'), lead: t('appeal.askedLead', { date: date(appeal.askedAt), due }) };
    }
    case 'upheld':
      return { tone: 'attention', title: t('appeal.upheld'), lead: answer };
    case 'overturned':
      return { tone: 'good', title: goesOn ? t('appeal.overturned') : t('appeal.overturnedThen'), lead: answer };
    case 'refused':
      return { tone: 'attention', title: t('appeal.refused'), lead: t('appeal.refusedLead') };
  }
}
