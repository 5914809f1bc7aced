import { useTranslation } from 'react-i18next';
import { List } from '../../../renderer/ui/list.tsx';
import { ListRow } from '../../../renderer/ui/list-row.tsx';
import { useTimeWords } from '../../console/time-words.ts';
import type { History } from '../drafts/staff-api.ts';

/** Who did what with a course and when, the newest first; out of the record nobody can change. */
export function HistoryList({ history }: { readonly history: History }) {
  const { t } = useTranslation('drafts');
  const time = useTimeWords();
  return (
    <List label={t('history')}>
      {history.map(({ at, who, action, note }, place) => (
        <ListRow key={String(place)} title={t(`act.${action.replace('packs.', '')}`, { defaultValue: action })} detail={[who === '' ? t('theGateway') : who, ...note.split(' · ').filter((part) => part !== '').map((part) => t(`note.${part}`, { defaultValue: part }))].join(' · ')} meta={time.short(at)} />
      ))}
    </List>
  );
}
