import { useTranslation } from 'react-i18next';
import type { MessageState } from '#protocol/messaging/schema.ts';
import { StatusChip } from '../../../../renderer/ui/status-chip.tsx';
import type { Tone } from '../../../../renderer/ui/tone.ts';

const TONES: Readonly<Record<MessageState, Tone>> = {
  waiting: 'waiting',
  held: 'waiting',
  released: 'moving',
  delivered: 'good',
  undeliverable: 'attention',
  refused: 'stopped',
  stopped: 'stopped',
  returned: 'attention',
};

/** Where a message stands, in staff's words. */
export function MessageStateChip({ state }: { readonly state: MessageState }) {
  const { t } = useTranslation('moderation');
  return <StatusChip tone={TONES[state]}>{t(`state.${state}`)}</StatusChip>;
}
