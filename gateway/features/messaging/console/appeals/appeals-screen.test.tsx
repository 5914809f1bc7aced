import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consoleFeatures } from '../../../../console/features.ts';
import { startConsoleText } from '../../../../console/text/start-console-text.ts';
import { sessionSchema } from '../../../../staff/staff-api.ts';
import { AppealsScreen } from './appeals-screen.tsx';

const HASH = 'a'.repeat(64);
const messageId = '00000000-0000-4000-8000-000000000001';
const item = {
  messageId,
  direction: 'out',
  state: 'stopped',
  receivedAt: 1,
  person: { personId: '00000000-0000-4000-8000-00000000000a', prisonerNumber: 'A1234BC', name: 'Sam Reed', wing: 'A wing' },
  contact: { contactId: '00000000-0000-4000-8000-00000000000b', name: 'Mum', relationship: 'mother' },
  characters: 5,
  flags: [],
  language: null,
  heldFor: null,
  desk: null,
  claim: null,
  proposal: null,
  reason: 'duplicate',
};
const message = { ...item, body: 'Hello', bodySha256: HASH, writtenAt: 1, marks: [], remark: 'Twice the same.', refusal: null, recallable: false, decisions: [] };
const appeal = { messageId, state: 'asked', openUntil: 9, words: 'It is another one.', askedAt: 2, answerBy: 3, answeredAt: null, answer: null, remark: null };
const session = sessionSchema.parse({
  staff: { staffId: '00000000-0000-4000-8000-00000000000c', username: 'r.hale', name: 'Rowan Hale', role: 'moderator' },
  establishment: { name: 'Throughline' },
  actions: ['appeals.read', 'appeals.decide'],
});

/** The gateway of these tests: answers reads, notes what is sent. */
const real = globalThis.fetch;
let sent: unknown[] = [];
let list: readonly object[] = [];
let mine = false;

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));
beforeEach(() => {
  sent = [];
  mine = false;
  list = [{ ...item, askedAt: 2, answerBy: 3, late: true, mine: false }];
  globalThis.fetch = async (url, init) => {
    if (init?.method === 'POST') {
      sent.push({ url, body: JSON.parse(init.body as string) });
      return Response.json({ action: 'overturn' });
    }
    return Response.json((url as string).endsWith('/messages/appeals') ? { items: list } : { message, appeal, mine });
  };
});
afterEach(() => { globalThis.fetch = real; });

const show = (id?: string) => render(<AppealsScreen views={null} messageId={id} session={session} />);

describe('the appeals at the desk', () => {
  it('show who waits and a promise that is broken, without a word of the message', async () => {
    show();
    expect(await screen.findByRole('list', { name: 'Waiting for an answer: 1' })).toBeDefined();
    expect(screen.getByText('Sam Reed to Mum')).toBeDefined();
    expect(screen.getByText(/^Late: was due/)).toBeDefined();
    expect(screen.queryByText('Hello')).toBeNull();
  });

  it('open with the reason and what the writer says, and are answered by a code', async () => {
    show(messageId);
    const user = userEvent.setup();
    expect(await screen.findByText('It is another one.')).toBeDefined();
    expect(screen.getByText('Words to the writer then: Twice the same.')).toBeDefined();
    expect(screen.queryByText('The reason stands, but the writer can change it'), 'nobody can mend a duplicate').toBeNull();
    await user.click(screen.getByRole('button', { name: 'Give this answer' }));
    expect(await screen.findByText('Choose an answer first.')).toBeDefined();
    expect(sent).toEqual([]);
    await user.click(screen.getByRole('radio', { name: /^The reason does not fit/ }));
    await user.type(screen.getByLabelText(/Words for the writer/), ' They differ. ');
    await user.click(screen.getByRole('button', { name: 'Give this answer' }));
    expect(await screen.findByText('Overturned. The message is on its way.')).toBeDefined();
    const body = { bodySha256: HASH, answer: 'reason-not-fitting', remark: 'They differ.', note: null };
    expect(sent).toEqual([{ url: `/api/staff/messages/${messageId}/appeal`, body }]);
  });

  it('offer no answer to who had a part in the stop', async () => {
    mine = true;
    show(messageId);
    expect(await screen.findByText(/somebody else looks at it with fresh eyes/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Give this answer' })).toBeNull();
  });
});
