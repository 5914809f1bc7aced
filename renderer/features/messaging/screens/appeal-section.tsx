import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_APPEAL_WORDS } from '#protocol/messaging/appeal.ts';
import type { MessageRecord } from '#protocol/messaging/schema.ts';
import { useWhen } from '../../../text/use-when.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { askForAnotherLook, type AskFault } from '../appeal-actions.ts';
import { loadDatedAppeal, type DatedAppeal } from '../queries.ts';
import type { StoredAppeal } from '../tables.ts';
import { useLive, useMessagingParts } from './use-live.ts';

/** Asking for another look at a stopped message, and where that is: nothing better than the truth (product law 2). */
export function AppealSection({ message }: { readonly message: MessageRecord }) {
  const dated = useLive((database) => loadDatedAppeal(database, message.messageId), [message.messageId]);
  if (dated === undefined) return null;
  const { appeal, isOver } = dated;
  if (message.state !== 'stopped') return appeal.state === 'overturned' ? <AppealNotice dated={dated} /> : null;
  // Stopped again after it had been let go: that appeal was about the first stop.
  if (appeal.state === 'overturned') return null;
  return appeal.state === 'open' && !isOver ? <AskForm appeal={appeal} /> : <AppealNotice dated={dated} />;
}

function AskForm({ appeal }: { readonly appeal: StoredAppeal }) {
  const { t } = useTranslation('messaging');
  const { date } = useWhen();
  const parts = useMessagingParts();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<AskFault['code']>();
  async function ask() {
    if (busy) return;
    setBusy(true);
    const asked = await askForAnotherLook(parts(), appeal.messageId, words);
    setBusy(false);
    setFault(asked.ok ? undefined : asked.error.code);
  }
  return (
    <Section title={t('appeal.title')} hint={`${t('appeal.how')} ${t('appeal.until', { date: date(appeal.openUntil) })}`}>
      <Stack gap="md">
        {fault !== undefined && <Notice tone="danger" live="assertive">{t(`appeal.fault.${fault}`)}</Notice>}
        <TextArea label={t('appeal.words')} optionalWord={t('appeal.optional')} rows={3} value={words} onChange={setWords} limit={MAX_APPEAL_WORDS} used={words.length}
          countText={(left, over) => (over > 0 ? t('compose.over', { count: over }) : t('compose.left', { count: left }))} />
        <Button icon={Eye} busy={busy} onClick={() => { void ask(); }}>{t('appeal.ask')}</Button>
      </Stack>
    </Section>
  );
}

/** Where the appeal is, by when an answer is due, and what it was. */
function AppealNotice({ dated }: { readonly dated: DatedAppeal }) {
  const { t } = useTranslation('messaging');
  const { appeal } = dated;
  const state = useAppealWords(dated);
  const said = appeal.words === null ? undefined : t('appeal.youSaid', { words: appeal.words });
  const wrote = appeal.remark === null ? undefined : t('appeal.staffSaid', { remark: appeal.remark });
  return (
    <Notice tone={state.tone} title={state.title} live="polite">
      {[state.lead, wrote, said].filter((line) => line !== undefined).map((line) => <p key={line} dir="auto">{line}</p>)}
    </Notice>
  );
}

type AppealWords = { readonly tone: 'info' | 'good' | 'attention'; readonly title: string; readonly lead: string | undefined };

function useAppealWords({ appeal, isLate }: DatedAppeal): AppealWords {
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
      return { tone: 'good', title: t('appeal.overturned'), lead: answer };
    case 'refused':
      return { tone: 'attention', title: t('appeal.refused'), lead: t('appeal.refusedLead') };
  }
}
