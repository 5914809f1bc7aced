import { describe, expect, it } from 'vitest';
import { appealAnswers, appealStates, askAppealSchema, checkAppeal, nextAppealState, type AppealEvent } from './appeal.ts';

const DAY = 86_400_000;
const stopped = { direction: 'out', state: 'stopped' } as const;
const open = { state: 'open', openUntil: 10 * DAY } as const;

describe('asking for another look', () => {
  it('is for the writer of a message that is stopped', () => {
    const at = { appeal: open, now: DAY, lateBy: 0 };
    expect(checkAppeal({ ...at, message: stopped }).ok).toBe(true);
    for (const state of ['waiting', 'held', 'released', 'delivered', 'undeliverable', 'refused', 'returned'] as const)
      expect(checkAppeal({ ...at, message: { direction: 'out', state } })).toEqual({ ok: false, error: { code: 'appeal-not-stopped' } });
    expect(checkAppeal({ ...at, message: { direction: 'in', state: 'stopped' } })).toEqual({ ok: false, error: { code: 'appeal-not-stopped' } });
  });

  it('can be done once', () => {
    for (const state of appealStates.filter((one) => one !== 'open'))
      expect(checkAppeal({ message: stopped, appeal: { ...open, state }, now: DAY, lateBy: 0 })).toEqual({ ok: false, error: { code: 'appeal-made' } });
  });

  it('ends with the last day told; a line that was down may take as long again as the other side allows', () => {
    const late = { message: stopped, appeal: open, now: 10 * DAY + 1 };
    expect(checkAppeal({ ...late, now: 10 * DAY, lateBy: 0 }).ok).toBe(true);
    expect(checkAppeal({ ...late, lateBy: 0 })).toEqual({ ok: false, error: { code: 'appeal-too-late' } });
    expect(checkAppeal({ ...late, lateBy: DAY }).ok).toBe(true);
  });

  it('takes a few plain lines in any script, or none, and no invisible signs', () => {
    const messageId = '00000000-0000-7000-8000-0000000000c1';
    for (const words of [null, 'It was a joke.\nMy sister knows it.', 'كانت مزحة.'])
      expect(askAppealSchema.safeParse({ messageId, words }).success, String(words)).toBe(true);
    for (const words of ['', 'x'.repeat(501), 'a\u200bb', 'a\u0000'])
      expect(askAppealSchema.safeParse({ messageId, words }).success, JSON.stringify(words)).toBe(false);
    expect(askAppealSchema.safeParse({ messageId, words: null, state: 'overturned' }).success).toBe(false);
  });
});

describe('the states of an appeal', () => {
  it('are reached only by the moves of the table', () => {
    const events: readonly AppealEvent[] = ['write', 'ask', 'refuse', 'uphold', 'overturn', 'reopen'];
    const moves = appealStates.flatMap((from) => events.flatMap((event) => {
      const next = nextAppealState(from, event);
      return next.ok ? [`${from} ${event} ${next.value}`] : [];
    }));
    expect(moves).toEqual([
      'open write waiting',
      'open ask asked',
      'waiting ask asked',
      'waiting refuse refused',
      'asked uphold upheld',
      'asked overturn overturned',
      'overturned reopen open',
    ]);
  });

  it('each answer ends in one of two of them', () => {
    expect(new Set(Object.values(appealAnswers))).toEqual(new Set(['upheld', 'overturned']));
  });
});
