import { useTranslation } from 'react-i18next';
import { loadByStanding } from '../queries.ts';
import { useLive } from './use-live.ts';

/** The most pressing thing about messages, in one line. */
export function TileStatus({ fallback }: { readonly fallback: string }) {
  const { t } = useTranslation('messaging');
  const counts = useLive(
    async (database) => ({
      unread: (await loadByStanding(database, 'unread')).length,
      waiting: (await loadByStanding(database, 'waiting')).length,
      moving: (await loadByStanding(database, 'moving')).length,
    }),
    [],
  );
  if (counts === undefined) return fallback;
  if (counts.unread > 0) return <strong>{t('new', { count: counts.unread })}</strong>;
  if (counts.waiting > 0) return t('tile.waiting', { count: counts.waiting });
  return counts.moving > 0 ? t('tile.way', { count: counts.moving }) : fallback;
}
