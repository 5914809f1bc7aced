import { describe, expect, it } from 'vitest';
import type { PrisonerNumber } from '#protocol/ids.ts';
import { fail } from '#protocol/result.ts';
import { RATES } from '../calls/rates.ts';
import { createVaultHelp } from './answer-vault.ts';

const prisonerNumber = 'A1234BC' as PrisonerNumber;
const tablet = { tabletId: '0193a000-0000-7000-8000-000000000001', gatewayKey: 'AAAA', name: 'B2-14', establishment: 'HMP Test', certificate: 'x' };

function helpOf(enrolled?: 'none') {
  const noted: string[] = [];
  let now = 0;
  const link = { enrolment: () => (enrolled === 'none' ? undefined : tablet), firstSignIn: async () => fail({ code: 'unreachable' }) };
  const help = createVaultHelp(link as never, () => now, (event, call, code) => noted.push(`${event} ${call} ${code}`));
  return { help, noted, later: (milliseconds: number) => (now += milliseconds) };
}

const place = (call: 'signIn' | 'firstSignIn') => ({ ask: 'place', call, prisonerNumber }) as const;

describe('what main does for the vault', () => {
  it('says where the tablet is and no more of its enrolment', async () => {
    const { help } = helpOf();
    expect(await help.answer(place('signIn'))).toEqual({ ok: true, value: { tabletId: tablet.tabletId, gatewayKey: 'AAAA' } });
  });

  it('says that there is no tablet yet', async () => {
    const { help } = helpOf('none');
    for (const call of ['signIn', 'firstSignIn'] as const) expect(await help.answer(place(call))).toEqual({ ok: false, error: { code: 'not-enrolled' } });
  });

  it('remembers when a wrong PIN was learned of, longer than a process of the vault lives', async () => {
    const { help } = helpOf();
    help.hear({ tell: 'tried', prisonerNumber, learnedAt: 5 });
    expect(await help.answer(place('signIn'))).toMatchObject({ value: { learnedAt: 5 } });
    help.hear({ tell: 'tried', prisonerNumber, learnedAt: null });
    expect(await help.answer(place('signIn'))).not.toHaveProperty('value.learnedAt');
  });

  it.each(['signIn', 'firstSignIn'] as const)('lets nobody %s more often because a page loads itself again', async (call) => {
    const { help, later } = helpOf();
    const { burst, perSecond } = RATES[call];
    for (let times = 0; times < burst; times += 1) expect(await help.answer(place(call))).toMatchObject({ ok: true });
    expect(await help.answer(place(call))).toEqual({ ok: false, error: { code: 'too-often' } });
    later(1000 / perSecond);
    expect(await help.answer(place(call))).toMatchObject({ ok: true });
  });

  it('hands on what the gateway says to a first sign-in, and notes what the vault refused', async () => {
    const { help, noted } = helpOf();
    expect(await help.answer({ ask: 'first-sign-in', prisonerNumber, code: 'BCDF-GHJK', publicKey: 'AAAA' })).toEqual({ ok: false, error: { code: 'unreachable' } });
    help.hear({ tell: 'note', event: 'bridge-refused', call: 'signIn', code: 'too-often' });
    expect(noted).toEqual(['bridge-refused signIn too-often']);
  });
});
