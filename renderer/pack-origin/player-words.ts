import { createInstance } from 'i18next';
import { createContext, useContext } from 'react';
import { player as ar } from '../text/ar/player.ts';
import { player as cy } from '../text/cy/player.ts';
import { player as en } from '../text/en/player.ts';

/** A word of the player, with what goes into it. */
export type Words = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string;

/** Words for a language; English where we do not speak it. The player has its own small i18next: no app state reaches a pack's origin. */
export function createWords(language: string): Words {
  const instance = createInstance({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, cy: { translation: cy }, ar: { translation: ar } },
    interpolation: { escapeValue: false },
  });
  void instance.init();
  return (key, values) => instance.t(key, values ?? {});
}

/** Set once by the player's root. */
export const WordsContext = createContext<Words>(createWords('en'));

/** The player's words in the language of the lesson. */
export function useWords(): Words {
  return useContext(WordsContext);
}
