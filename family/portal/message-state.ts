import type { ThreadMessage } from '../family-api.ts';
import type { Tone } from '../../renderer/ui/tone.ts';

type OwnMessage = Extract<ThreadMessage, { direction: 'from-family' }>;

/** The key of the sentence on where an own message is, and how it looks. Nothing better than the truth is said. */
export function stateOf(message: Pick<OwnMessage, 'state' | 'fetchedAt'>): {
  readonly key: OwnMessage['state'] | 'collected';
  readonly tone: Tone;
} {
  if (message.state === 'waiting' && message.fetchedAt !== null) return { key: 'collected', tone: 'waiting' };
  return { key: message.state, tone: TONES[message.state] };
}

/** When it came there. */
export function stateTime(message: Pick<OwnMessage, 'state' | 'fetchedAt' | 'stateAt'>): number {
  return message.state === 'waiting' ? (message.fetchedAt ?? message.stateAt) : message.stateAt;
}

const TONES: Readonly<Record<OwnMessage['state'], Tone>> = {
  waiting: 'waiting',
  held: 'waiting',
  released: 'moving',
  delivered: 'good',
  undeliverable: 'stopped',
  refused: 'stopped',
  stopped: 'stopped',
  returned: 'attention',
};
