import { createInstance } from 'i18next';
import { text as ar } from '../text/ar/reader.ts';
import { text as cy } from '../text/cy/reader.ts';
import { text as en } from '../text/en/reader.ts';

/** A key of the readers' words; a plural goes by its stem. */
type ReaderKey = Exclude<keyof typeof en, `found_${string}`> | 'found';

/** A word of a reader, with what goes into it. */
export type ReaderWords = (key: ReaderKey, values?: Readonly<Record<string, string | number>>) => string;

const made = new Map<string, ReaderWords>();

/**
 * The words of the readers (books, PDF, film, reading aloud) in a language; English where we do not speak it. They are
 * apart from the lesson's, so that a lesson does not load them.
 */
export function readerWords(language: string): ReaderWords {
  const known = made.get(language);
  if (known !== undefined) return known;
  const instance = createInstance({
    lng: language,
    fallbackLng: 'en',
    ns: ['reader'],
    resources: { en: { reader: en }, cy: { reader: cy }, ar: { reader: ar } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void instance.init();
  // As in player-words.ts: the key is a variable here, so text.test.ts checks the values.
  const translate = instance.t.bind(instance) as (key: string, values: object) => string;
  const words: ReaderWords = (key, values) => translate(`reader:${key}`, { ...values });
  made.set(language, words);
  return words;
}
