import { useTranslation } from 'react-i18next';
import type { AlertPolicy } from '#protocol/alerts/schema.ts';
import { useAlerts } from '../../../alerts/alerts-store.ts';

/**
 * What happens when an answer worries us, by the prison's rules of today. Said before the first question of self-help
 * and of each measure (domain.md 2.4 b): whoever answers knows who will hear of it.
 */
export function AlertWords() {
  return useAlertSentences().map((sentence) => <p key={sentence}>{sentence}</p>);
}

/** The same sentences, for reading aloud. */
export function useAlertSentences(): readonly string[] {
  const { t } = useTranslation('measures');
  const { policy } = useAlerts();
  return [t('worry.help'), ...sentencesOf(policy).map((key) => t(`worry.${key}`))];
}

/** Which sentences tell a policy. Words in free text never send anything, so that one always stands. */
function sentencesOf(policy: AlertPolicy): readonly ('sends' | 'sendsNot' | 'ask' | 'words')[] {
  return [policy.worryingAnswers ? 'sends' : 'sendsNot', ...(policy.askForHelp ? (['ask'] as const) : []), 'words'];
}
