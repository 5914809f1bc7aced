import { describe, expect, it } from 'vitest';
import type { MessageRecord, MessageState } from '#protocol/messaging/schema.ts';
import { countSentThisWeek, inOrder, mayWithdraw, messageSteps, standingOf } from './rules.ts';

const written = (state: MessageState, more: Partial<MessageRecord> = {}): MessageRecord =>
  ({ direction: 'out', state, history: [{ state: 'waiting', at: 1 }], receipt: null, readAt: null, writtenAt: 1, ...more }) as MessageRecord;
const shape = (message: MessageRecord, all = true) => messageSteps(message, all).map((step) => `${step.name} ${step.state}`);

describe('the way of a message', () => {
  it('begins on this tablet and promises nothing that has not happened', () => {
    expect(shape(written('waiting'))).toEqual(['tablet now', 'handed next', 'checked next', 'way next', 'delivered next']);
  });

  it('is handed over with a receipt, even before the record says more', () => {
    expect(shape(written('waiting', { receipt: 'ABCD-2346' }))).toEqual(['tablet done', 'handed now', 'checked next', 'way next', 'delivered next']);
  });

  it('says "being checked" only where it is promised or has happened', () => {
    expect(shape(written('waiting'), false)).not.toContain('checked next');
    const held = written('held', { receipt: 'R', history: [{ state: 'waiting', at: 1 }, { state: 'held', at: 2 }] });
    expect(shape(held, false)).toEqual(['tablet done', 'handed done', 'checked now', 'way next', 'delivered next']);
  });

  it('ends delivered with every station behind it', () => {
    const history = (['waiting', 'held', 'released', 'delivered'] as const).map((state, at) => ({ state, at }));
    expect(shape(written('delivered', { receipt: 'R', history }))).toEqual(['tablet done', 'handed done', 'checked done', 'way done', 'delivered done']);
  });

  it.each([['stopped', 'stopped'], ['returned', 'returned'], ['undeliverable', 'not-delivered']] as const)('that was %s ends there and shows nothing beyond', (state, name) => {
    const history = [{ state: 'waiting', at: 1 }, { state: 'held', at: 2 }, { state, at: 3 }] as const;
    const steps = messageSteps(written(state, { receipt: 'R', history: [...history] }), true);
    expect(steps.at(-1)).toEqual({ name, at: 3, state: 'now' });
    expect(steps.some((step) => step.name === 'delivered')).toBe(false);
  });

  it('that the machine refused was never handed over', () => {
    expect(shape(written('refused', { history: [{ state: 'waiting', at: 1 }, { state: 'refused', at: 2 }] }))).toEqual(['tablet done', 'refused now']);
  });
});

describe('what a message asks for', () => {
  it('a received one is unread until it was opened', () => {
    expect(standingOf({ direction: 'in', state: 'delivered', readAt: null })).toBe('unread');
    expect(standingOf({ direction: 'in', state: 'delivered', readAt: 5 })).toBe('rest');
  });

  it('a stopped one asks until somebody looked why', () => {
    expect(standingOf({ direction: 'out', state: 'stopped', readAt: null })).toBe('halted');
    expect(standingOf({ direction: 'out', state: 'stopped', readAt: 5 })).toBe('rest');
  });
});

it('a message may be taken back only while it is on this tablet', () => {
  expect(mayWithdraw(written('waiting'))).toBe(true);
  expect(mayWithdraw(written('waiting', { receipt: 'R' }))).toBe(false);
  expect(mayWithdraw(written('held'))).toBe(false);
  expect(mayWithdraw(written('waiting', { direction: 'in' }))).toBe(false);
});

it('the week counts what was written in seven days, without what the machine refused', () => {
  const day = 86_400_000;
  const now = 30 * day;
  const all = [written('held', { writtenAt: now - 6 * day }), written('held', { writtenAt: now - 8 * day }), written('refused', { writtenAt: now - day }), written('held', { writtenAt: now, direction: 'in' })];
  expect(countSentThisWeek(all, now)).toBe(1);
});

it('a thread is read from the oldest to the newest', () => {
  const one = written('held', { messageId: 'b' as never, writtenAt: 5 });
  const two = written('held', { messageId: 'a' as never, writtenAt: 7 });
  expect(inOrder([two, one])).toEqual([one, two]);
});
