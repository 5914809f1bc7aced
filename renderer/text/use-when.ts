import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatFullDate, formatShortDate, formatWhen } from './format-when.ts';

type When = {
  /** "today at 14:05". */
  readonly when: (at: number) => string;
  /** "Tuesday 17 November". */
  readonly date: (at: number) => string;
  /** "Tuesday 17 November 2026". */
  readonly fullDate: (at: number) => string;
  /** "17 Nov". */
  readonly shortDate: (at: number) => string;
};

/** Times in words of the language on the screen. All take milliseconds. */
export function useWhen(): When {
  const { t } = useTranslation('app');
  return useMemo(() => ({
    when: (at) => formatWhen(at, Date.now(), t),
    date: (at) => formatDate(at, Date.now(), t),
    fullDate: (at) => formatFullDate(at, t),
    shortDate: (at) => formatShortDate(at, t),
  }), [t]);
}
