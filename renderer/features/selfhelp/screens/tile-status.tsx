import { useTranslation } from 'react-i18next';
import { loadPageOf } from '../queries.ts';
import { localToday, useDiary } from '../use-diary.ts';

/** Says whether today's page is there, and nothing of what is on it: a cellmate may look at the home screen. */
export function TileStatus({ fallback }: { readonly fallback: string }) {
  const { t } = useTranslation('selfhelp');
  const done = useDiary(async (database) => (await loadPageOf(database, localToday())) !== undefined, []);
  if (done === undefined) return fallback;
  return done ? t('doneShort') : fallback;
}
