import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactIdSchema, messageIdSchema } from '#protocol/ids.ts';
import type { Contact } from '#protocol/messaging/schema.ts';
import { signedInPerson, type PersonHere } from '../../../tests/support/signed-in-person.ts';
import { markRead, saveDraft, sendMessage, withdrawMessage } from './actions.ts';
import { messagingData } from './data.ts';
import { loadByStanding, loadDraft, loadMessage, loadPeople, loadThread } from './queries.ts';
import { applyMessagingAnswer, applyMessagingChange } from './sync.ts';

const contactId = contactIdSchema.parse('00000000-0000-7000-8000-0000000000aa');
const mum: Contact = { contactId, name: 'Carol', relationship: 'Mother', handling: 'moderated', approved: true, restrictions: [] };
let here: PersonHere;

const parts = () => ({ database: here.database, outbox: here.person.outbox, now: Date.now() });
/** Applies a change as the sync room does. */
async function receive(record: string, id: string, put: unknown): Promise<void> {
  const writes = await applyMessagingChange({ record, id, put }, here.database);
  await here.person.outbox.recordIntention({ writes, operations: [] });
}
const received = (messageId: string, more: object = {}) => ({
  messageId, contactId, direction: 'in', body: 'Hello love', writtenAt: 5, state: 'delivered', history: [], receipt: null, reason: null, refusal: null, remark: null, readAt: null, ...more,
});

beforeEach(async () => {
  here = await signedInPerson({ messaging: messagingData });
  await receive('messaging.contact', contactId, mum);
});
afterEach(async () => { await here.close(); });

describe('sending', () => {
  it('OUT-1 stores the message, its operation and the end of the draft together', async () => {
    await saveDraft(parts(), contactId, 'Hello Mum');
    const sent = await sendMessage(parts(), mum, '  Hello Mum \n');
    expect(sent.ok).toBe(true);
    const [message] = await loadThread(here.database, contactId);
    expect(message).toMatchObject({ body: 'Hello Mum', state: 'waiting', receipt: null });
    expect(await here.handedOver()).toEqual([expect.objectContaining({ id: message!.messageId, kind: 'messaging.send', payload: { messageId: message!.messageId, contactId, body: 'Hello Mum' } })]);
    expect(await loadDraft(here.database, contactId)).toBeUndefined();
  });

  it('to a privileged contact stores nothing at all', async () => {
    const sent = await sendMessage(parts(), { ...mum, handling: 'privileged' }, 'About my case');
    expect(sent).toEqual({ ok: false, error: { code: 'contact-privileged' } });
    expect(await here.handedOver()).toEqual([]);
    expect(await loadThread(here.database, contactId)).toEqual([]);
  });

  it('refuses invisible signs, which would be a channel past the moderators', async () => {
    expect(await sendMessage(parts(), mum, 'Hi\u200bMum')).toEqual({ ok: false, error: { code: 'not-plain' } });
    expect(await here.handedOver()).toEqual([]);
  });

  it('keeps to the policy the prison told: length and messages in a week', async () => {
    await receive('messaging.policy', 'policy', { maxCharacters: 5, perWeek: 1, held: 'all' });
    expect(await sendMessage(parts(), mum, 'too long')).toEqual({ ok: false, error: { code: 'too-long' } });
    expect((await sendMessage(parts(), mum, 'short')).ok).toBe(true);
    expect(await sendMessage(parts(), mum, 'again')).toEqual({ ok: false, error: { code: 'allowance-used' } });
  });

  it('leaves no word of a message in clear on the disk', async () => {
    await sendMessage(parts(), mum, 'SECRETWORD');
    await saveDraft(parts(), contactId, 'SECRETDRAFT');
    for (const store of ['messaging_messages', 'messaging_drafts', 'messaging_contacts']) {
      const rows = JSON.stringify(await here.database.dexie.table(store).toArray(), (_key, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value));
      expect(rows).not.toMatch(/SECRET|Carol/);
    }
  });
});

describe('taking back', () => {
  it('OUT-5 removes the message while it was never on its way', async () => {
    const sent = await sendMessage(parts(), mum, 'Oops');
    const messageId = sent.ok ? sent.value.messageId : messageIdSchema.parse('');
    expect((await withdrawMessage(parts(), messageId)).ok).toBe(true);
    expect(await loadMessage(here.database, messageId)).toBeUndefined();
    expect((await here.handedOver()).map(({ kind }) => kind)).toEqual(['sync.withdrawn']);
  });

  it('OUT-5 says so when it is too late, and changes nothing', async () => {
    const sent = await sendMessage(parts(), mum, 'Oops');
    const messageId = sent.ok ? sent.value.messageId : messageIdSchema.parse('');
    await here.markAttempted(messageId);
    expect(await withdrawMessage(parts(), messageId)).toEqual({ ok: false, error: { code: 'already-sent' } });
    expect(await loadMessage(here.database, messageId)).toBeDefined();
  });
});

describe('receiving', () => {
  const messageId = '00000000-0000-7000-8000-0000000000b1';

  it('PULL-3 applying a message twice has the effect of once', async () => {
    await receive('messaging.message', messageId, received(messageId));
    await receive('messaging.message', messageId, received(messageId));
    expect(await loadThread(here.database, contactId)).toHaveLength(1);
  });

  it('opening it tells the gateway once, and a record that comes again does not make it new', async () => {
    await receive('messaging.message', messageId, received(messageId));
    await markRead(parts(), await loadByStanding(here.database, 'unread'));
    await markRead(parts(), await loadThread(here.database, contactId));
    await receive('messaging.message', messageId, received(messageId));
    expect(await loadByStanding(here.database, 'unread')).toEqual([]);
    expect((await here.handedOver()).map(({ kind }) => kind)).toEqual(['messaging.read']);
  });

  it('a stopped message asks for attention again, though an earlier state of it was seen', async () => {
    await receive('messaging.message', messageId, received(messageId, { direction: 'out', state: 'returned', readAt: 7 }));
    await receive('messaging.message', messageId, received(messageId, { direction: 'out', state: 'stopped' }));
    expect(await loadByStanding(here.database, 'halted')).toHaveLength(1);
  });

  it('records of another kind are left out, and broken ones are thrown for the sync room to set aside', async () => {
    expect(await applyMessagingChange({ record: 'messaging.future', id: 'x', put: {} }, here.database)).toEqual([]);
    await expect(applyMessagingChange({ record: 'messaging.message', id: 'x', put: { body: 1 } }, here.database)).rejects.toThrow();
  });
});

describe('the gateway’s answer', () => {
  const apply = async (id: string, answer: object) => {
    const writes = await applyMessagingAnswer({ id, kind: 'messaging.send', answer: answer as never }, here.database);
    await here.person.outbox.recordIntention({ writes, operations: [] });
  };

  it('gives the receipt to the message', async () => {
    const sent = await sendMessage(parts(), mum, 'Hello');
    const id = sent.ok ? sent.value.messageId : '';
    await apply(id, { id, answer: 'accepted', receipt: 'ABCD-2346', commit: 1, at: 9 });
    expect(await loadMessage(here.database, id)).toMatchObject({ state: 'waiting', receipt: 'ABCD-2346' });
  });

  it('says why the machine did not take it', async () => {
    const sent = await sendMessage(parts(), mum, 'Hello');
    const id = sent.ok ? sent.value.messageId : '';
    await apply(id, { id, answer: 'refused', code: 'rule', detail: 'contact-restricted', commit: 1, at: 9 });
    expect(await loadMessage(here.database, id)).toMatchObject({ state: 'refused', refusal: 'contact-restricted' });
  });

  it('does not undo a record the gateway has sent since', async () => {
    const sent = await sendMessage(parts(), mum, 'Hello');
    const id = sent.ok ? sent.value.messageId : '';
    await receive('messaging.message', id, received(id, { direction: 'out', state: 'held', receipt: 'ABCD-2346' }));
    await apply(id, { id, answer: 'accepted', receipt: 'OTHER', commit: 1, at: 9 });
    expect(await loadMessage(here.database, id)).toMatchObject({ state: 'held', receipt: 'ABCD-2346' });
  });
});

it('the list of people has those with news first', async () => {
  const other = '00000000-0000-7000-8000-0000000000bb';
  await receive('messaging.contact', other, { ...mum, contactId: other, name: 'Aled' });
  await receive('messaging.message', '00000000-0000-7000-8000-0000000000b1', received('00000000-0000-7000-8000-0000000000b1'));
  expect((await loadPeople(here.database)).map((row) => [row.contact.name, row.unread])).toEqual([['Carol', 1], ['Aled', 0]]);
});
