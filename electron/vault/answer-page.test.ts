import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VAULT_CALLS, type VaultCallName, type VaultReply } from '#protocol/shell/vault-port.ts';
import type { CallHandlers } from '../calls/answer-call.ts';
import { RATES } from '../calls/rates.ts';
import { answerPage } from './answer-page.ts';

const HELLO: VaultReply = { turn: 0, answer: null };
const SIGN_IN = { prisonerNumber: 'A1234BC', pin: '482913' };

/** A page's port as the vault sees it: `say` is the page, `heard` what it got. */
function openPage(handlers: Partial<CallHandlers<VaultCallName>> = {}) {
  const heard: VaultReply[] = [];
  const asked: unknown[] = [];
  const notes: string[] = [];
  let listen: (message: { data: unknown }) => void = () => undefined;
  const all = Object.fromEntries(VAULT_CALLS.map((name) => [name, async (input: unknown) => (asked.push(input), { ok: false, error: { code: 'signed-out' } })]));
  const page = answerPage(
    {
      on: (_event, listener) => (listen = listener),
      postMessage: (reply) => heard.push(reply),
      start: () => undefined,
      close: () => undefined,
    },
    {
      handlers: { ...(all as CallHandlers<VaultCallName>), ...handlers },
      now: () => 0,
      note: (event, call, code) => notes.push(`${event} ${call} ${code}`),
    },
  );
  const say = async (data: unknown): Promise<void> => {
    listen({ data });
    await new Promise(setImmediate);
  };
  return { page, say, heard, asked, notes };
}

describe('answerPage', () => {
  it('speaks first, so that the page knows that nobody stands between', () => {
    expect(openPage().heard).toEqual([HELLO]);
  });

  it('answers a call with its turn', async () => {
    const { say, heard, asked } = openPage();
    await say({ turn: 7, call: 'makeRecoverySheet', input: undefined });
    expect(heard.slice(1)).toEqual([{ turn: 7, answer: { ok: false, error: { code: 'signed-out' } } }]);
    expect(asked).toEqual([undefined]);
  });

  it('refuses input that does not fit, for every call, and does nothing for it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...VAULT_CALLS), fc.jsonValue({ maxDepth: 3 }), async (call, input) => {
        const { say, heard, asked } = openPage();
        await say({ turn: 1, call, input });
        expect(heard.slice(1)).toEqual([{ turn: 1, refused: 'input-invalid' }]);
        expect(asked).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('does not answer what is no call: another name, another form, a call of main', async () => {
    const { say, heard, asked } = openPage();
    for (const data of [null, 'signIn', {}, { turn: 0, call: 'signIn', input: SIGN_IN }, { turn: 1, call: 'signIn', input: SIGN_IN, extra: 1 }, { turn: 1, call: 'signOut', input: undefined }, { turn: 1, call: 'prepare' }])
      await say(data);
    expect(heard).toEqual([HELLO]);
    expect(asked).toEqual([]);
  });

  it.each(VAULT_CALLS)('refuses %s once it comes too often, before it looks at what it says', async (call) => {
    const { say, heard } = openPage();
    for (let turn = 1; turn <= RATES[call].burst + 1; turn += 1) await say({ turn, call, input: 'x' });
    expect(heard.at(-1)).toEqual({ turn: RATES[call].burst + 1, refused: 'too-often' });
    expect(heard.at(-2)).toEqual({ turn: RATES[call].burst, refused: 'input-invalid' });
  });

  it('says failed, and no more, when a handler throws or answers something else', async () => {
    const { say, heard, notes } = openPage({
      signIn: () => Promise.reject(new Error('what was being opened')),
      makeRecoverySheet: (async () => ({ ok: true, value: 'words' })) as never,
    });
    await say({ turn: 1, call: 'signIn', input: SIGN_IN });
    await say({ turn: 2, call: 'makeRecoverySheet', input: undefined });
    expect(heard.slice(1)).toEqual([{ turn: 1, refused: 'failed' }, { turn: 2, refused: 'failed' }]);
    expect(notes[1]).toBe('bridge-failed makeRecoverySheet output-invalid');
  });

  it('says and does nothing more once its page is over, not even what was begun', async () => {
    let finish: (answer: never) => void = () => undefined;
    const { page, say, heard, asked } = openPage({ signIn: () => new Promise((resolve) => (finish = resolve)) });
    await say({ turn: 1, call: 'signIn', input: SIGN_IN });
    page.close();
    finish({ ok: false, error: { code: 'wrong-pin', waitFor: 0 } } as never);
    await say({ turn: 2, call: 'makeRecoverySheet', input: undefined });
    expect(heard).toEqual([HELLO]);
    expect(asked).toEqual([]);
  });
});
