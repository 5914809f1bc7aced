import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import type { Area } from '#protocol/selfhelp/schema.ts';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Split } from '../../../ui/split.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { MapDiagram } from './map-diagram.tsx';
import { toggleLink } from './map-rules.ts';

type LinksStepProps = { readonly map: BalanceMap; readonly onChange: (map: BalanceMap) => void };

/** Two touches draw a line: what makes what worse. The same two touches rub it out again. */
export function LinksStep({ map, onChange }: LinksStepProps) {
  const { t } = useTranslation('balance');
  const [from, setFrom] = useState<Area | null>(null);
  const press = (area: Area) => {
    if (from === null) setFrom(area);
    else {
      onChange(toggleLink(map, from, area));
      setFrom(null);
    }
  };
  return (
    <Split side={
      <Stack gap="sm">
        {map.links.length === 0 && <p>{t('links.none')}</p>}
        {map.links.length > 0 && (
          <List label={t('links.list')}>
            {map.links.map((link) => (
              <ListRow
                key={`${link.from}-${link.to}`}
                title={t('links.line', { from: t(`area.${link.from}`), to: t(`area.${link.to}`) })}
                actions={<Button icon={X} onClick={() => { onChange(toggleLink(map, link.from, link.to)); }}>{t('remove')}</Button>}
              />
            ))}
          </List>
        )}
      </Stack>
    }>
      <p role="status" className="map-ask">{from === null ? t('links.first') : t('links.second', { from: t(`area.${from}`) })}</p>
      <MapDiagram map={map} label={t('links.title')} chosen={from} onPress={press} />
    </Split>
  );
}
