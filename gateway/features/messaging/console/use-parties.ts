import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../staff-api.ts';

/** "Dean Carter to Mum": who wrote to whom, in the console's language. */
export function useParties(): (item: Pick<QueueItem, 'direction' | 'person' | 'contact'>) => string {
  const { t } = useTranslation('moderation');
  return ({ direction, person, contact }) => (direction === 'out' ? t('fromTo', { from: person.name, to: contact.name }) : t('fromTo', { from: contact.name, to: person.name }));
}
