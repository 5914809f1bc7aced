import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MAX_OWN_WORDS, MAX_ITEMS, type BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import type { Area } from '#protocol/selfhelp/schema.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxGroup } from '../../../ui/checkbox-group.tsx';
import { List } from '../../../ui/list.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Row } from '../../../ui/row.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { StrengthScale } from '../../../ui/strength-scale.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { itemsOf, pickCards, removeOwnWords } from './map-rules.ts';
import { useCardWords } from './use-item-words.ts';

type AreaStepProps = {
  readonly area: Area;
  readonly map: BalanceMap;
  readonly typing: string;
  readonly onChange: (map: BalanceMap) => void;
  /** What is typed is added; nothing else takes it away. */
  readonly onAdd: () => void;
  readonly onType: (words: string) => void;
};

/** What applies in one area: cards, own words, and how hard it is. */
export function AreaStep({ area, map, typing, onChange, onAdd, onType }: AreaStepProps) {
  const { t } = useTranslation('balance');
  const cards = useCardWords()(area);
  const items = itemsOf(map, area);
  const own = items.filter((item) => item.card === null);
  return (
    <Stack gap="lg">
      <CheckboxGroup
        legend={t('pick')}
        hint={t('pickHint')}
        options={cards}
        values={items.flatMap((item) => item.card ?? [])}
        onChange={(picked) => { onChange(pickCards(map, area, picked)); }}
        columns={2}
      />
      <Stack gap="sm">
        {own.length > 0 && (
          <List label={t('ownList')}>
            {own.map(({ words }) => (
              <ListRow key={words} title={<bdi>{words}</bdi>} actions={<Button icon={X} onClick={() => { onChange(removeOwnWords(map, area, words)); }}>{t('remove')}</Button>} />
            ))}
          </List>
        )}
        {items.length < MAX_ITEMS && (
          <form onSubmit={(event) => { event.preventDefault(); onAdd(); }}>
            <Row align="end">
              <TextField label={t('own')} hint={t('ownHint')} value={typing} onChange={onType} maxLength={MAX_OWN_WORDS} width="medium" dir="auto" />
              <Button type="submit" icon={Plus}>{t('add')}</Button>
            </Row>
          </form>
        )}
      </Stack>
      <StrengthScale
        legend={t('hard')}
        hint={t('ownRating')}
        value={map.hard[area] ?? null}
        onChange={(hard) => { onChange({ ...map, hard: { ...map.hard, [area]: hard } }); }}
        lowWord={t('hardLow')}
        highWord={t('hardHigh')}
      />
    </Stack>
  );
}
