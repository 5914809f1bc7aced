import { useTranslation } from 'react-i18next';
import type { BalanceMap, MapItem } from '#protocol/selfhelp/balance-map.ts';
import type { Area } from '#protocol/selfhelp/schema.ts';
import { Card } from '../../../ui/card.tsx';
import { Grid } from '../../../ui/grid.tsx';
import { AREA_ICONS } from './map-diagram.tsx';
import { areasInUse, itemsOf } from './map-rules.ts';
import { useItemWords } from './use-item-words.ts';

/** Everything that is on the map, as words: for screen readers, and for who would rather read. */
export function MapList({ map }: { readonly map: BalanceMap }) {
  return (
    <Grid min="md">
      {areasInUse(map).map((area) => <AreaCard key={area} map={map} area={area} />)}
    </Grid>
  );
}

/** One area of the map as a card. */
export function AreaCard({ map, area }: { readonly map: BalanceMap; readonly area: Area }) {
  const { t } = useTranslation('balance');
  const hard = map.hard[area];
  const items = itemsOf(map, area);
  const worsens = map.links.filter((link) => link.from === area).map((link) => t(`area.${link.to}`));
  return (
    <Card icon={AREA_ICONS[area]} title={t(`area.${area}`)}>
      {hard !== undefined && <p>{t('hardSays', { hard })}</p>}
      {items.length > 0 && <ul className="map-items">{items.map((item) => <ItemLine key={`${item.card ?? ''}|${item.words}`} item={item} />)}</ul>}
      {worsens.length > 0 && <p>{t('worsens', { areas: worsens.join(', ') })}</p>}
      {map.start === area && <p><strong>{t('startSays')}</strong></p>}
    </Card>
  );
}

function ItemLine({ item }: { readonly item: MapItem }) {
  const words = useItemWords();
  return <li><bdi>{words(item)}</bdi></li>;
}
