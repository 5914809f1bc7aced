import { useTranslation } from 'react-i18next';
import { List } from '../../../../renderer/ui/list.tsx';
import { ListRow } from '../../../../renderer/ui/list-row.tsx';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import { useTimeWords } from '../../../console/time-words.ts';
import type { Queue, QueueItem } from '../staff-api.ts';
import { useParties } from './use-parties.ts';

type QueueListProps = { readonly queue: Queue; readonly openId: string | undefined; readonly onOpen: ((messageId: string) => void) | undefined };

/** What waits for a decision, oldest first, without the words: those are shown to who claims. */
export function QueueList({ queue, openId, onOpen }: QueueListProps) {
  const { t } = useTranslation('moderation');
  if (queue.items.length === 0) return <p>{t('empty')}</p>;
  return (
    <List label={t('queue', { count: queue.held })}>
      {queue.items.map((item) => <QueueRow key={item.messageId} item={item} current={item.messageId === openId} onOpen={onOpen === undefined ? undefined : () => { onOpen(item.messageId); }} />)}
    </List>
  );
}

function QueueRow({ item, current, onOpen }: { readonly item: QueueItem; readonly current: boolean; readonly onOpen: (() => void) | undefined }) {
  const { t } = useTranslation('moderation');
  const time = useTimeWords();
  const parties = useParties();
  return (
    <ListRow
      title={parties(item)}
      detail={
        <span className="console-lines">
          <span>{`${t(item.direction)} · ${t(`screening:language.${item.language ?? 'unknown'}`)} · ${item.person.wing} · ${t('waits', { time: time.ago(item.receivedAt) })}`}</span>
          <QueueChip item={item} />
        </span>
      }
      current={current}
      onClick={onOpen}
    />
  );
}

/** The one thing about a waiting message that matters most: somebody has it, it needs two, it was passed on, it was flagged. */
function QueueChip({ item }: { readonly item: QueueItem }) {
  const { t } = useTranslation('moderation');
  if (item.claim !== null && !item.claim.mine) return <StatusChip tone="moving">{t('claimedBy', { name: item.claim.name ?? '' })}</StatusChip>;
  if (item.proposal !== null) return <StatusChip tone="attention">{t('twoPeople')}</StatusChip>;
  if (item.desk !== null) return <StatusChip tone="moving">{t('passedTo', { desk: t(`desk.${item.desk}`) })}</StatusChip>;
  if (item.flags.length > 0) return <StatusChip tone="attention">{item.flags.map((flag) => t(`flag.${flag}`)).join(', ')}</StatusChip>;
  return null;
}
