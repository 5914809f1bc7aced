import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LinkContact } from '#protocol/family-link/schema.ts';
import { createFamilyApp } from './app.ts';
import { openFamilyDatabase, type FamilyDatabase } from './db/open-family-database.ts';
import { SESSION_IDLE } from './accounts/sessions.ts';

const TOKEN = 'a-link-token-of-at-least-thirty-two-characters';
const ORIGIN = 'http://localhost:80';
const START = 1_763_800_000_000;
let now = START;
let database: FamilyDatabase;
let app: FastifyInstance;

beforeEach(async () => {
  now = START;
  const opened = openFamilyDatabase(':memory:');
  if (!opened.ok) throw new Error(opened.error.sentence);
  database = opened.value;
  app = await createFamilyApp({
    database,
    clock: () => now,
    linkToken: TOKEN,
    portalFolder: '/nowhere',
    origin: undefined,
    requestsPerMinute: 10_000,
    logger: false,
  });
});
afterEach(async () => {
  await app.close();
  await database.destroy();
});

type Answer = {
  status: number;  
  body: any;
  cookie: string | undefined;
  headers: Record<string, unknown>;
};

async function call(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  options: { body?: unknown; cookie?: string | undefined; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const request: InjectOptions = {
    method,
    url,
    headers: {
      host: 'localhost:80',
      ...(method === 'GET' ? {} : { origin: ORIGIN }),
      ...(options.cookie === undefined ? {} : { cookie: `throughline-family=${options.cookie}` }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { payload: options.body as object }),
  };
  const response = await app.inject(request);
  return {
    status: response.statusCode,
    body: response.body === '' ? undefined : response.json(),
    cookie: response.cookies[0]?.value,
    headers: response.headers,
  };
}

const link = (method: 'GET' | 'POST', path: string, body?: unknown, token = TOKEN) =>
  call(method, path, { body, headers: { authorization: `Bearer ${token}` } });

async function contact(code: string | null = 'BCDFGHJKMNPQ', fields: Partial<LinkContact> = {}): Promise<string> {
  const contactId = (fields.contactId as string | undefined) ?? randomUUID();
  const invitation =
    code === null ? null : { codeSha256: createHash('sha256').update(code).digest('hex'), expiresAt: START + 1000 };
  const answer = await link('POST', '/link/contacts', [
    {
      contactId,
      contactName: 'Mum',
      prisonerName: 'Sam R.',
      active: true,
      invitation,
      gatewayKey: 'A'.repeat(87),
      maxCharacters: 4000,
      ...fields,
    },
  ]);
  expect(answer.status).toBe(200);
  return contactId;
}

async function join2(
  code = 'BCDF-GHJK-MNPQ',
  signInName = 'Mum@Example.org',
  password = 'a long password',
): Promise<string> {
  const answer = await call('POST', '/api/accounts', { body: { code, signInName, password } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.cookie!;
}

const delivery = (contactId: string, body = 'Hello Mum') => ({
  messageId: randomUUID(),
  contactId,
  body,
  writtenAt: START - 5000,
  releasedAt: START - 100,
});
const reply = () => ({ messageId: randomUUID(), enc: 'E'.repeat(87), box: 'B'.repeat(200) });

describe('an invitation', () => {
  it('says whom it is for and opens one account, however it is typed', async () => {
    await contact();
    expect((await call('POST', '/api/invitations/check', { body: { code: 'bcdf ghjk mnpq' } })).body).toEqual({
      prisonerName: 'Sam R.',
      contactName: 'Mum',
    });
    const cookie = await join2();
    expect((await call('GET', '/api/session', { cookie })).body).toMatchObject({
      signInName: 'mum@example.org',
      people: [{ prisonerName: 'Sam R.', unread: 0 }],
    });
  });

  it('opens only once, also when the prison tells the contact again', async () => {
    const contactId = await contact();
    await join2();
    await contact('BCDFGHJKMNPQ', { contactId } as never);
    expect(
      (
        await call('POST', '/api/accounts', {
          body: { code: 'BCDFGHJKMNPQ', signInName: 'other', password: 'a long password' },
        })
      ).body,
    ).toEqual({ code: 'code-used' });
  });

  it('that two phones use at once lets in one', async () => {
    await contact();
    const wish = (signInName: string) =>
      call('POST', '/api/accounts', { body: { code: 'BCDFGHJKMNPQ', signInName, password: 'a long password' } });
    const statuses = (await Promise.all([wish('one'), wish('two'), wish('three')]))
      .map((answer) => answer.status)
      .sort();
    expect(statuses).toEqual([200, 410, 410]);
  });

  it('that is too old, unknown, or of a contact who is not active does not open', async () => {
    const contactId = await contact();
    now = START + 1000;
    expect((await call('POST', '/api/invitations/check', { body: { code: 'BCDFGHJKMNPQ' } })).body.code).toBe(
      'code-expired',
    );
    now = START;
    expect((await call('POST', '/api/invitations/check', { body: { code: 'ZZZZZZZZZZZZ' } })).body.code).toBe(
      'code-unknown',
    );
    await contact('BCDFGHJKMNPQ', { contactId, active: false } as never);
    expect((await call('POST', '/api/invitations/check', { body: { code: 'BCDFGHJKMNPQ' } })).body.code).toBe(
      'code-unknown',
    );
  });

  it('adds one more prisoner to an account', async () => {
    await contact();
    await contact('ZZZZZZZZZZZZ', { prisonerName: 'Kai L.' });
    const cookie = await join2();
    const answer = await call('POST', '/api/people', { cookie, body: { code: 'ZZZZ-ZZZZ-ZZZZ' } });
    expect(answer.body.people.map((person: { prisonerName: string }) => person.prisonerName)).toEqual([
      'Kai L.',
      'Sam R.',
    ]);
  });

  it('used anew by another account takes the thread away from the first', async () => {
    const contactId = await contact();
    const first = await join2();
    await contact('ZZZZZZZZZZZZ', { contactId } as never);
    const second = await join2('ZZZZZZZZZZZZ', 'mum2');
    expect((await call('GET', `/api/people/${contactId}`, { cookie: first })).status).toBe(404);
    expect((await call('GET', `/api/people/${contactId}`, { cookie: second })).status).toBe(200);
  });

  it.each([
    ['short', 'a', 'a long password'],
    ['short password', 'mum@example.org', 'nine char'],
    ['spaces in name', 'mum example', 'a long password'],
  ])('with a bad wish (%s) makes no account and is not used up', async (_what, signInName, password) => {
    await contact();
    expect((await call('POST', '/api/accounts', { body: { code: 'BCDFGHJKMNPQ', signInName, password } })).status).toBe(
      400,
    );
    await join2();
  });
});

describe('signing in', () => {
  it('gives the same answer for an unknown name and a wrong password', async () => {
    await contact();
    await join2();
    const unknown = await call('POST', '/api/session', { body: { signInName: 'nobody', password: 'a long password' } });
    const wrong = await call('POST', '/api/session', {
      body: { signInName: 'mum@example.org', password: 'not the password' },
    });
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('waits longer after each wrong password, and never for good', async () => {
    await contact();
    await join2();
    const attempt = (password: string) =>
      call('POST', '/api/session', { body: { signInName: 'MUM@example.org ', password } });
    for (let tries = 0; tries < 3; tries += 1) await attempt('wrong password');
    const blocked = await attempt('a long password');
    expect(blocked).toMatchObject({
      status: 429,
      body: { code: 'wait', retryAfter: 2000 },
      headers: { 'retry-after': '2' },
    });
    now += 2000;
    expect((await attempt('a long password')).status).toBe(200);
  });

  it('always begins a new session, so that a planted cookie is worth nothing', async () => {
    await contact();
    const planted = 'x'.repeat(43);
    await join2();
    const answer = await call('POST', '/api/session', {
      cookie: planted,
      body: { signInName: 'mum@example.org', password: 'a long password' },
    });
    expect(answer.cookie).not.toBe(planted);
    expect((await call('GET', '/api/session', { cookie: planted })).status).toBe(401);
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly.*SameSite=Strict/);
  });

  it('ends on the server when signed out, and after a month without a visit', async () => {
    await contact();
    const cookie = await join2();
    await call('DELETE', '/api/session', { cookie });
    expect((await call('GET', '/api/session', { cookie })).status).toBe(401);
    const again = (
      await call('POST', '/api/session', { body: { signInName: 'mum@example.org', password: 'a long password' } })
    ).cookie;
    now += SESSION_IDLE + 1;
    expect((await call('GET', '/api/session', { cookie: again })).status).toBe(401);
  });

  it('and every other write is refused from another page or from none', async () => {
    await contact();
    const cookie = await join2();
    for (const origin of ['https://evil.example', 'null', 'http://localhost:81', '']) {
      const headers = { origin };
      expect(
        (await call('POST', '/api/session', { headers, body: { signInName: 'a', password: 'b' } })).body.code,
      ).toBe('origin-refused');
      expect((await call('POST', '/api/people', { headers, cookie, body: { code: 'x' } })).body.code).toBe(
        'origin-refused',
      );
      expect((await call('DELETE', '/api/session', { headers, cookie })).body.code).toBe('origin-refused');
    }
  });
});

describe('a thread', () => {
  it('shows what was delivered, and its receipt is the same when it is offered again', async () => {
    const contactId = await contact();
    const cookie = await join2();
    const message = delivery(contactId);
    const first = await link('POST', '/link/deliveries', [message]);
    now += 5000;
    const second = await link('POST', '/link/deliveries', [message]);
    expect(first.body).toEqual({ receipts: [{ messageId: message.messageId, outcome: 'taken', at: START }] });
    expect(second.body).toEqual(first.body);
    const thread = (await call('GET', `/api/people/${contactId}`, { cookie })).body;
    expect(thread.messages).toEqual([
      {
        direction: 'to-family',
        messageId: message.messageId,
        body: 'Hello Mum',
        writtenAt: START - 5000,
        at: START,
        read: false,
      },
    ]);
    await call('POST', `/api/people/${contactId}/read`, { cookie, body: { upTo: START } });
    expect((await call('GET', '/api/session', { cookie })).body.people[0].unread).toBe(0);
  });

  it('gives no receipt before anyone has joined, and keeps nothing', async () => {
    const contactId = await contact();
    const message = delivery(contactId);
    expect((await link('POST', '/link/deliveries', [message])).body).toEqual({ receipts: [] });
    expect(await database.selectFrom('deliveries').selectAll().execute()).toEqual([]);
    await join2();
    expect((await link('POST', '/link/deliveries', [message])).body.receipts).toHaveLength(1);
  });

  it('never takes a message for a contact unknown or not active', async () => {
    const contactId = await contact(null, { active: false });
    const unknown = delivery(randomUUID());
    const answer = await link('POST', '/link/deliveries', [delivery(contactId), unknown]);
    expect(answer.body.receipts.map((receipt: { outcome: string }) => receipt.outcome)).toEqual([
      'contact-not-active',
      'contact-unknown',
    ]);
  });

  it('takes a reply once, hands it over sealed, and forgets it when the prison has it', async () => {
    const contactId = await contact();
    const cookie = await join2();
    const message = reply();
    const send = (body: unknown) => call('POST', `/api/people/${contactId}/messages`, { cookie, body });
    expect((await send(message)).body.message).toMatchObject({ state: 'waiting', fetchedAt: null });
    expect((await send(message)).status).toBe(200);
    expect((await send({ ...message, box: 'C'.repeat(200) })).body.code).toBe('message-exists');
    const fetched = (await link('GET', '/link/replies')).body.replies;
    expect(fetched).toEqual([
      { messageId: message.messageId, contactId, enc: message.enc, box: message.box, writtenAt: START },
    ]);
    await link('POST', '/link/replies/fetched', { messageIds: [message.messageId] });
    expect((await link('GET', '/link/replies')).body.replies).toEqual([]);
    expect(await database.selectFrom('replies').select(['enc', 'box']).execute()).toEqual([{ enc: null, box: null }]);
    expect((await send(message)).status).toBe(200);
    expect((await link('GET', '/link/replies')).body.replies).toEqual([]);
  });

  it('shows where a reply is, and a late older word does not undo a newer one', async () => {
    const contactId = await contact();
    const cookie = await join2();
    const message = reply();
    await call('POST', `/api/people/${contactId}/messages`, { cookie, body: message });
    const status = (state: string, at: number, reason: string | null = null) =>
      link('POST', '/link/statuses', [{ messageId: message.messageId, state, reason, at }]);
    await status('stopped', START + 20, 'threat');
    await status('held', START + 10);
    const [shown] = (await call('GET', `/api/people/${contactId}`, { cookie })).body.messages;
    expect(shown).toMatchObject({ state: 'stopped', reason: 'threat', stateAt: START + 20 });
  });

  it('is closed to writing while the contact is not active, and stays readable', async () => {
    const contactId = await contact();
    const cookie = await join2();
    await contact('BCDFGHJKMNPQ', { contactId, active: false } as never);
    expect((await call('POST', `/api/people/${contactId}/messages`, { cookie, body: reply() })).body).toEqual({
      code: 'contact-not-active',
    });
    expect((await call('GET', `/api/people/${contactId}`, { cookie })).status).toBe(200);
  });

  it('of one account does not exist for another', async () => {
    const mine = await contact();
    const theirs = await contact('ZZZZZZZZZZZZ');
    const cookie = await join2();
    const other = await join2('ZZZZZZZZZZZZ', 'other');
    await link('POST', '/link/deliveries', [delivery(theirs, 'for others')]);
    const message = reply();
    await call('POST', `/api/people/${theirs}/messages`, { cookie: other, body: message });
    const nowhere = await call('GET', `/api/people/${randomUUID()}`, { cookie });
    for (const answer of [
      await call('GET', `/api/people/${theirs}`, { cookie }),
      await call('POST', `/api/people/${theirs}/messages`, { cookie, body: reply() }),
      await call('POST', `/api/people/${theirs}/read`, { cookie, body: { upTo: now } }),
    ]) {
      expect([answer.status, answer.body]).toEqual([nowhere.status, nowhere.body]);
    }
    expect((await call('POST', `/api/people/${mine}/messages`, { cookie, body: message })).body.code).toBe(
      'message-exists',
    );
  });

  it('needs a session for everything', async () => {
    const contactId = await contact();
    for (const [method, url] of [
      ['GET', '/api/session'],
      ['POST', '/api/people'],
      ['GET', `/api/people/${contactId}`],
      ['POST', `/api/people/${contactId}/messages`],
      ['POST', `/api/people/${contactId}/read`],
    ] as const) {
      expect((await call(method, url, { ...(method === 'POST' ? { body: {} } : {}) })).body).toEqual({
        code: 'not-signed-in',
      });
    }
  });
});

describe('the prison’s side', () => {
  it.each(['wrong', '', `${TOKEN}x`, TOKEN.slice(1)])('is closed to the token %j', async (token) => {
    for (const [method, path] of [
      ['POST', '/link/contacts'],
      ['POST', '/link/deliveries'],
      ['GET', '/link/replies'],
      ['POST', '/link/replies/fetched'],
      ['POST', '/link/statuses'],
    ] as const) {
      const answer = await link(method, path, method === 'POST' ? [] : undefined, token);
      expect([answer.status, answer.body]).toEqual([401, { code: 'link-refused' }]);
    }
  });

  it('is not opened by a family’s session', async () => {
    await contact();
    const cookie = await join2();
    expect((await call('GET', '/link/replies', { cookie })).status).toBe(401);
  });
});

describe('hostile input', () => {
  const nasty: readonly unknown[] = [
    null,
    [],
    {},
    'x',
    7,
    true,
    [[[[]]]],
    { code: null },
    { code: 'x'.repeat(100_000) },
    { code: {} },
    { signInName: [], password: {} },
    { signInName: "' or 1=1 --", password: '\0' },
    { messageId: '../../etc', enc: '<script>', box: 'B' },
    { messageIds: ['x'] },
    { upTo: -1 },
    { upTo: 1e300 },
    { upTo: 'NaN' },
  ];
  const raw = [
    '',
    '{',
    '[',
    '"',
    'null',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    '\u0000',
    '{"code":"\ud800"}',
  ];

  it('on any address gets a coded answer, never an error of ours, and leaks nothing', async () => {
    const contactId = await contact();
    const cookie = await join2();
    const addresses = [
      '/api/invitations/check',
      '/api/accounts',
      '/api/session',
      '/api/people',
      `/api/people/${contactId}/messages`,
      `/api/people/${contactId}/read`,
      '/link/contacts',
      '/link/deliveries',
      '/link/replies/fetched',
      '/link/statuses',
      '/api/people/x/read',
      '/health',
      '/nothing',
    ];
    let asked = 0;
    for (const url of addresses) {
      for (const payload of [...nasty.map((value) => JSON.stringify(value)), ...raw]) {
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
          asked += 1;
          const response = await app.inject({
            method: 'POST',
            // Each from another address, so that the limits on tries do not answer in the routes' place.
            remoteAddress: `10.0.${String(asked >> 8)}.${String(asked & 255)}`,
            url,
            payload,
            headers: {
              'content-type': type,
              host: 'localhost:80',
              origin: ORIGIN,
              cookie: `throughline-family=${cookie}`,
              authorization: `Bearer ${TOKEN}`,
            },
          });
          expect(response.statusCode, `${url} ${payload.slice(0, 60)} ${type}`).toBeLessThan(500);
          expect(response.headers['content-security-policy']).toContain("default-src 'none'");
          if (response.statusCode >= 400)
            expect(Object.keys(response.json())).toEqual(expect.arrayContaining(['code']));
          expect(response.body).not.toMatch(/stack|sqlite|node_modules|\.ts/i);
        }
      }
    }
  });

  it.each(
    [
      '/api/people/%00',
      '/api/people/..%2f..%2fetc',
      `/api/people/${'a'.repeat(5000)}`,
      '/%',
      '/api//session',
      '/..%2f..%2fpackage.json',
      '/link/../link/replies',
      '/api/people/%E0%A4%A',
    ].map((url) => ({ name: url.slice(0, 40), url })),
  )('in the address $name gets a coded answer', async ({ url }) => {
    const response = await app.inject({ method: 'GET', url, headers: { host: 'localhost:80' } });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
  });

  it('of odd cookies, hosts and methods is survived', async () => {
    for (const cookie of [
      'throughline-family',
      'throughline-family=',
      `throughline-family=${'x'.repeat(8000)}`,
      'throughline-family=%%%',
      '\u00ff=1',
    ]) {
      expect((await app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
    }
    for (const method of ['PUT', 'PATCH', 'OPTIONS', 'HEAD'] as const) {
      expect((await app.inject({ method, url: '/api/session' })).statusCode).toBeLessThan(500);
    }
  });

  it('that is too large is refused with a code', async () => {
    const big = 'x'.repeat(200_000);
    expect((await call('POST', '/api/invitations/check', { body: { code: big } })).body).toEqual({ code: 'too-large' });
    expect(
      (await link('POST', '/link/deliveries', [{ ...delivery(randomUUID()), body: 'x'.repeat(5_000_000) }])).body,
    ).toEqual({ code: 'too-large' });
  });

  it('in great number is slowed down', async () => {
    await contact();
    const codes: unknown[] = [];
    for (let tries = 0; tries < 25; tries += 1) {
      codes.push((await call('POST', '/api/invitations/check', { body: { code: 'ZZZZZZZZZZZZ' } })).body.code);
    }
    expect(codes.filter((code) => code === 'code-unknown')).toHaveLength(20);
    expect(codes.at(-1)).toBe('too-many-tries');
  });
});

describe('a full disk', () => {
  it('is told with a code, keeps what was there, and is over when there is room', async () => {
    const contactId = await contact();
    const cookie = await join2();
    await call('POST', `/api/people/${contactId}/messages`, { cookie, body: reply() });
    const { page_count: pages } = (await sql<{ page_count: number }>`pragma page_count`.execute(database)).rows[0]!;
    await sql.raw(`pragma max_page_count = ${String(pages)}`).execute(database);
    const big = () => ({ ...reply(), box: 'B'.repeat(60_000) });
    expect(await call('POST', `/api/people/${contactId}/messages`, { cookie, body: big() })).toMatchObject({
      status: 507,
      body: { code: 'storage-full' },
    });
    expect((await call('GET', `/api/people/${contactId}`, { cookie })).body.messages).toHaveLength(1);
    await sql.raw('pragma max_page_count = 100000').execute(database);
    expect((await call('POST', `/api/people/${contactId}/messages`, { cookie, body: big() })).status).toBe(200);
  });
});

describe('the database', () => {
  it.each([
    ['cut to nothing', ''],
    ['not a database', 'x'.repeat(5000)],
  ])('that is %s is named, left alone, and not replaced', (_what, content) => {
    const folder = mkdtempSync(join(tmpdir(), 'family-'));
    const path = join(folder, 'family.sqlite');
    writeFileSync(path, content);
    expect(openFamilyDatabase(path)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    rmSync(folder, { recursive: true });
  });
});
