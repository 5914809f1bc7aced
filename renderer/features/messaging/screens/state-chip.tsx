import { useTranslation } from 'react-i18next';
import { honestState, type HonestState } from '#protocol/messaging/rules.ts';
import type { MessageRecord } from '#protocol/messaging/schema.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import type { Tone } from '../../../ui/tone.ts';

const TONES: Readonly<Record<HonestState, Tone>> = {
  'on-this-tablet': 'waiting',
  'being-checked': 'moving',
  'on-its-way': 'moving',
  delivered: 'good',
  'not-delivered': 'attention',
  refused: 'stopped',
  stopped: 'stopped',
  returned: 'attention',
};

/** Where a message is, in one or two words. Handed over and not yet heard of again has its own. */
export function StateChip({ message }: { readonly message: MessageRecord }) {
  const { t } = useTranslation('messaging');
  const state = honestState(message);
  if (state === 'on-this-tablet' && message.receipt !== null) return <StatusChip tone="moving">{t('step.handed')}</StatusChip>;
  return <StatusChip tone={TONES[state]}>{t(`state.${state}`)}</StatusChip>;
}
