import { useTranslation } from 'react-i18next';
import { mapCards, type MapItem } from '#protocol/selfhelp/balance-map.ts';
import type { Area } from '#protocol/selfhelp/schema.ts';

/** A card and its words. */
export type CardWords = { readonly value: string; readonly label: string };

/** Words of a thing on the map: the card's in the page's language, or the person's own. */
export function useItemWords(): (item: MapItem) => string {
  const cards = useCardWords();
  const { t } = useTranslation('balance');
  return (item) => (item.card === null ? item.words : (cards(item.area).find(({ value }) => value === item.card)?.label ?? t('oldCard')));
}

/** The cards of an area with their words. */
export function useCardWords(): (area: Area) => readonly CardWords[] {
  const { t } = useTranslation('balance');
  const words = {
    situations: mapCards.situations.map((value) => ({ value, label: t(`card.situations.${value}`) })),
    thoughts: mapCards.thoughts.map((value) => ({ value, label: t(`card.thoughts.${value}`) })),
    emotions: mapCards.emotions.map((value) => ({ value, label: t(`card.emotions.${value}`) })),
    body: mapCards.body.map((value) => ({ value, label: t(`card.body.${value}`) })),
    behaviours: mapCards.behaviours.map((value) => ({ value, label: t(`card.behaviours.${value}`) })),
    lifestyle: mapCards.lifestyle.map((value) => ({ value, label: t(`card.lifestyle.${value}`) })),
  };
  return (area) => words[area];
}
