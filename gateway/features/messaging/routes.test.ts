import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageIdSchema, operationIdSchema, personIdSchema, tabletIdSchema, type PersonId } from '#protocol/ids.ts';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../../../tests/support/running-gateway.ts';
import { createMessagingOperations } from './sync.ts';

const SECRET_WORDS = 'The violets by the wall';
let prison: GatewayInTest;
let moderator: Caller;
let security: Caller;
let administrator: Caller;
let governor: Caller;
let personId: PersonId;
let contactId: string;

beforeAll(async () => {
  prison = await startGatewayInTest();
  administrator = await prison.as('administrator');
  moderator = await prison.as('moderator');
  security = await prison.as('security');
  governor = await prison.as('governor');
  const person = await administrator.call('POST', '/api/staff/people', {
    body: { prisonerNumber: 'A1234BC', firstName: 'Sam', lastName: 'Reed', wing: 'B', cell: '2-04' },
  });
  personId = personIdSchema.parse(person.body.personId);
  const contact = await administrator.call('POST', '/api/staff/contacts', {
    body: { personId, name: 'Maria', relationship: 'Mother', handling: 'moderated', approved: true },
  });
  contactId = contact.body.contactId;
}, 60_000);
afterAll(() => prison.close());

async function samWrites(body = SECRET_WORDS): Promise<string> {
  const messageId = messageIdSchema.parse(randomUUID());
  await samDoes('messaging.send', { messageId, contactId, body });
  return messageId;
}

async function samDoes(kind: string, payload: object): Promise<void> {
  const operation = { id: operationIdSchema.parse(randomUUID()), kind, sequence: 1, composedAt: 1, payload };
  const context = { tabletId: tabletIdSchema.parse(randomUUID()), personId, now: Date.now(), receipt: 'ABCD-2346' };
  await prison.gateway.database.committer.submit((tx) =>
    createMessagingOperations({ chance: () => 0.5 })(tx, operation, context),
  );
}

const decision = (
  caller: Caller,
  view: { messageId: string; bodySha256: string },
  what: object,
  note: string | null = null,
) =>
  caller.call('POST', `/api/staff/messages/${view.messageId}/decision`, {
    body: { bodySha256: view.bodySha256, note, decision: what },
  });

describe('the queue', () => {
  it('can be cut down to what a moderator reads, list and next alike, and the words say what language they are in', async () => {
    const messageId = await samWrites('Kochana Mamo, u mnie wszystko dobrze, a jedzenie nie jest takie złe. Bardzo za tobą tęsknię.');
    const queue = (language: string) => moderator.call('GET', `/api/staff/messages/queue?language=${language}`);
    const polish = await queue('pl');
    expect(polish.body.items.map((item: any) => [item.messageId, item.language])).toEqual([[messageId, 'pl']]);
    expect((await queue('cy')).body.items).toEqual([]);
    expect((await queue('klingon')).status).toBe(400);
    expect((await moderator.call('POST', '/api/staff/messages/next', { body: { language: 'cy' } })).body.message).toBeNull();
    const next = await moderator.call('POST', '/api/staff/messages/next', { body: { language: 'pl' } });
    expect(next.body.message.messageId).toBe(messageId);
    await decision(moderator, next.body.message, { kind: 'release' });
  });

  it('shows in the words why something was flagged and what was seen through', async () => {
    const messageId = await samWrites('see you, k.i.l.l y.o.u');
    const claimed = await moderator.call('POST', `/api/staff/messages/${messageId}/claim`);
    expect(claimed.body.flags).toContain('threat');
    expect(claimed.body.marks).toContainEqual({ code: 'threat', start: 9, end: 22, reason: 'violence', tricks: ['apart'] });
    await decision(moderator, claimed.body, { kind: 'release' });
  });

  it('shows who waits, and not a word of what they wrote', async () => {
    const messageId = await samWrites();
    for (const path of [
      '/api/staff/messages/queue',
      '/api/staff/messages?state=held',
      '/api/staff/messages/alerts',
      '/api/staff/overview',
    ]) {
      const reply = await moderator.call('GET', path);
      expect(reply.status).toBe(200);
      expect(JSON.stringify(reply.body)).not.toContain('violets');
    }
    const queue = await moderator.call('GET', '/api/staff/messages/queue?direction=out&desk=none');
    expect(queue.body.items).toContainEqual(
      expect.objectContaining({
        messageId,
        direction: 'out',
        heldFor: 'policy',
        person: expect.objectContaining({ prisonerNumber: 'A1234BC', name: 'Sam Reed' }),
        contact: expect.objectContaining({ name: 'Maria' }),
        claim: null,
      }),
    );
    expect(queue.body.held).toBeGreaterThan(0);
  });

  it('gives the words only to who claims or opens a message, and the audit knows who did', async () => {
    const messageId = await samWrites();
    const view = await governor.call('GET', `/api/staff/messages/${messageId}`);
    expect(view.body).toMatchObject({
      body: SECRET_WORDS,
      decisions: [{ action: 'hold', actor: { kind: 'policy', id: '0' } }],
    });
    expect((await administrator.call('GET', `/api/staff/messages/${messageId}`)).status).toBe(403);
    const audit = await governor.call('GET', `/api/staff/audit?subject=${messageId}`);
    expect(audit.body.entries.map((entry: { action: string }) => entry.action)).toEqual([
      'messages.view',
      'messages.hold',
    ]);
    expect(JSON.stringify(audit.body)).not.toContain('violets');
  });
});

describe('a decision over HTTP', () => {
  it('is claimed, taken, and told to colleagues by name', async () => {
    const messageId = await samWrites('First in line');
    const claimed = await moderator.call('POST', `/api/staff/messages/${messageId}/claim`);
    expect(claimed.body.claim).toMatchObject({ mine: true, name: 'The moderator' });
    expect((await security.call('POST', `/api/staff/messages/${messageId}/claim`)).body.code).toBe('message-claimed');
    expect((await decision(security, claimed.body, { kind: 'release' })).body.code).toBe('message-claimed');
    expect(
      (await decision(moderator, { ...claimed.body, bodySha256: 'a'.repeat(64) }, { kind: 'release' })).body.code,
    ).toBe('message-text-changed');
    expect((await decision(moderator, claimed.body, { kind: 'release' }, 'ordinary letter')).body).toEqual({
      action: 'release',
      state: 'released',
    });
    expect((await decision(moderator, claimed.body, { kind: 'release' })).body.code).toBe('message-not-held');
    const view = await security.call('GET', `/api/staff/messages/${messageId}`);
    expect(view.body).toMatchObject({ state: 'released', recallable: true });
    expect(view.body.decisions.at(-1)).toMatchObject({
      action: 'release',
      note: 'ordinary letter',
      actor: { kind: 'staff', name: 'The moderator' },
    });
  });

  it('to stop for a crime needs a second person', async () => {
    const messageId = await samWrites('Bring it to the wall');
    const stop = { kind: 'stop', reason: 'crime', remark: null };
    const first = await moderator.call('POST', `/api/staff/messages/${messageId}/claim`);
    expect((await decision(moderator, first.body, stop)).body).toEqual({ action: 'propose-stop', state: 'held' });
    const second = await security.call('POST', `/api/staff/messages/${messageId}/claim`);
    expect(second.body.proposal).toMatchObject({ reason: 'crime', mine: false, name: 'The moderator' });
    expect((await decision(security, second.body, stop)).body).toEqual({ action: 'stop', state: 'stopped' });
  });

  it('can be given back, and the next one asked for', async () => {
    const given = await moderator.call('POST', '/api/staff/messages/next', { body: {} });
    expect(given.body.message.claim.mine).toBe(true);
    expect((await moderator.call('POST', `/api/staff/messages/${given.body.message.messageId}/unclaim`)).body).toEqual({
      done: true,
    });
    expect((await moderator.call('POST', '/api/staff/messages/next', { body: { direction: 'in' } })).body).toEqual({
      message: null,
    });
  });

  it.each([
    { kind: 'other', remark: 'because' },
    { kind: 'stop', reason: 'other', remark: 'because' },
    { kind: 'stop', remark: 'because' },
    { kind: 'stop', reason: 'threat', remark: 'a\u202eb' },
    { kind: 'release', extra: true },
    null,
  ])('that is none of ours is refused: %j', async (what) => {
    const messageId = await samWrites();
    const claimed = await moderator.call('POST', `/api/staff/messages/${messageId}/claim`);
    expect((await decision(moderator, claimed.body, what as object)).body.code).toBe('invalid-request');
  });

  it('about nothing is not found', async () => {
    const nowhere = { messageId: randomUUID(), bodySha256: 'a'.repeat(64) };
    expect((await decision(moderator, nowhere, { kind: 'release' })).status).toBe(404);
    expect((await moderator.call('GET', '/api/staff/messages/x')).status).toBe(404);
  });
});

describe('contacts', () => {
  it('are found by either name, and never show a code twice', async () => {
    for (const search of ['mari', 'REED', 'A1234BC'])
      expect((await security.call('GET', `/api/staff/contacts?search=${search}`)).body.contacts).toHaveLength(1);
    const invited = await administrator.call('POST', `/api/staff/contacts/${contactId}/invitation`);
    expect(invited.body.code).toMatch(/^[B-Z2-9]{4}-[B-Z2-9]{4}-[B-Z2-9]{4}$/);
    const shown = await administrator.call('GET', `/api/staff/contacts/${contactId}`);
    expect(shown.body.invitation).toEqual({ expiresAt: invited.body.expiresAt, open: true });
    expect(JSON.stringify(shown.body)).not.toContain(invited.body.code);
  });

  it('who are privileged, or not approved, are not invited', async () => {
    const made = await administrator.call('POST', '/api/staff/contacts', {
      body: { personId, name: 'Ms Lloyd', relationship: 'Solicitor', handling: 'privileged', approved: true },
    });
    expect((await administrator.call('POST', `/api/staff/contacts/${made.body.contactId}/invitation`)).body.code).toBe(
      'contact-not-invitable',
    );
  });

  it('can be restricted, with dates, and staff say whom they know', async () => {
    const until = Date.now() + 86_400_000;
    const limited = await security.call('PATCH', `/api/staff/contacts/${contactId}`, {
      body: { restrictions: [{ code: 'public-protection', from: 0, until }] },
    });
    expect(limited.body).toMatchObject({
      restricted: true,
      restrictions: [{ code: 'public-protection', from: 0, until }],
    });
    await security.call('PATCH', `/api/staff/contacts/${contactId}`, { body: { restrictions: [] } });
    expect(
      (await moderator.call('PUT', `/api/staff/contacts/${contactId}/known-by-me`, { body: { known: true } })).body
        .knownByMe,
    ).toBe(true);
    const messageId = await samWrites();
    expect((await moderator.call('POST', `/api/staff/messages/${messageId}/claim`)).body.code).toBe(
      'message-known-to-you',
    );
    await moderator.call('PUT', `/api/staff/contacts/${contactId}/known-by-me`, { body: { known: false } });
  });

  it('of nobody cannot be made', async () => {
    const body = { personId: randomUUID(), name: 'X', relationship: 'Y', handling: 'moderated', approved: true };
    expect((await administrator.call('POST', '/api/staff/contacts', { body })).status).toBe(404);
  });
});

describe('the policy over HTTP', () => {
  it('is the governor’s, dated, and never in the past', async () => {
    const rules = {
      effectiveFrom: Date.now() + 3_600_000,
      holding: { kind: 'some', flagged: true, samplePerCent: 5 },
      maxCharacters: 2000,
      perWeek: 7,
    };
    expect((await moderator.call('POST', '/api/staff/messages/policies', { body: rules })).status).toBe(403);
    const made = await governor.call('POST', '/api/staff/messages/policies', { body: rules });
    expect(made.body).toMatchObject({ version: 1, perWeek: 7, createdBy: { name: 'The governor' } });
    expect(
      (await governor.call('POST', '/api/staff/messages/policies', { body: { ...rules, effectiveFrom: 1 } })).body.code,
    ).toBe('policy-in-the-past');
    expect((await moderator.call('GET', '/api/staff/messages/policies')).body).toMatchObject({
      inForce: null,
      policies: [{ version: 1 }],
    });
  });
});

describe('an appeal over HTTP', () => {
  it('is listed by its clock without a word, opened in the audit, and answered by a second person', async () => {
    const messageId = await samWrites();
    const { body: claimed } = await moderator.call('POST', `/api/staff/messages/${messageId}/claim`);
    await decision(moderator, claimed, { kind: 'stop', reason: 'threat', remark: null });
    await samDoes('messaging.appeal', { messageId, words: 'Violets are flowers.' });
    const listed = await moderator.call('GET', '/api/staff/messages/appeals');
    expect(listed.body.items).toEqual([expect.objectContaining({ messageId, reason: 'threat', mine: true })]);
    expect(listed.body.items[0].answerBy).toBeGreaterThan(listed.body.items[0].askedAt);
    expect(JSON.stringify(listed.body)).not.toMatch(/violets/i);
    const opened = await governor.call('GET', `/api/staff/messages/${messageId}/appeal`);
    expect(opened.body).toMatchObject({ mine: false, appeal: { words: 'Violets are flowers.' }, message: { body: SECRET_WORDS } });
    const answer = { bodySha256: claimed.bodySha256, answer: 'reason-not-fitting', remark: null, note: null };
    const path = `/api/staff/messages/${messageId}/appeal`;
    expect((await moderator.call('POST', path, { body: answer })).body.code).toBe('appeal-own-stop');
    expect((await governor.call('POST', path, { body: { ...answer, answer: 'other' } })).body.code).toBe('invalid-request');
    expect((await governor.call('POST', path, { body: answer })).body).toEqual({ action: 'overturn' });
    expect((await security.call('POST', path, { body: answer })).body.code).toBe('appeal-answered');
    const audit = await governor.call('GET', `/api/staff/audit?subject=${messageId}`);
    const acts = audit.body.entries.map((entry: { action: string }) => entry.action);
    expect(acts.slice(0, 3)).toEqual(['messages.overturn', 'messages.view', 'messages.appeal']);
  });
});
