import { createInstance } from 'i18next';
import { createContext, useContext } from 'react';
import { text as ar } from '../text/ar/player.ts';
import { text as cy } from '../text/cy/player.ts';
import { text as en } from '../text/en/player.ts';

/** A word of the player, with what goes into it. */
export type Words = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string;

/** Words for a language; English where we do not speak it. The player has its own small i18next: no app state reaches a pack's origin. */
export function createWords(language: string): Words {
  const instance = createInstance({
    lng: language,
    fallbackLng: 'en',
    ns: ['player'],
    resources: { en: { player: en }, cy: { player: cy }, ar: { player: ar } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void instance.init();
  // i18next's types ask for every key's own values at once; here the key is a variable, so the values are checked by text.test.ts.
  const translate = instance.t.bind(instance) as (key: string, values: object) => string;
  return (key, values) => translate(`player:${key}`, { ...values });
}

/** Set once by the player's root. */
export const WordsContext = createContext<Words>(createWords('en'));

/** The player's words in the language of the lesson. */
export function useWords(): Words {
  return useContext(WordsContext);
}
