import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../renderer/ui/empty-state.tsx';
import { List } from '../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../renderer/ui/list-row.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import type { Queue, QueueItem } from '../staff-api.ts';

type QueueListProps = { readonly queue: Queue; readonly openId: string | undefined; readonly onOpen: (messageId: string) => void };

/** What waits for a decision, oldest first, without the words: those are shown to who claims. */
export function QueueList({ queue, openId, onOpen }: QueueListProps) {
  const { t } = useTranslation('moderation');
  if (queue.items.length === 0) return <EmptyState picture="done" title={t('empty')}>{t('emptyLead')}</EmptyState>;
  return (
    <List label={t('queue', { count: queue.held })}>
      {queue.items.map((item) => <QueueRow key={item.messageId} item={item} current={item.messageId === openId} onOpen={() => { onOpen(item.messageId); }} />)}
    </List>
  );
}

function QueueRow({ item, current, onOpen }: { readonly item: QueueItem; readonly current: boolean; readonly onOpen: () => void }) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const who = item.direction === 'out' ? t('fromTo', { from: item.person.name, to: item.contact.name }) : t('fromTo', { from: item.contact.name, to: item.person.name });
  const claimedByOther = item.claim !== null && !item.claim.mine;
  return (
    <ListRow
      title={who}
      detail={`${t(item.direction)} · ${item.contact.relationship} · ${item.person.wing}`}
      meta={t('waits', { time: time.ago(item.receivedAt) })}
      current={current}
      onClick={onOpen}
      chip={
        claimedByOther ? <StatusChip tone="moving">{t('claimedBy', { name: item.claim?.name ?? '' })}</StatusChip>
          : item.flags.length > 0 ? <StatusChip tone="attention">{item.flags.map((flag) => t(`flag.${flag}`)).join(', ')}</StatusChip>
            : undefined
      }
    />
  );
}
