import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { contactIdSchema, messageIdSchema } from '#protocol/ids.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { markRead } from '../actions.ts';
import { messagingData } from '../data.ts';
import { markAnswerSeen } from '../appeal-actions.ts';
import { loadAppeal, loadHalted, loadMessage } from '../queries.ts';
import { applyMessagingAnswer, applyMessagingChange } from '../sync.ts';
import { MessagingScreen } from './messaging-screen.tsx';

const DAY = 86_400_000;
const mum = contactIdSchema.parse('00000000-0000-7000-8000-0000000000aa');
const messageId = messageIdSchema.parse('00000000-0000-7000-8000-0000000000c1');
const open = { messageId, state: 'open', openUntil: Date.now() + 10 * DAY, words: null, askedAt: null, answerBy: null, answeredAt: null, answer: null, remark: null };
let here: PersonHere;

async function receive(record: string, id: string, put: unknown): Promise<void> {
  await here.person.outbox.recordIntention({ writes: await applyMessagingChange({ record, id, put }, here.database), operations: [] });
}
const stopRecord = (state: string) => ({
  messageId, contactId: mum, direction: 'out', body: 'The money', writtenAt: 1, state,
  history: [{ state: 'waiting', at: 1 }, { state: 'held', at: 2 }, { state: 'stopped', at: 3 }],
  receipt: 'ABCD-2346', reason: state === 'stopped' ? 'money' : null, refusal: null, remark: null, readAt: null,
});
const stop = (state = 'stopped') => receive('messaging.message', messageId, stopRecord(state));
const stopChange = () => applyMessagingChange({ record: 'messaging.message', id: messageId, put: stopRecord('stopped') }, here.database);
const appeal = (change: object = {}) => receive('messaging.appeal', messageId, { ...open, ...change });
const ASK = { name: 'Ask for another look' };

async function show() {
  const nothing = () => undefined;
  await showScreen(<MessagingScreen route={{ screen: 'where', messageId }} go={nothing} replace={nothing} back={nothing} home={nothing} actNow={nothing} />, {
    person: here.person,
    namespaces: ['messaging'],
  });
  return userEvent.setup();
}

beforeEach(async () => {
  here = await signedInPerson({ messaging: messagingData });
  await receive('messaging.contact', mum, { contactId: mum, name: 'Carol', relationship: 'Mother', handling: 'moderated', approved: true, restrictions: [] });
  await stop();
});

describe('asking for another look', () => {
  it('says who will look and until when one may ask, and stores question and operation together', async () => {
    await appeal();
    const user = await show();
    expect(await screen.findByText(/not the person who stopped it\. You can ask until/)).toBeDefined();
    await user.type(screen.getByLabelText(/Anything you want to say/), 'It was a joke.');
    await user.click(screen.getByRole('button', ASK));
    expect(await screen.findByText('It is on this tablet. It goes by itself at the next contact.')).toBeDefined();
    expect(screen.queryByRole('button', ASK)).toBeNull();
    const [operation] = await here.handedOver();
    expect(operation).toMatchObject({ kind: 'messaging.appeal', payload: { messageId, words: 'It was a joke.' } });
    expect(await loadAppeal(here.database, messageId)).toMatchObject({ state: 'waiting', operationId: operation?.id });
  });

  it('needs no words, and keeps what is never sent on the screen to be mended', async () => {
    await appeal();
    const user = await show();
    await user.type(await screen.findByLabelText(/Anything you want to say/), 'a\u200bb');
    await user.click(screen.getByRole('button', ASK));
    expect(await screen.findByText(/There are signs in it that we cannot send/)).toBeDefined();
    await user.clear(screen.getByLabelText(/Anything you want to say/));
    await user.click(screen.getByRole('button', ASK));
    await waitFor(async () => { expect((await here.handedOver()).map(({ payload }) => payload)).toEqual([{ messageId, words: null }]); });
  });

  it('is not offered when its time is over, nor for a stop that has none', async () => {
    await show();
    await screen.findByText(/It is about money/);
    expect(screen.queryByRole('button', ASK)).toBeNull();
    await appeal({ openUntil: Date.now() - 1 });
    expect(await screen.findByText(/The time to ask for another look is over/)).toBeDefined();
    expect(screen.queryByRole('button', ASK)).toBeNull();
  });
});

describe('where an appeal is', () => {
  async function asked(): Promise<string> {
    await appeal();
    const user = await show();
    await user.click(await screen.findByRole('button', ASK));
    await screen.findByText('You asked for another look');
    return (await loadAppeal(here.database, messageId))?.operationId ?? '';
  }
  const answered = async (id: string, answer: object) => {
    const writes = await applyMessagingAnswer({ id, kind: 'messaging.appeal', answer: { id, commit: 1, at: 5, ...answer } as never }, here.database);
    await here.person.outbox.recordIntention({ writes, operations: [] });
  };

  it('is with the prison once it was taken, and the date of the answer comes with the record', async () => {
    await answered(await asked(), { answer: 'accepted', receipt: 'ABCD-2346' });
    expect(await screen.findByText(/The tablet will show by when an answer is due/)).toBeDefined();
    await appeal();
    expect(await loadAppeal(here.database, messageId), 'an older record of the gateway undoes nothing').toMatchObject({ state: 'asked' });
    await appeal({ state: 'asked', askedAt: Date.now(), answerBy: Date.now() + 7 * DAY });
    expect(await screen.findByText(/An answer is due by/)).toBeDefined();
    await appeal({ state: 'asked', askedAt: Date.now() - 9 * DAY, answerBy: Date.now() - DAY });
    expect(await screen.findByText('This is taking longer than promised')).toBeDefined();
  });

  it('says when the prison could not take it', async () => {
    await answered(await asked(), { answer: 'refused', code: 'rule', detail: 'appeal-too-late' });
    expect(await screen.findByText('The prison could not take your question')).toBeDefined();
  });

  it('upheld, it says so in plain words and asks for attention once more', async () => {
    await markRead({ database: here.database, outbox: here.person.outbox, now: 9 }, [(await loadMessage(here.database, messageId))!]);
    expect(await loadHalted(here.database)).toEqual([]);
    const upheld = { state: 'upheld', askedAt: 4, answerBy: 5, answeredAt: 6, answer: 'can-be-mended', remark: 'Leave Tam out of it.' };
    await appeal(upheld);
    expect(await loadHalted(here.database)).toHaveLength(1);
    await markAnswerSeen({ database: here.database, outbox: here.person.outbox, now: 9 }, messageId);
    await appeal(upheld);
    expect(await loadHalted(here.database), 'PULL-3 told twice').toEqual([]);
    await show();
    expect(await screen.findByText('Somebody else looked. It stays stopped.')).toBeDefined();
    expect(screen.getByText(/you can change the words and send it again/)).toBeDefined();
    expect(screen.getByText('Staff wrote: Leave Tam out of it.')).toBeDefined();
  });

  it('upheld, it never puts back what the message was before, and looking at the answer ends the reminder', async () => {
    await stop('held');
    const [stopped, upheld] = await Promise.all([stopChange(), applyMessagingChange({ record: 'messaging.appeal', id: messageId, put: { ...open, state: 'upheld', askedAt: 4, answerBy: 5, answeredAt: 6, answer: 'reason-stands' } }, here.database)]);
    // One page of changes: each was prepared before any was written.
    await here.person.outbox.recordIntention({ writes: [...stopped, ...upheld], operations: [] });
    expect(await loadMessage(here.database, messageId)).toMatchObject({ state: 'stopped' });
    await show();
    await waitFor(async () => { expect(await loadHalted(here.database)).toEqual([]); });
  });

  it('says no more than it knows of a message that was let go and called back', async () => {
    await stop('held');
    await appeal({ state: 'overturned', askedAt: 4, answerBy: 5, answeredAt: 6, answer: 'reason-not-fitting' });
    await show();
    expect(await screen.findByText('Somebody else looked and let it go. Above you see where it is now.')).toBeDefined();
  });

  it('may be asked about anew when it was let go and stopped once more', async () => {
    await appeal({ state: 'overturned', askedAt: 4, answerBy: 5, answeredAt: 6, answer: 'reason-not-fitting' });
    await appeal();
    await show();
    expect(await screen.findByRole('button', ASK)).toBeDefined();
  });

  it('keeps what was begun when the screen is left, and when the prison tells of it once more', async () => {
    await appeal();
    const user = await show();
    await user.type(await screen.findByLabelText(/Anything you want to say/), 'It was');
    await waitFor(async () => { expect(await loadAppeal(here.database, messageId)).toMatchObject({ draft: 'It was' }); });
    await appeal();
    expect(await loadAppeal(here.database, messageId)).toMatchObject({ state: 'open', draft: 'It was' });
  });

  it('overturned, the message goes on and says why', async () => {
    await stop('released');
    await appeal({ state: 'overturned', askedAt: 4, answerBy: 5, answeredAt: 6, answer: 'reason-not-fitting' });
    await show();
    expect(await screen.findByText('Somebody else looked. Your message goes on.')).toBeDefined();
    expect(screen.getByText('The reason did not fit what you wrote.')).toBeDefined();
  });
});
