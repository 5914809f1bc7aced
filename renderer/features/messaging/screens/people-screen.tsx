import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../../text/use-when.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { loadPeople, type PersonRow } from '../queries.ts';
import type { MessagingScreenProps } from '../messaging-route.ts';
import { useLive } from './use-live.ts';

/** Everyone the person may write to, and those they may write to only by the Rule 39 route. */
export function PeopleScreen({ go, home }: MessagingScreenProps) {
  const { t } = useTranslation('messaging');
  const people = useLive(loadPeople, []);
  return (
    <Page title={t('title')} lead={t('lead')} back={{ word: t('frame.home', { ns: 'app' }), onClick: home }} focusTitle>
      {people === undefined && <Spinner word={t('frame.loading', { ns: 'app' })} block />}
      {people?.length === 0 && (
        <EmptyState picture="people" title={t('none.title')}>
          <p>{t('none.body')}</p>
        </EmptyState>
      )}
      {people !== undefined && people.length > 0 && (
        <List label={t('people')}>
          {people.map((row) => (
            <PersonLine
              key={row.contact.contactId}
              row={row}
              onOpen={() => {
                const { contactId, handling } = row.contact;
                go(handling === 'privileged' ? { screen: 'rule-39', contactId } : { screen: 'thread', contactId });
              }}
            />
          ))}
        </List>
      )}
    </Page>
  );
}

function PersonLine({ row, onOpen }: { readonly row: PersonRow; readonly onOpen: () => void }) {
  const { t } = useTranslation('messaging');
  const { when } = useWhen();
  const { contact, last, unread, hasDraft } = row;
  return (
    <ListRow
      lead={<Avatar name={contact.name} />}
      title={contact.name}
      detail={
        <span className="message-about">
          {contact.relationship !== '' && <span><bdi>{contact.relationship}</bdi></span>}
          <span className="message-start"><bdi>{startOf(row, t('noMessages'), (start) => t('youWrote', { start }))}</bdi></span>
        </span>
      }
      chip={<PersonChip row={row} hasDraft={hasDraft} />}
      meta={last && when(last.writtenAt)}
      unread={unread > 0}
      unreadWord={t('new', { count: unread })}
      onClick={onOpen}
    />
  );
}

function startOf({ contact, last }: PersonRow, none: string, mine: (start: string) => string): string {
  if (contact.handling === 'privileged') return '';
  if (last === undefined) return none;
  const start = last.body.split('\n')[0] ?? '';
  return last.direction === 'out' ? mine(start) : start;
}

function PersonChip({ row, hasDraft }: { readonly row: PersonRow; readonly hasDraft: boolean }) {
  const { t } = useTranslation('messaging');
  const { contact } = row;
  if (contact.handling === 'privileged') return <StatusChip tone="neutral" icon={Scale}>{t('legal')}</StatusChip>;
  if (!contact.approved) return <StatusChip tone="waiting">{t('notApproved')}</StatusChip>;
  if (row.restricted) return <StatusChip tone="stopped">{t('off')}</StatusChip>;
  return hasDraft ? <StatusChip tone="attention">{t('draft')}</StatusChip> : null;
}
