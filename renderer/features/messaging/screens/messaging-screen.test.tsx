import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { contactIdSchema } from '#protocol/ids.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { sendMessage } from '../actions.ts';
import { messagingData } from '../data.ts';
import type { MessagingRoute } from '../messaging-route.ts';
import { loadContact, loadDraft } from '../queries.ts';
import { applyMessagingChange } from '../sync.ts';
import { MessagingScreen } from './messaging-screen.tsx';

const mum = contactIdSchema.parse('00000000-0000-7000-8000-0000000000aa');
const lawyer = contactIdSchema.parse('00000000-0000-7000-8000-0000000000bb');
let here: PersonHere;
let went: MessagingRoute[];

async function receive(record: string, id: string, put: unknown): Promise<void> {
  await here.person.outbox.recordIntention({ writes: await applyMessagingChange({ record, id, put }, here.database), operations: [] });
}

async function show(route: MessagingRoute) {
  const go = (next: MessagingRoute) => { went.push(next); };
  const nothing = () => undefined;
  const view = await showScreen(<MessagingScreen route={route} go={go} replace={go} back={nothing} home={nothing} actNow={nothing} />, {
    person: here.person,
    namespaces: ['messaging'],
  });
  return { user: userEvent.setup(), ...view };
}

beforeEach(async () => {
  went = [];
  here = await signedInPerson({ messaging: messagingData });
  const contact = { relationship: 'Mother', approved: true, restrictions: [] };
  await receive('messaging.contact', mum, { ...contact, contactId: mum, name: 'Carol', handling: 'moderated' });
  await receive('messaging.contact', lawyer, { ...contact, contactId: lawyer, name: 'Price & Co', handling: 'privileged' });
});

it('a legal contact shows the Rule 39 route and no place to write', async () => {
  await show({ screen: 'compose', contactId: lawyer });
  expect(await screen.findByText(/Staff may not read your letters/)).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('a draft is on the disk when the screen goes away, without pressing anything', async () => {
  const { user, unmount } = await show({ screen: 'compose', contactId: mum });
  await user.type(await screen.findByLabelText('Your message'), 'Dear Mum');
  unmount();
  await waitFor(async () => { expect((await loadDraft(here.database, mum))?.body).toBe('Dear Mum'); });
});

it('handing in stores the message and shows where it is; nothing says sent', async () => {
  const { user } = await show({ screen: 'compose', contactId: mum });
  expect(await screen.findByText('Staff read every message before it goes on.')).toBeDefined();
  await user.type(screen.getByLabelText('Your message'), 'Hello Mum');
  await user.click(screen.getByRole('button', { name: 'Hand in' }));
  await waitFor(() => { expect(went).toEqual([{ screen: 'where', messageId: expect.any(String) }]); });
  expect(screen.queryByText(/sent/i)).toBeNull();
});

it('an empty message is refused kindly and keeps its place', async () => {
  const { user } = await show({ screen: 'compose', contactId: mum });
  await screen.findByLabelText('Your message');
  await user.click(screen.getByRole('button', { name: 'Hand in' }));
  expect(await screen.findByText(/nothing to send yet/)).toBeDefined();
  expect(went).toEqual([]);
});

it('a message that waits can be taken back, and is then gone', async () => {
  const contact = await loadContact(here.database, mum);
  const sent = await sendMessage({ database: here.database, outbox: here.person.outbox, now: Date.now() }, contact!, 'Oops');
  const { user } = await show({ screen: 'where', messageId: sent.ok ? sent.value.messageId : '' });
  expect(await screen.findByText('It goes by itself at the next contact.')).toBeDefined();
  await user.click(await screen.findByRole('button', { name: 'Take it back' }));
  expect(await screen.findByText('Taken back. Nobody has seen it.')).toBeDefined();
});

it('a stopped message says why, what can be done, and that it is no charge', async () => {
  const messageId = '00000000-0000-7000-8000-0000000000c1';
  await receive('messaging.message', messageId, {
    messageId, contactId: mum, direction: 'out', body: 'The money', writtenAt: 1, state: 'stopped',
    history: [{ state: 'waiting', at: 1 }, { state: 'held', at: 2 }, { state: 'stopped', at: 3 }],
    receipt: 'ABCD-2346', reason: 'money', refusal: null, remark: null, readAt: null,
  });
  await show({ screen: 'where', messageId });
  expect(await screen.findByText(/It is about money, trade or debt/)).toBeDefined();
  expect(screen.getByText('Receipt ABCD-2346')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Write it again' })).toBeDefined();
  expect(screen.getByText(/does not mean you are in trouble/)).toBeDefined();
});

it('opening a thread tells the gateway that the message was read, once', async () => {
  const messageId = '00000000-0000-7000-8000-0000000000c2';
  await receive('messaging.message', messageId, {
    messageId, contactId: mum, direction: 'in', body: 'Hello love', writtenAt: 1, state: 'delivered', history: [],
    receipt: null, reason: null, refusal: null, remark: null, readAt: null,
  });
  await show({ screen: 'thread', contactId: mum });
  expect(await screen.findByText('Hello love')).toBeDefined();
  await waitFor(async () => { expect((await here.handedOver()).map(({ kind }) => kind)).toEqual(['messaging.read']); });
});
