import { CircleCheck, KeyRound, LockKeyhole, Mail, NotebookPen, BookOpen, Share2, Undo2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../session/use-person.ts';
import { countSetAside, loadWaiting, type WaitingOperation } from '../sync/waiting-operations.ts';
import { useWhen } from '../text/use-when.ts';
import type { IconType } from '../ui/icon.tsx';
import { List } from '../ui/list.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { StatusChip } from '../ui/status-chip.tsx';

/** More than these are counted, not listed. */
const SHOWN = 20;

const KINDS = ['messaging.send', 'messaging.read', 'messaging.appeal', 'selfhelp.save', 'selfhelp.share', 'selfhelp.unshare', 'recovery.keep', 'education.progress', 'sync.withdrawn'] as const;
const ICONS: Readonly<Record<(typeof KINDS)[number], IconType>> = {
  'messaging.send': Mail,
  'messaging.read': Mail,
  'messaging.appeal': Mail,
  'selfhelp.save': NotebookPen,
  'selfhelp.share': Share2,
  'selfhelp.unshare': Undo2,
  'recovery.keep': KeyRound,
  'education.progress': BookOpen,
  'sync.withdrawn': CircleCheck,
};

/** The outbox in plain words: what the person did that the prison has not got yet. */
export function WaitingList() {
  const { t } = useTranslation('tablet');
  const { database } = usePerson();
  const waiting = useLiveQuery(() => loadWaiting(database), [database]);
  const aside = useLiveQuery(() => countSetAside(database), [database]) ?? 0;
  return (
    <Section title={t('sent.title')} hint={t('sent.hint')}>
      {aside > 0 && <Notice tone="attention">{t('contact.aside', { count: aside })}</Notice>}
      {waiting?.length === 0 && <Notice tone="good">{t('sent.none')}</Notice>}
      {waiting !== undefined && waiting.length > 0 && (
        <List label={t('sent.title')}>
          {waiting.slice(0, SHOWN).map((operation) => <WaitingRow key={operation.id} operation={operation} />)}
        </List>
      )}
      {waiting !== undefined && waiting.length > SHOWN && <p>{t('sent.more', { count: waiting.length - SHOWN })}</p>}
    </Section>
  );
}

function WaitingRow({ operation }: { readonly operation: WaitingOperation }) {
  const { t } = useTranslation('tablet');
  const { when } = useWhen();
  const kind = KINDS.find((name) => name === operation.kind);
  return (
    <ListRow
      icon={kind === undefined ? LockKeyhole : ICONS[kind]}
      title={t(`kind.${kind ?? 'other'}`)}
      detail={t('sent.made', { when: when(operation.at) })}
      chip={<StatusChip tone={operation.attempted ? 'moving' : 'waiting'}>{operation.attempted ? t('sent.tried') : t('sent.waits')}</StatusChip>}
    />
  );
}
