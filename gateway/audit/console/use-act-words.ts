import { useTranslation } from 'react-i18next';
import { text as english } from './text/en.ts';

/** Every kind of act that has words of its own, as the record writes it: `messages.release`. */
export const ACTS: readonly string[] = Object.entries(english.act).flatMap(([room, acts]) => Object.keys(acts).map((act) => `${room}.${act}`));

/** An act in words; one without words keeps the record's own name, so that nothing is hidden. */
export function useActWords(): (action: string) => string {
  const { t } = useTranslation('audit');
  return (action) => (ACTS.includes(action) ? t(`act.${action}`) : action);
}
