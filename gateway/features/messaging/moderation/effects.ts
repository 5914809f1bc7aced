import type { ModeratedMessage } from './moderated-message.ts';

/**
 * What has to follow a move, in the same transaction. `deliver` and `cancel-delivery` concern the delivery outbox to
 * the family service; `put-on-tablet` and `remove-from-tablet` the person's stream; `tell-family` the writer outside.
 */
export type MessageEffect = 'deliver' | 'cancel-delivery' | 'put-on-tablet' | 'remove-from-tablet' | 'tell-family';

/**
 * What follows from a message having changed from `before` (undefined: it is new) to `after`. The prisoner always
 * sees their own messages; one from outside exists for them only from its release, and a recall takes it away again.
 */
export function effectsOf(before: ModeratedMessage | undefined, after: ModeratedMessage): readonly MessageEffect[] {
  if (before?.state === after.state) return [];
  if (after.direction === 'out') {
    if (after.state === 'released') return ['put-on-tablet', 'deliver'];
    if (before?.state === 'released' && after.state === 'held') return ['put-on-tablet', 'cancel-delivery'];
    return ['put-on-tablet'];
  }
  const visible = isVisibleInside(after);
  if (visible) return ['put-on-tablet', 'tell-family'];
  return before !== undefined && isVisibleInside(before) ? ['remove-from-tablet', 'tell-family'] : ['tell-family'];
}

/** True once a message from outside may be on the prisoner's tablet. */
export function isVisibleInside(message: Pick<ModeratedMessage, 'direction' | 'state'>): boolean {
  return message.direction === 'out' || message.state === 'released' || message.state === 'delivered';
}
