import { describe, expect, it } from 'vitest';
import { screenBody } from '../../../screening/screen-body.ts';
import { hasHoldingFlag, raisesAlert } from './holding-flags.ts';
import { judgeIntake, policyAt, type DatedPolicy } from './judge-intake.ts';
import type { ModeratedMessage } from './moderated-message.ts';

const codes = (body: string, own: string | null = null) => [...new Set(screenBody(body, own).map((flag) => flag.code))];

describe('a flag', () => {
  it.each([
    ['Ring me on 07700 900123', 'phone-number'],
    ['+44 (0)20 7946 0000 is the office', 'phone-number'],
    ['We moved to SW1A 2AA', 'address'],
    ['Come to 12 Acacia Avenue', 'address'],
    ['look at www.example.org/x', 'link'],
    ['mail me at sam@example.org', 'link'],
    ['send £50 please', 'money'],
    ['forty quid, no, 40 quid', 'money'],
    ['sort code 20-00-00', 'money'],
    ['tell A1234BC I said hello', 'prisoner-number'],
    ['I want to kill myself', 'self-harm'],
    ['hello\u202eolleh', 'hidden-text'],
  ])('marks %j as %s', (body, code) => {
    expect(codes(body)).toContain(code);
  });

  it.each([
    'Happy birthday! You are 7 now, in year 2, and I am so proud.',
    'See you on 14 March at 2.30. Love, Dad x',
    'Dwi’n dy garu di. Diolch am y llythyr.',
    'We made cakes with 250 g of flour and 3 eggs.',
  ])('leaves an ordinary letter alone: %j', (body) => {
    expect(codes(body)).toEqual([]);
  });

  it('shows where it is in the text', () => {
    const body = 'Send £50 now';
    const [flag] = screenBody(body, null);
    expect(flag && body.slice(flag.start, flag.end)).toBe('£50');
  });

  it('lets a prisoner write their own number', () => {
    expect(codes('My number is A1234BC', 'A1234BC')).toEqual([]);
  });

  it('for self-harm raises an alert and never holds by itself', () => {
    const flags = screenBody('some days I want to die', null);
    expect([hasHoldingFlag(flags), raisesAlert(flags)]).toEqual([false, true]);
  });

  it('keeps at most fifty, and stays quick on the longest hostile body', () => {
    const before = process.cpuUsage();
    for (const piece of ['1 ', 'a.', '07700 900123 ', 'w-', '£1,', '1 Aa ', 'A1', '(((1']) {
      expect(screenBody(piece.repeat(20_000 / piece.length), null).length).toBeLessThanOrEqual(50);
    }
    // Of the processor, in microseconds: on the wall it is the time of whatever else this machine does, too.
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(2_000_000);
  });
});

describe('intake', () => {
  const some: DatedPolicy = {
    version: 2,
    effectiveFrom: 100,
    holding: { kind: 'some', flagged: true, samplePerCent: 5 },
    maxCharacters: 2000,
    perWeek: 10,
  };
  const all: DatedPolicy = { ...some, version: 1, effectiveFrom: 0, holding: { kind: 'all' } };
  const message = {
    handling: 'moderated',
    state: 'waiting',
    direction: 'out',
    history: [{ state: 'waiting', at: 1 }],
    flags: [],
  } as unknown as ModeratedMessage;
  const facts = { policy: some, monitored: false, chance: 0.5, now: 200 };

  it('uses the policy that took effect last', () => {
    expect(policyAt([all, some], 99)?.version).toBe(1);
    expect(policyAt([all, some], 100)?.version).toBe(2);
    expect(policyAt([some], 50)).toBeUndefined();
  });

  it('releases what the policy does not hold, with the policy’s version as actor', () => {
    expect(judgeIntake(message, facts)).toMatchObject({
      message: { state: 'released' },
      outcome: { kind: 'released', policyVersion: 2 },
    });
  });

  it('holds flagged, sampled and monitored messages, and says which', () => {
    const flagged = { ...message, flags: screenBody('www.example.org', null) };
    expect(judgeIntake(flagged, facts).outcome).toEqual({ kind: 'held', cause: 'flag' });
    expect(judgeIntake(message, { ...facts, chance: 0.049 }).outcome).toEqual({ kind: 'held', cause: 'sample' });
    expect(judgeIntake(message, { ...facts, monitored: true }).outcome).toEqual({ kind: 'held', cause: 'monitored' });
    expect(judgeIntake(message, { ...facts, policy: all }).outcome).toEqual({ kind: 'held', cause: 'policy' });
  });

  it('lets a message with self-harm words go on', () => {
    const worrying = { ...message, flags: screenBody('I want to die', null) };
    expect(judgeIntake(worrying, facts).outcome.kind).toBe('released');
  });
});
