import { describe, expect, it } from 'vitest';
import type { PersonId, PrisonerNumber, TabletId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import { TooOften } from '../calls/answer-call.ts';
import type { AskMain } from './ask-main.ts';
import { createSignIns } from './sign-ins.ts';

const SAM = { prisonerNumber: 'A1234BC' as PrisonerNumber, pin: '482913' };
const FIRST = { ...SAM, code: 'BCDF-GHJK' };
const place = { tabletId: '0193a000-0000-7000-8000-000000000001' as TabletId, gatewayKey: 'AAAA' };
const taken = { personId: '0193a000-0000-7000-8000-00000000000a' as PersonId, displayName: 'Sam' };

/** Sign-ins over a vault and a main that answer as they are told; what each heard is kept, in order. */
function signInsWith(answers: Readonly<Record<string, unknown>>) {
  const heard: Record<string, unknown>[] = [];
  const answer = async (request: { readonly ask: string }): Promise<never> => {
    heard.push(request);
    return answers[request.ask] as never;
  };
  const main: AskMain = { ask: answer, tell: (news) => heard.push(news) };
  return { signIns: createSignIns(answer, main), heard };
}

describe('signing in, in the vault', () => {
  it('never tells main or the gateway the PIN, nor main what the vault answers', async () => {
    const told: unknown[] = [];
    const main = { ask: async (question: { ask: string }) => (told.push(question), question.ask === 'place' ? ok(place) : ok(taken)) as never, tell: (news: unknown) => void told.push(news) };
    const vault = async ({ ask }: { ask: string }) => (ask === 'prepare' ? ok({ publicKey: 'KEY' }) : ok({ dataKey: 'SECRET' })) as never;
    const signIns = createSignIns(vault, main);
    await signIns.firstSignIn(FIRST);
    await signIns.signIn(SAM);
    expect(told).toEqual([
      { ask: 'place', call: 'firstSignIn', prisonerNumber: SAM.prisonerNumber },
      { ask: 'first-sign-in', prisonerNumber: SAM.prisonerNumber, code: FIRST.code, publicKey: 'KEY' },
      { ask: 'place', call: 'signIn', prisonerNumber: SAM.prisonerNumber },
      { tell: 'tried', prisonerNumber: SAM.prisonerNumber, learnedAt: null },
    ]);
  });

  it('does nothing in the vault before main has said where it is, and that it may', async () => {
    const away = signInsWith({ place: fail({ code: 'not-enrolled' }) });
    expect(await away.signIns.signIn(SAM)).toEqual({ ok: false, error: { code: 'not-enrolled' } });
    expect(await away.signIns.firstSignIn(FIRST)).toEqual({ ok: false, error: { code: 'not-enrolled' } });
    const often = signInsWith({ place: fail({ code: 'too-often' }) });
    await expect(often.signIns.signIn(SAM)).rejects.toThrow(TooOften);
    await expect(often.signIns.firstSignIn(FIRST)).rejects.toThrow(TooOften);
    for (const { ask } of [...away.heard, ...often.heard]) expect(ask).toBe('place');
  });

  it('takes the time of the last wrong PIN from main and gives it the new one, for people of this tablet alone', async () => {
    const wrong = signInsWith({ place: ok({ ...place, learnedAt: 5 }), unlock: fail({ code: 'wrong-pin', waitFor: 2000, learnedAt: 9 }) });
    expect(await wrong.signIns.signIn(SAM)).toEqual({ ok: false, error: { code: 'wrong-pin', waitFor: 2000 } });
    expect(wrong.heard.slice(1)).toEqual([
      { ask: 'unlock', ...place, learnedAt: 5, ...SAM },
      { tell: 'tried', prisonerNumber: SAM.prisonerNumber, learnedAt: 9 },
    ]);
    const stranger = signInsWith({ place: ok(place), unlock: fail({ code: 'not-on-this-tablet' }) });
    await stranger.signIns.signIn(SAM);
    expect(stranger.heard.map(({ ask }) => ask)).toEqual(['place', 'unlock']);
  });

  it('keeps the record of a first sign-in only once the gateway has taken it', async () => {
    const refused = signInsWith({ place: ok(place), prepare: ok({ publicKey: 'KEY' }), 'first-sign-in': fail({ code: 'code-used' }) });
    expect(await refused.signIns.firstSignIn(FIRST)).toEqual({ ok: false, error: { code: 'code-used' } });
    expect(refused.heard.map(({ ask }) => ask)).toEqual(['place', 'prepare', 'first-sign-in']);
    const unfit = signInsWith({ place: ok(place), prepare: fail({ code: 'pin-unfit', fault: 'short' }) });
    expect(await unfit.signIns.firstSignIn(FIRST)).toEqual({ ok: false, error: { code: 'pin-unfit' } });
    expect(unfit.heard.map(({ ask }) => ask)).toEqual(['place', 'prepare']);
  });
});
