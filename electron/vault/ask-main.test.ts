import { describe, expect, it } from 'vitest';
import type { PrisonerNumber } from '#protocol/ids.ts';
import { createAskMain } from './ask-main.ts';
import { vaultWordSchema } from './vault-messages.ts';

const question = { ask: 'place', call: 'signIn', prisonerNumber: 'A1234BC' as PrisonerNumber } as const;
const found = (tabletId: string) => ({ ok: true, value: { tabletId, gatewayKey: 'AAAA' } });
const HERE = found('0193a000-0000-7000-8000-000000000001');
const THERE = found('0193a000-0000-7000-8000-000000000002');

describe('asking main', () => {
  it('finds each answer its question, in whatever order they come', async () => {
    const said: unknown[] = [];
    const main = createAskMain((word) => said.push(word));
    const asked = [main.ask(question), main.ask(question)];
    main.hear({ turn: 2, answer: THERE });
    main.hear({ turn: 1, answer: HERE });
    expect(await Promise.all(asked)).toEqual([HERE, THERE]);
    for (const word of said) expect(vaultWordSchema.safeParse(word).success).toBe(true);
  });

  it.each([
    ['word that main failed', { turn: 1, failed: true }],
    ['an answer of another form', { turn: 1, answer: { ok: true, value: { tabletId: 'x' } } }],
    ['the answer to another question', { turn: 1, answer: { ok: false, error: { code: 'code-used' } } }],
  ])('takes %s as a failure', async (_what, message) => {
    const main = createAskMain(() => undefined);
    const asked = main.ask(question);
    main.hear(message);
    await expect(asked).rejects.toThrow('Main failed');
  });
});
