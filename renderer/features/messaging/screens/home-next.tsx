import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Mail, MailWarning, PenLine } from 'lucide-react';
import type { MessagingRoute } from '../messaging-route.ts';
import { loadByStanding, loadHalted, loadNewestDraft } from '../queries.ts';
import { useLive } from './use-live.ts';

/** New messages, stopped ones, and a letter that was begun. */
export function HomeNext({ go }: { readonly go: (route: MessagingRoute) => void }) {
  const { t } = useTranslation('messaging');
  const unread = useLive((database) => loadByStanding(database, 'unread'), []) ?? [];
  const halted = useLive(loadHalted, []) ?? [];
  const begun = useLive(loadNewestDraft, []);
  const [newest] = unread;
  const [stopped] = halted;
  if (newest === undefined && stopped === undefined && begun === undefined) return null;
  const oneSender = unread.every((message) => message.contactId === newest?.contactId);
  return (
    <List label={t('title')}>
      {newest && (
        <ListRow
          icon={Mail}
          title={t('home.read', { count: unread.length })}
          actions={<Button kind="primary" onClick={() => { go(oneSender ? { screen: 'thread', contactId: newest.contactId } : { screen: 'people' }); }}>{t('home.readButton')}</Button>}
        />
      )}
      {stopped && (
        <ListRow
          icon={MailWarning}
          title={t('home.stopped', { count: halted.length })}
          actions={<Button onClick={() => { go({ screen: 'where', messageId: stopped.messageId }); }}>{t('home.stoppedButton')}</Button>}
        />
      )}
      {begun && (
        <ListRow
          icon={PenLine}
          title={t('home.draft', { name: begun.name })}
          actions={<Button onClick={() => { go({ screen: 'compose', contactId: begun.draft.contactId }); }}>{t('home.draftButton')}</Button>}
        />
      )}
    </List>
  );
}
