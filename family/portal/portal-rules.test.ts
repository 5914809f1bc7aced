import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bodySchema } from '#protocol/messaging/schema.ts';
import { messageStates } from '#protocol/messaging/schema.ts';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { replyInfo } from '#protocol/family-link/schema.ts';
import type { SendReply, Thread } from '../family-api.ts';
import type { Draft } from './drafts.ts';
import { handIn } from './hand-in.ts';
import { isolateName } from './isolate-name.ts';
import { messageNumber } from './message-number.ts';
import { stateOf } from './message-state.ts';
import { useOwnWords } from './own-words.ts';
import { addressOf, placeOf } from './place.ts';
import { tidyBody } from './tidy-body.ts';

describe('a written text', () => {
  it('is tidied to what the prison takes, without anything seen being lost', () => {
    const tidy = tidyBody('  a\u200bb\u0007c\r\nd\ufeff \u{e0067} ', 100);
    expect(tidy).toEqual({ ok: true, value: 'abc\nd' });
    expect(bodySchema.safeParse(tidy.ok && tidy.value).success).toBe(true);
  });

  it('keeps joined pictures and letters of every script', () => {
    for (const text of ['👩‍👩‍👧 ❤️', 'ببببب', 'Dŵr, tŷ', 'ไทย', 'e\u0301'])
      expect(tidyBody(text, 100)).toEqual({ ok: true, value: text });
  });

  it('is judged by what a reader counts', () => {
    expect(tidyBody('👍'.repeat(10), 10).ok).toBe(true);
    expect(tidyBody('x'.repeat(11), 10)).toEqual({ ok: false, error: { code: 'too-long' } });
    expect(tidyBody(' \u200b\n', 10)).toEqual({ ok: false, error: { code: 'empty' } });
  });
});

describe('a place', () => {
  it.each(['#/', '#/join', '#/sign-in', '#/add', '#/person/abc', '#/person/abc/write', '#/person/abc/sent'])(
    '%s has this address and no other',
    (address) => {
      expect(addressOf(placeOf(address))).toBe(address);
    },
  );

  it.each(['', '#', '#/person', '#/person/', '#/<script>', '#/nowhere/else'])(
    'that nobody knows (%j) is home',
    (address) => {
      expect(placeOf(address)).toEqual({ name: 'home' });
    },
  );
});

describe('an own message', () => {
  it('has words for every state, and is “collected” only when the prison has it', () => {
    for (const state of messageStates) expect(stateOf({ state, fetchedAt: null }).key).toBe(state);
    expect(stateOf({ state: 'waiting', fetchedAt: 1 }).key).toBe('collected');
  });

  it('has a number to name on the telephone', () => {
    expect(messageNumber('00000000-0000-4000-8000-0000a1b2c3d4')).toBe('A1B2-C3D4');
  });

  it('names its reader in one piece in a right-to-left sentence', () => {
    expect([isolateName('Sam R.', 'ltr'), isolateName('Sam R.', 'rtl')]).toEqual(['Sam R.', '\u2068Sam R.\u2069']);
  });
});

describe('handing in', () => {
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const realFetch = globalThis.fetch;
  let pair: Awaited<ReturnType<typeof suite.kem.generateKeyPair>>;
  let thread: Thread;
  let calls: SendReply[];
  let answers: ('lost' | 'taken' | 'paused')[];
  let draft: Draft;
  const keep = (next: Draft): void => {
    draft = next;
  };

  beforeEach(async () => {
    pair = await suite.kem.generateKeyPair();
    const gatewayKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url');
    const person = {
      contactId: '00000000-0000-4000-8000-00000000000c',
      prisonerName: 'Sam R.',
      active: true,
      unread: 0,
      lastAt: null,
    };
    thread = { person, gatewayKey, maxCharacters: 100, messages: [] } as unknown as Thread;
    calls = [];
    answers = [];
    draft = { text: 'Hello', attempt: null };
    useOwnWords.setState({ words: new Map(), last: undefined });
    globalThis.fetch = async (_url, options) => {
      const sealed = JSON.parse(options?.body as string) as SendReply;
      calls.push(sealed);
      const answer = answers.shift();
      if (answer === 'lost') throw new TypeError('network');
      if (answer === 'paused') return Response.json({ code: 'contact-not-active' }, { status: 409 });
      const message = {
        direction: 'from-family',
        messageId: sealed.messageId,
        at: 5,
        fetchedAt: null,
        state: 'waiting',
        stateAt: 5,
        reason: null,
      };
      return Response.json({ message });
    };
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('sends only sealed words, which open as this message from this contact', async () => {
    await handIn(thread, 'Hello', draft, keep);
    const [sent] = calls;
    expect(JSON.stringify(sent)).not.toContain('Hello');
    const info = new TextEncoder().encode(replyInfo(thread.person.contactId, sent!.messageId)).slice().buffer;
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url')).buffer;
    const plain = await suite.open({ recipientKey: pair.privateKey, enc: bytes(sent!.enc), info }, bytes(sent!.box));
    expect(JSON.parse(Buffer.from(plain).toString())).toEqual({ body: 'Hello' });
  });

  it('says nothing was handed in until the service has said so', async () => {
    answers = ['lost', 'paused'];
    expect(await handIn(thread, 'Hello', draft, keep)).toEqual({ ok: false, error: { code: 'offline' } });
    expect(await handIn(thread, 'Hello', draft, keep)).toEqual({
      ok: false,
      error: { code: 'contact-not-active', retryAfter: undefined },
    });
    expect(useOwnWords.getState().last).toBeUndefined();
    expect(draft.text).toBe('Hello');
    expect(await handIn(thread, 'Hello', draft, keep)).toEqual({ ok: true, value: undefined });
    expect(useOwnWords.getState().last).toMatchObject({ at: 5 });
  });

  it('again after a lost answer sends the very same bytes, so that it has the effect of once', async () => {
    answers = ['lost', 'taken'];
    await handIn(thread, 'Hello', draft, keep);
    await handIn(thread, 'Hello', draft, keep);
    expect(calls[1]).toEqual(calls[0]);
  });

  it('of other words is another message', async () => {
    answers = ['lost', 'taken'];
    await handIn(thread, 'Hello', draft, keep);
    await handIn(thread, 'Hello again', draft, keep);
    expect(calls[1]?.messageId).not.toBe(calls[0]?.messageId);
  });
});
