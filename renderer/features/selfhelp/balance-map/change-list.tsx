import { useTranslation } from 'react-i18next';
import type { BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { AREA_ICONS } from './map-diagram.tsx';
import { compareMaps, type AreaChange } from './map-rules.ts';
import { useItemWords } from './use-item-words.ts';

/** What is different between two versions, in words. */
export function ChangeList({ before, after }: { readonly before: BalanceMap; readonly after: BalanceMap }) {
  const { t } = useTranslation('balance');
  const changes = compareMaps(before, after);
  if (changes.length === 0) return <p>{t('changes.same')}</p>;
  return (
    <List label={t('changes.words')}>
      {changes.map((change) => <ChangeRow key={change.area} change={change} />)}
    </List>
  );
}

function ChangeRow({ change: { area, before, after, added, gone } }: { readonly change: AreaChange }) {
  const { t } = useTranslation('balance');
  const words = useItemWords();
  const lines = [
    before !== after ? t('changes.rating', { before: before ?? '–', after: after ?? '–' }) : undefined,
    added.length > 0 ? t('changes.added', { what: added.map(words).join(', ') }) : undefined,
    gone.length > 0 ? t('changes.gone', { what: gone.map(words).join(', ') }) : undefined,
  ].filter((line) => line !== undefined);
  return <ListRow icon={AREA_ICONS[area]} title={t(`area.${area}`)} detail={lines.join(' ')} />;
}
