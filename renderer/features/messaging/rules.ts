import type { MessageRecord, MessageState } from '#protocol/messaging/schema.ts';

/** What a message asks of the person's attention; the home screen counts by it. */
export type Standing = 'unread' | 'waiting' | 'moving' | 'halted' | 'rest';

/** Judges what a message asks for. `halted` is stopped, returned, refused or not delivered, and not yet looked at. */
export function standingOf(message: Pick<MessageRecord, 'direction' | 'state' | 'readAt'>): Standing {
  if (message.direction === 'in') return message.readAt === null ? 'unread' : 'rest';
  const standings: Readonly<Record<MessageState, Standing>> = {
    waiting: 'waiting',
    held: 'moving',
    released: 'moving',
    delivered: 'rest',
    undeliverable: 'halted',
    refused: 'halted',
    stopped: 'halted',
    returned: 'halted',
  };
  return message.readAt === null ? standings[message.state] : 'rest';
}

/** The stations of a message that was written here (product law 2). */
export type StepName = 'tablet' | 'handed' | 'checked' | 'way' | 'delivered' | 'not-delivered' | 'stopped' | 'returned' | 'refused';

/** One station: when it was reached, by the gateway's clock, or undefined where it was not or is not known. */
export type Step = { readonly name: StepName; readonly at: number | undefined; readonly state: 'done' | 'now' | 'next' };

/** Where a message came to stand for good, if not where it should. */
const ENDS: Readonly<Partial<Record<MessageState, StepName>>> = {
  undeliverable: 'not-delivered',
  stopped: 'stopped',
  returned: 'returned',
  refused: 'refused',
};

/**
 * The way of a message: what is behind it, where it is now, what is still to come. Takes the record and whether every
 * message is read by staff (then "being checked" is promised, otherwise it is shown only when it happened).
 */
export function messageSteps(message: Pick<MessageRecord, 'state' | 'history' | 'receipt'>, allAreChecked: boolean): readonly Step[] {
  const reached = (state: MessageState) => message.history.find((entry) => entry.state === state)?.at;
  const wasHeld = message.history.some((entry) => entry.state === 'held');
  const handedAt = message.history.find((entry) => entry.state !== 'waiting' && entry.state !== 'refused')?.at;
  const road: readonly (Omit<Step, 'state'>)[] = [
    { name: 'tablet', at: reached('waiting') },
    { name: 'handed', at: handedAt },
    ...(wasHeld || allAreChecked ? [{ name: 'checked' as const, at: reached('held') }] : []),
    { name: 'way', at: reached('released') },
    { name: 'delivered', at: reached('delivered') },
  ];
  const end = ENDS[message.state];
  if (end === undefined) return markRoad(road, stationOf(message));
  const behind = road.filter((step) => step.at !== undefined).map((step) => ({ ...step, state: 'done' as const }));
  return [...behind, { name: end, at: message.history.findLast((entry) => entry.state === message.state)?.at, state: 'now' }];
}

/** Where a message on its road is. With a receipt it has been handed over, even before its record says more. */
function stationOf(message: Pick<MessageRecord, 'state' | 'receipt'>): StepName {
  if (message.state === 'held') return 'checked';
  if (message.state === 'released') return 'way';
  if (message.state === 'delivered') return 'delivered';
  return message.receipt === null ? 'tablet' : 'handed';
}

function markRoad(road: readonly Omit<Step, 'state'>[], at: StepName): readonly Step[] {
  const here = road.findIndex((step) => step.name === at);
  return road.map((step, index) => {
    const isEnd = at === 'delivered' && index === here;
    return { ...step, state: index < here || isEnd ? 'done' : index === here ? 'now' : 'next' };
  });
}

/** True while the person may take the message back: it has not been tried to be handed over as far as is known here. */
export function mayWithdraw(message: Pick<MessageRecord, 'direction' | 'state' | 'receipt'>): boolean {
  return message.direction === 'out' && message.state === 'waiting' && message.receipt === null;
}

/** Seven days, the allowance's week, in milliseconds. */
const WEEK = 7 * 86_400_000;

/** How many messages count against this week's allowance at `now`. What the machine refused does not. */
export function countSentThisWeek(messages: readonly Pick<MessageRecord, 'direction' | 'state' | 'writtenAt'>[], now: number): number {
  return messages.filter((message) => message.direction === 'out' && message.state !== 'refused' && message.writtenAt > now - WEEK).length;
}

/** Messages of a thread in the order they are read: by time, and where that is the same by id. */
export function inOrder(messages: readonly MessageRecord[]): readonly MessageRecord[] {
  return [...messages].sort((one, other) => one.writtenAt - other.writtenAt || (one.messageId < other.messageId ? -1 : 1));
}
