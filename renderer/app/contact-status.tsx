import { RefreshCw, Wifi, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSyncStatus } from '../sync/sync-status.ts';
import { useWhen } from '../text/use-when.ts';
import { Button } from '../ui/button.tsx';

/** How things stand with the prison, in words, and nothing better than the truth (product law 2). */
export function ContactStatus({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('app');
  const { when } = useWhen();
  const { state, lastContact, waiting } = useSyncStatus();
  const icons = { talking: RefreshCw, idle: Wifi, offline: WifiOff } as const;
  const contact = state === 'talking' ? t('contact.now') : lastContact === null ? t('contact.never') : t('contact.last', { when: when(lastContact) });
  const queue = waiting === 0 ? t('contact.waitingNone') : t('contact.waiting', { count: waiting });
  return (
    <Button kind="quiet" size="small" icon={icons[state]} title={t('contact.open')} onClick={onOpen}>
      <span className="contact-status">
        <span>{contact}</span>
        <span aria-hidden> · </span>
        <span>{queue}</span>
      </span>
    </Button>
  );
}
