import { useTranslation } from 'react-i18next';

/** Picks from words by language those of the console's language, else English, else whatever there is. */
export function useWordsIn(): (words: Readonly<Record<string, string>>) => string {
  const { i18n } = useTranslation();
  return (words) => words[i18n.language] ?? words['en'] ?? Object.values(words)[0] ?? '';
}
