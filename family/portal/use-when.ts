import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** A time in words of the portal's language: `14:05` today, `22 Nov, 14:05` before. */
export function useWhen(): (at: number) => string {
  const { i18n } = useTranslation('portal');
  return useMemo(() => {
    // Arabic words, European digits: the numbers of messages beside them have those too.
    const language = { en: 'en-GB', cy: 'cy', ar: 'ar-u-nu-latn' }[i18n.language] ?? 'en-GB';
    const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
    const day = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    return (at) => (new Date(at).toDateString() === new Date().toDateString() ? clock.format(at) : day.format(at));
  }, [i18n.language]);
}
