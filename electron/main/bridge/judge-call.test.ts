import { describe, expect, it } from 'vitest';
import { bridgeCalls, type BridgeCallName } from '#protocol/shell/bridge.ts';
import { isVaultCall, type MainCallName } from '#protocol/shell/vault-port.ts';
import { judgeCall, type Caller } from './judge-call.ts';

const PAGE: Caller = { isOurPage: true, isMainFrame: true, url: 'app://tablet/index.html#/home' };
const always = (): boolean => true;
const NAMES = (Object.keys(bridgeCalls) as BridgeCallName[]).filter((name): name is MainCallName => !isVaultCall(name));

describe('judgeCall', () => {
  it('takes a good call of the tablet page', () => {
    const input = { code: 'BCDF-GHJK' };
    expect(judgeCall('enrol', PAGE, input, always)).toEqual({ ok: true, value: input });
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
});
