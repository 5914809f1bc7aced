import { describe, expect, it } from 'vitest';
import { createPrisonAuthority } from '../../tests/kiosk/support/prison-authority.ts';
import { packTrust, parseSettings, readSettings, type TabletSettings } from './settings.ts';

const key = (role: 'education' | 'security' | 'publisher') => ({ keyId: role, role, publicKey: 'A'.repeat(43) });
const good = async (): Promise<Record<string, unknown>> => ({
  gatewayTabletUrl: 'https://gateway.prison.internal:8443',
  gatewayCaPem: (await createPrisonAuthority()).caPem,
  packKeys: [key('education')],
  establishment: 'HMP Test',
});

describe('parseSettings', () => {
  it('takes good settings', async () => {
    expect(parseSettings(JSON.stringify(await good()))).toMatchObject({ ok: true });
  });

  it.each<[string, Record<string, unknown>]>([
    ['gatewayTabletUrl', { gatewayTabletUrl: 'http://gateway' }],
    ['gatewayTabletUrl', { gatewayTabletUrl: 'file:///etc' }],
    ['gatewayCaPem', { gatewayCaPem: '-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----' }],
    ['packKeys', { packKeys: [{ keyId: 'x' }] }],
    ['establishment', { establishment: '' }],
  ])('names %s when it is wrong', async (field, wrong) => {
    const judged = parseSettings(JSON.stringify({ ...(await good()), ...wrong }));
    expect(judged).toMatchObject({ ok: false, error: { code: 'not-valid' } });
    expect(!judged.ok && judged.error.detail?.startsWith(field)).toBe(true);
  });

  it('refuses a field that nobody knows: it may be meant to open something', async () => {
    expect(parseSettings(JSON.stringify({ ...(await good()), allowInspect: true }))).toMatchObject({ ok: false });
  });

  it.each(['', '{', 'null', '[]', '1'])('says why it cannot read %j', (text) => {
    expect(parseSettings(text).ok).toBe(false);
  });
});

describe('readSettings', () => {
  it('says that the file is missing, or cannot be read', () => {
    expect(readSettings('/nowhere/tablet.json')).toEqual({ ok: false, error: { code: 'missing' } });
    expect(readSettings('/')).toEqual({ ok: false, error: { code: 'unreadable' } });
  });
});

describe('packTrust', () => {
  const settings = (more: Partial<TabletSettings>): TabletSettings => more as TabletSettings;

  it('wants both people where both roles are trusted', () => {
    expect(packTrust(settings({ packKeys: [key('education'), key('security')] }))).toMatchObject({
      threshold: 2,
      requiredRoles: ['education', 'security'],
    });
  });

  it('wants one signature where only a publisher is trusted', () => {
    expect(packTrust(settings({ packKeys: [key('publisher')] }))).toMatchObject({ threshold: 1, requiredRoles: [] });
  });

  it('does as the settings say where they say something', () => {
    const keys = [key('education'), key('security'), key('publisher')];
    expect(packTrust(settings({ packKeys: keys, packThreshold: 3, packRoles: ['security'] }))).toMatchObject({
      threshold: 3,
      requiredRoles: ['security'],
    });
  });
});
