import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stopReasonCodes, stopReasons } from '#protocol/messaging/reasons.ts';
import type { CallFailure } from '../../../console/call-api.ts';
import { consoleFeatures } from '../../../console/features.ts';
import { startConsoleText } from '../../../console/text/start-console-text.ts';
import { messageViewSchema, type DecisionReply, type MessageView } from '../staff-api.ts';
import { DecisionForm } from './decision-form.tsx';
import { text as english } from './text/en.ts';

const HASH = 'a'.repeat(64);
const message = messageViewSchema.parse({
  messageId: '00000000-0000-4000-8000-000000000001',
  direction: 'out',
  state: 'held',
  receivedAt: 1,
  person: { personId: '00000000-0000-4000-8000-00000000000a', prisonerNumber: 'A1234BC', name: 'Sam Reed', wing: 'A wing' },
  contact: { contactId: '00000000-0000-4000-8000-00000000000b', name: 'Mum', relationship: 'mother' },
  characters: 5,
  flags: [],
  language: 'en',
  heldFor: 'policy',
  desk: null,
  claim: null,
  proposal: null,
  body: 'Hello',
  bodySha256: HASH,
  writtenAt: 1,
  marks: [],
  reason: null,
  remark: null,
  refusal: null,
  recallable: false,
  decisions: [],
});

/** The gateway of these tests: notes what is sent and answers what it is told to. */
type Sent = { readonly url: string; readonly body: unknown };
const real = globalThis.fetch;
let sent: Sent[] = [];
let answer: { readonly status: number; readonly body: unknown };

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));
beforeEach(() => {
  sent = [];
  answer = { status: 200, body: { action: 'release', state: 'released' } };
  globalThis.fetch = async (url, init) => {
    sent.push({ url: url as string, body: JSON.parse(init?.body as string) });
    return Response.json(answer.body, { status: answer.status });
  };
});
afterEach(() => {
  globalThis.fetch = real;
});

function show(change: Partial<MessageView> = {}, keysOn = true) {
  const decided: DecisionReply[] = [];
  const failures: CallFailure[] = [];
  render(<DecisionForm message={{ ...message, ...change }} keysOn={keysOn} onDecided={(reply) => decided.push(reply)} onFailure={(failure) => failures.push(failure)} />);
  return { decided, failures, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });

describe('the decision on a message', () => {
  it('releases at one press, and sends back the hash of the words that were read', async () => {
    const { user, decided } = show();
    await user.click(button('Release it'));
    expect(sent).toEqual([{ url: `/api/staff/messages/${message.messageId}/decision`, body: { bodySha256: HASH, note: null, decision: { kind: 'release' } } }]);
    expect(decided).toEqual([{ action: 'release', state: 'released' }]);
  });

  it('to stop sends nothing until a reason is chosen, and says so', async () => {
    const { user } = show();
    await user.click(button('Stop (S)'));
    await user.click(button('Stop it'));
    expect(sent).toEqual([]);
    expect(screen.getByText(english.reasonMissing)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Reason' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'threat');
    await user.type(screen.getByRole('textbox', { name: /Words for the writer/ }), ' Please write kindly. ');
    await user.click(button('Stop it'));
    expect(sent.map(({ body }) => body)).toEqual([{ bodySha256: HASH, note: null, decision: { kind: 'stop', reason: 'threat', remark: 'Please write kindly.' } }]);
  });

  it.each(stopReasonCodes)('to stop for %s tells whether a second person is needed', async (code) => {
    const { user } = show();
    await user.click(button('Stop (S)'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), code);
    expect(screen.queryByText(english.seconded) !== null).toBe(stopReasons[code].seconded);
  });

  it('to send back offers only reasons the writer can put right', async () => {
    const { user } = show();
    await user.click(button('Send back (B)'));
    const offered = [...screen.getByRole('combobox', { name: 'Reason' }).querySelectorAll('option')].map((option) => option.value).filter((value) => value !== '');
    expect(offered).toEqual(stopReasonCodes.filter((code) => stopReasons[code].fixable));
  });

  it('keeps no reason that cannot be sent back when stop was chosen before', async () => {
    const { user } = show();
    await user.click(button('Stop (S)'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'crime');
    await user.click(button('Send back (B)'));
    await user.click(button('Send it back'));
    expect(sent).toEqual([]);
  });

  it('after a colleague’s proposal is only to agree or to pass on', () => {
    show({ proposal: { staffId: 's', name: 'Rowan', mine: false, at: 1, reason: 'crime' } });
    expect(screen.queryByRole('button', { name: 'Release (R)' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Send back (B)' })).toBeNull();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Reason' }).value).toBe('crime');
  });

  it('after one’s own proposal is only to pass on', () => {
    show({ proposal: { staffId: 's', name: 'Me', mine: true, at: 1, reason: 'crime' } });
    expect(screen.queryByRole('button', { name: 'Stop (S)' })).toBeNull();
    expect(button('Pass on (E)')).toBeTruthy();
  });

  it('hands a failure on with its code and keeps what was written', async () => {
    answer = { status: 409, body: { code: 'message-claim-expired', message: 'Your claim ran out.' } };
    const { user, failures, decided } = show();
    await user.click(button('Stop (S)'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'threat');
    await user.click(button('Stop it'));
    expect(failures.map(({ code }) => code)).toEqual(['message-claim-expired']);
    expect(decided).toEqual([]);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Reason' }).value).toBe('threat');
  });
});

describe('the keys', () => {
  it('choose and go to the next field', async () => {
    show();
    fireEvent.keyDown(document.body, { key: 's' });
    expect(document.activeElement).toBe(await screen.findByRole('combobox', { name: 'Reason' }));
  });

  it('do nothing while somebody types, or when they are off', async () => {
    const { user } = show();
    await user.click(button('Send back (B)'));
    await user.type(screen.getByRole('textbox', { name: /Words for the writer/ }), 'res');
    expect(button('Send it back')).toBeTruthy();
  });

  it('are deaf when they are turned off', () => {
    show({}, false);
    fireEvent.keyDown(document.body, { key: 's' });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(button('Release it')).toBeTruthy();
  });
});
