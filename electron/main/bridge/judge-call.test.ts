import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeCalls, type BridgeCallName } from '#protocol/shell/bridge.ts';
import { judgeCall, type Caller } from './judge-call.ts';

const PAGE: Caller = { isOurPage: true, isMainFrame: true, url: 'app://tablet/index.html#/home' };
const always = (): boolean => true;
const NAMES = Object.keys(bridgeCalls) as BridgeCallName[];

describe('judgeCall', () => {
  it('takes a good call of the tablet page', () => {
    const input = { prisonerNumber: 'A1234BC', pin: '482913' };
    expect(judgeCall('signIn', PAGE, input, always)).toEqual({ ok: true, value: input });
    expect(judgeCall('status', PAGE, undefined, always)).toEqual({ ok: true, value: undefined });
  });

  it.each<[string, Partial<Caller>]>([
    ['another page', { isOurPage: false }],
    ['a frame inside the page', { isMainFrame: false }],
    ['a pack', { url: 'pack://fractions/__host/player.html' }],
    ['the safe screen', { url: 'app://tablet/safe.html' }],
    ['a page from elsewhere', { url: 'https://example.org/index.html' }],
    ['a look-alike', { url: 'app://tablet.evil/index.html' }],
    ['no page at all', { url: '' }],
  ])('refuses %s, before looking at what it says', (_who, caller) => {
    for (const name of NAMES) {
      expect(judgeCall(name, { ...PAGE, ...caller }, undefined, always)).toEqual({
        ok: false,
        error: { code: 'not-ours' },
      });
    }
  });

  it('refuses what comes too often', () => {
    expect(judgeCall('status', PAGE, undefined, () => false)).toEqual({ ok: false, error: { code: 'too-often' } });
  });

  it('refuses whatever does not fit, for every call', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        (name, input) => {
          const judged = judgeCall(name, PAGE, input, always);
          if (judged.ok) expect(bridgeCalls[name].input.safeParse(input).success).toBe(true);
          else expect(judged.error.code).toBe('input-invalid');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses an extra field, which could be meant for somebody further in', () => {
    const input = { prisonerNumber: 'A1234BC', pin: '482913', admin: true };
    expect(judgeCall('signIn', PAGE, input, always)).toEqual({ ok: false, error: { code: 'input-invalid' } });
  });
});
