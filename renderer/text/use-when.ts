import { useTranslation } from 'react-i18next';
import { formatDate, formatWhen } from './format-when.ts';

/** Times in words of the language on the screen. Both take milliseconds. */
export function useWhen(): { readonly when: (at: number) => string; readonly date: (at: number) => string } {
  const { t, i18n } = useTranslation('app');
  return {
    when: (at) => formatWhen(at, Date.now(), i18n.language, t),
    date: (at) => formatDate(at, Date.now(), i18n.language),
  };
}
