import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeCalls, type BridgeCallName } from '#protocol/shell/bridge.ts';
import { doCall, judgeInput, TooOften } from './answer-call.ts';

const always = (): boolean => true;
const NAMES = Object.keys(bridgeCalls) as BridgeCallName[];

describe('judgeInput', () => {
  it('takes what fits', () => {
    const input = { prisonerNumber: 'A1234BC', pin: '482913' };
    expect(judgeInput('signIn', input, always)).toEqual({ ok: true, value: input });
    expect(judgeInput('status', undefined, always)).toEqual({ ok: true, value: undefined });
  });

  it('refuses whatever does not fit, for every call', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        (name, input) => {
          const judged = judgeInput(name, input, always);
          if (judged.ok) expect(bridgeCalls[name].input.safeParse(input).success).toBe(true);
          else expect(judged.error.code).toBe('input-invalid');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses an extra field, which could be meant for somebody further in', () => {
    const input = { prisonerNumber: 'A1234BC', pin: '482913', admin: true };
    expect(judgeInput('signIn', input, always)).toEqual({ ok: false, error: { code: 'input-invalid' } });
  });

  it('refuses what comes too often before it looks at what it says', () => {
    expect(judgeInput('signIn', { any: 'thing' }, () => false)).toEqual({ ok: false, error: { code: 'too-often' } });
  });
});

describe('doCall', () => {
  const notes: string[] = [];
  const note = (event: string, call: string, code: string): void => void notes.push(`${event} ${call} ${code.split('\n')[0] ?? ''}`);

  it('hands on what the schema of the call allows, and nothing else', async () => {
    const done = await doCall('signOut', async () => ({ ok: true, value: null, secret: 'x' }), undefined, note);
    expect(done).toEqual({ ok: true, value: { ok: true, value: null } });
  });

  it('says failed, and no more, of an answer of another form and of a handler that throws', async () => {
    const failed = { ok: false, error: { code: 'failed' } };
    expect(await doCall('signOut', async () => 'done', undefined, note)).toEqual(failed);
    expect(await doCall('signOut', () => Promise.reject(new TypeError('x')), undefined, note)).toEqual(failed);
    expect(notes).toEqual(['bridge-failed signOut output-invalid', 'bridge-failed signOut TypeError: x']);
  });

  it('says too-often where a handler may not go on', async () => {
    expect(await doCall('signIn', () => Promise.reject(new TooOften()), undefined, note)).toEqual({ ok: false, error: { code: 'too-often' } });
  });
});
