import { useTranslation } from 'react-i18next';
import type { BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import { areas } from '#protocol/selfhelp/schema.ts';
import { Notice } from '../../../ui/notice.tsx';
import { RadioCards } from '../../../ui/radio-cards.tsx';
import { AREA_ICONS } from './map-diagram.tsx';
import { areasInUse, hardestArea } from './map-rules.ts';

type StartStepProps = { readonly map: BalanceMap; readonly onChange: (map: BalanceMap) => void };

/** Where to start: the person's choice. What they rated hardest is named, because it is often not the best first step. */
export function StartStep({ map, onChange }: StartStepProps) {
  const { t } = useTranslation('balance');
  const inUse = areasInUse(map);
  const hardest = hardestArea(map);
  return (
    <>
      {hardest !== undefined && <Notice tone="info">{t('start.hardest', { area: t(`area.${hardest}`) })}</Notice>}
      <RadioCards
        legend={t('start.choose')}
        hint={t('start.hint')}
        value={map.start}
        onChange={(start) => { onChange({ ...map, start }); }}
        options={(inUse.length > 0 ? inUse : areas).map((area) => {
          const hard = map.hard[area];
          return { value: area, label: t(`area.${area}`), icon: AREA_ICONS[area], ...(hard === undefined ? {} : { hint: t('hardSays', { hard }) }) };
        })}
        columns={2}
      />
    </>
  );
}
