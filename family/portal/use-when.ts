import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWhen } from './format-date.ts';

/** A time in words of the portal's language: `14:05` today, `22 Nov, 14:05` before. */
export function useWhen(): (at: number) => string {
  const { i18n } = useTranslation('portal');
  return useCallback((at) => formatWhen(at, Date.now(), i18n.language), [i18n.language]);
}
