import { NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { loadPageOf } from '../queries.ts';
import type { SelfhelpRoute } from '../selfhelp-route.ts';
import { localToday, useDiary } from '../use-diary.ts';

/** Asks for today's page until it is there. */
export function HomeNext({ go }: { readonly go: (route: SelfhelpRoute) => void }) {
  const { t } = useTranslation('selfhelp');
  const done = useDiary(async (database) => (await loadPageOf(database, localToday())) !== undefined, []);
  if (done !== false) return null;
  return (
    <List label={t('title')}>
      <ListRow
        icon={NotebookPen}
        title={t('home.ask')}
        actions={<Button onClick={() => { go({ screen: 'check-in' }); }}>{t('home.button')}</Button>}
      />
    </List>
  );
}
