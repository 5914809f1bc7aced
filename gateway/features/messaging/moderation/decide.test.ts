import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopReasonCodes, stopReasons, escalationDesks } from '#protocol/messaging/reasons.ts';
import { nextMessageState, type MessageEvent } from '#protocol/messaging/rules.ts';
import type { Contact, MessageState } from '#protocol/messaging/schema.ts';
import { claimMessage, CLAIM_LEASE, releaseClaim } from './claim.ts';
import { decide, type Decision, type ModerationActor } from './decide.ts';
import { judgeIntake, type DatedPolicy } from './judge-intake.ts';
import { moderateMessage, type ModeratedMessage } from './moderated-message.ts';
import { recordDelivery } from './record-delivery.ts';

const NOW = 1_763_800_000_000;
const ann: ModerationActor = { staffId: 'ann', desks: [], knows: [] };
const bob: ModerationActor = { staffId: 'bob', desks: ['security'], knows: [] };
const mum = {
  contactId: '00000000-0000-4000-8000-00000000000c',
  name: 'Mum',
  relationship: 'Mother',
  handling: 'moderated',
  approved: true,
  restrictions: [],
} as unknown as Contact;
const holdAll: DatedPolicy = {
  version: 1,
  effectiveFrom: 0,
  holding: { kind: 'all' },
  maxCharacters: 4000,
  perWeek: null,
};

function arrived(direction: 'out' | 'in' = 'out'): ModeratedMessage {
  const message = moderateMessage(
    mum,
    {
      messageId: '00000000-0000-7000-8000-000000000001',
      personId: '00000000-0000-4000-8000-00000000000a',
      direction,
      body: 'Hello',
      bodySha256: 'abc',
      writtenAt: NOW - 1000,
      receivedAt: NOW,
      receipt: null,
    } as unknown as Parameters<typeof moderateMessage>[1],
    [],
  );
  return message!;
}

function held(direction: 'out' | 'in' = 'out'): ModeratedMessage {
  return judgeIntake(arrived(direction), { policy: holdAll, monitored: false, chance: 0.5, now: NOW }).message;
}

function claimed(by: ModerationActor = ann, message = held()): ModeratedMessage {
  const result = claimMessage(message, by, NOW);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function tryDecision(message: ModeratedMessage, decision: Decision, actor = ann, now = NOW + 1) {
  return decide(message, { decision, bodySha256: 'abc' }, actor, now);
}

describe('a decision', () => {
  it('releases a claimed message and orders its delivery', () => {
    const result = tryDecision(claimed(), { kind: 'release' });
    expect(result).toMatchObject({ ok: true, value: { action: 'release', effects: ['put-on-tablet', 'deliver'] } });
    expect(result.ok && result.value.message.history.map((step) => step.state)).toEqual([
      'waiting',
      'held',
      'released',
    ]);
  });

  it('of a reply released puts it on the tablet and tells the family', () => {
    const result = tryDecision(claimed(ann, held('in')), { kind: 'release' });
    expect(result).toMatchObject({ ok: true, value: { effects: ['put-on-tablet', 'tell-family'] } });
  });

  it('of a reply stopped never puts it on the tablet', () => {
    const result = tryDecision(claimed(ann, held('in')), { kind: 'stop', reason: 'threat', remark: null });
    expect(result).toMatchObject({
      ok: true,
      value: { effects: ['tell-family'], message: { state: 'stopped', reason: 'threat' } },
    });
  });

  it('needs a claim of one’s own that has not run out', () => {
    expect(tryDecision(held(), { kind: 'release' })).toEqual({ ok: false, error: { code: 'claim-needed' } });
    expect(tryDecision(claimed(bob), { kind: 'release' })).toEqual({ ok: false, error: { code: 'claimed-by-other' } });
    expect(tryDecision(claimed(), { kind: 'release' }, ann, NOW + CLAIM_LEASE)).toEqual({
      ok: false,
      error: { code: 'claim-expired' },
    });
  });

  it('is refused to those who know the prisoner or the contact', () => {
    const relative = { ...ann, knows: [mum.contactId] };
    expect(tryDecision(claimed(), { kind: 'release' }, relative)).toEqual({ ok: false, error: { code: 'knows-them' } });
    expect(claimMessage(held(), relative, NOW)).toEqual({ ok: false, error: { code: 'knows-them' } });
  });

  it('is refused when the text is not the one that was read', () => {
    const result = decide(claimed(), { decision: { kind: 'release' }, bodySha256: 'other' }, ann, NOW + 1);
    expect(result).toEqual({ ok: false, error: { code: 'text-changed' } });
  });

  it('cannot be taken twice', () => {
    const first = tryDecision(claimed(), { kind: 'release' });
    expect(first.ok && tryDecision(first.value.message, { kind: 'stop', reason: 'threat', remark: null })).toEqual({
      ok: false,
      error: { code: 'not-held' },
    });
  });

  it('to return is only for what the writer can change', () => {
    expect(tryDecision(claimed(), { kind: 'return', reason: 'crime', remark: null })).toEqual({
      ok: false,
      error: { code: 'reason-not-fixable' },
    });
    expect(tryDecision(claimed(), { kind: 'return', reason: 'too-long', remark: 'Shorter, please.' })).toMatchObject({
      ok: true,
      value: { message: { state: 'returned', remark: 'Shorter, please.' } },
    });
  });
});

describe('a stop that needs two people', () => {
  const stop = { kind: 'stop', reason: 'crime', remark: null } as const;

  it('first only proposes, and leaves the message held and free to claim', () => {
    expect(tryDecision(claimed(), stop)).toMatchObject({
      ok: true,
      value: {
        action: 'propose-stop',
        effects: [],
        message: { state: 'held', claim: null, proposal: { staffId: 'ann', reason: 'crime' } },
      },
    });
  });

  it('is not seconded by the one who proposed it', () => {
    const first = tryDecision(claimed(), stop);
    const again = claimed(ann, first.ok ? first.value.message : undefined);
    expect(tryDecision(again, stop)).toEqual({ ok: false, error: { code: 'second-person-needed' } });
  });

  it('is carried out when another person agrees', () => {
    const first = tryDecision(claimed(), stop);
    const second = claimed(bob, first.ok ? first.value.message : undefined);
    expect(tryDecision(second, stop, bob)).toMatchObject({
      ok: true,
      value: { action: 'stop', message: { state: 'stopped', reason: 'crime', proposal: null } },
    });
  });

  it('cannot be overruled by a second person alone, only passed on', () => {
    const first = tryDecision(claimed(), stop);
    const second = claimed(bob, first.ok ? first.value.message : undefined);
    expect(tryDecision(second, { kind: 'release' }, bob)).toEqual({ ok: false, error: { code: 'proposal-stands' } });
    expect(tryDecision(second, { kind: 'escalate', desk: 'security' }, bob)).toMatchObject({
      ok: true,
      value: { message: { state: 'held', desk: 'security', proposal: null } },
    });
  });
});

describe('escalation and recall', () => {
  it('keeps the message held for that desk alone', () => {
    const passed = tryDecision(claimed(), { kind: 'escalate', desk: 'security' });
    const message = passed.ok ? passed.value.message : held();
    expect(claimMessage(message, ann, NOW)).toEqual({ ok: false, error: { code: 'desk-needed' } });
    expect(tryDecision(claimed(bob, message), { kind: 'release' }, bob)).toMatchObject({ ok: true });
  });

  it('takes a released message back before the first attempt to hand it over, and not after', () => {
    const released = tryDecision(claimed(), { kind: 'release' });
    const message = released.ok ? released.value.message : held();
    expect(tryDecision(message, { kind: 'recall' })).toMatchObject({
      ok: true,
      value: { effects: ['put-on-tablet', 'cancel-delivery'], message: { state: 'held', heldFor: 'recalled' } },
    });
    expect(tryDecision({ ...message, handedOverAt: NOW }, { kind: 'recall' })).toEqual({
      ok: false,
      error: { code: 'too-late' },
    });
  });

  it('takes a reply off the tablet again', () => {
    const released = tryDecision(claimed(ann, held('in')), { kind: 'release' });
    const message = released.ok ? released.value.message : held('in');
    expect(tryDecision(message, { kind: 'recall' })).toMatchObject({
      ok: true,
      value: { effects: ['remove-from-tablet', 'tell-family'] },
    });
  });

  it('gives a claim back only to the one who holds it', () => {
    expect(releaseClaim(claimed(), bob).claim).toEqual({ staffId: 'ann', until: NOW + CLAIM_LEASE });
    expect(releaseClaim(claimed(), ann).claim).toBeNull();
  });
});

it('a privileged contact’s message cannot be made into one that moderation takes', () => {
  const solicitor = { ...mum, handling: 'privileged' } as Contact;
  const { messageId, personId, direction, body, bodySha256, writtenAt, receivedAt, receipt } = arrived();
  const made = moderateMessage(
    solicitor,
    { messageId, personId, direction, body, bodySha256, writtenAt, receivedAt, receipt },
    [],
  );
  expect(made).toBeUndefined();
  const privileged = { ...held(), handling: 'privileged' as const };
  // @ts-expect-error ADR 0006: the compiler is the guard.
  decide(privileged, { decision: { kind: 'release' }, bodySha256: 'abc' }, ann, NOW);
});

describe('whatever anyone does, in any order', () => {
  const actors: readonly ModerationActor[] = [
    ann,
    bob,
    { staffId: 'cy', desks: [...escalationDesks], knows: [mum.contactId] },
  ];
  const decision: fc.Arbitrary<Decision> = fc.oneof(
    fc.constant({ kind: 'release' } as const),
    fc.record({
      kind: fc.constantFrom('stop' as const, 'return' as const),
      reason: fc.constantFrom(...stopReasonCodes),
      remark: fc.constant(null),
    }),
    fc.record({ kind: fc.constant('escalate' as const), desk: fc.constantFrom(...escalationDesks) }),
    fc.constant({ kind: 'recall' } as const),
  );
  const step = fc.oneof(
    fc.record({ do: fc.constant('decide' as const), decision, actor: fc.constantFrom(...actors) }),
    fc.record({ do: fc.constant('claim' as const), actor: fc.constantFrom(...actors) }),
    fc.record({ do: fc.constantFrom('receipt' as const, 'failure' as const, 'hand-over' as const, 'wait' as const) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
  const policy = fc.constantFrom<DatedPolicy>(holdAll, {
    ...holdAll,
    holding: { kind: 'some', flagged: true, samplePerCent: 50 },
  });

  it('a message is delivered only after exactly one release that was not recalled, and every move is in the table', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('out' as const, 'in' as const),
        policy,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.array(step, { maxLength: 40 }),
        (direction, rules, chance, steps) => {
          let message = judgeIntake(arrived(direction), { policy: rules, monitored: false, chance, now: NOW }).message;
          let now = NOW;
          for (const next of steps) {
            now += next.do === 'wait' ? CLAIM_LEASE : 1;
            message = take(message, next, now);
          }
          const states = message.history.map((entry) => entry.state);
          states.slice(1).forEach((state, index) => {
            expect(followers(states[index]!)).toContain(state);
          });
          const releases = states.filter((state) => state === 'released').length;
          const recalls = states.filter((state, index) => state === 'held' && states[index - 1] === 'released').length;
          if (message.state === 'delivered') expect(releases - recalls).toBe(1);
          expect(releases - recalls).toBeLessThanOrEqual(1);
          if (message.state === 'stopped') expect(message.reason).not.toBeNull();
          if (message.state !== 'held') expect(message.claim).toBeNull();
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('one person alone never stops for a reason that needs two', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let message = held();
        let now = NOW;
        for (const next of steps) {
          now += 1;
          message = take(message, 'actor' in next ? { ...next, actor: ann } : next, now);
        }
        if (message.state === 'stopped') expect(stopReasons[message.reason!].seconded).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  function take(message: ModeratedMessage, next: Step, now: number): ModeratedMessage {
    switch (next.do) {
      case 'claim': {
        const result = claimMessage(message, next.actor, now);
        return result.ok ? result.value : message;
      }
      case 'decide': {
        const result = decide(message, { decision: next.decision, bodySha256: 'abc' }, next.actor, now);
        return result.ok ? result.value.message : message;
      }
      case 'hand-over':
        return message.state === 'released' ? { ...message, handedOverAt: now } : message;
      case 'wait':
        return message;
      default: {
        const result = recordDelivery(message, next.do, now);
        return result.ok ? result.value.message : message;
      }
    }
  }

  function followers(state: MessageState): readonly (MessageState | null)[] {
    const events: readonly MessageEvent[] = [
      'hold',
      'release',
      'refuse',
      'stop',
      'return',
      'overturn',
      'receipt',
      'failure',
      'recall',
      'escalate',
    ];
    return events.map((event) => nextMessageState(state, event)).map((next) => (next.ok ? next.value : null));
  }
});
