import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditTables } from '../../gateway/audit/tables.ts';
import { allMigrations } from '../../gateway/migrations.ts';
import { openDatabase } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { idToBytes } from '../../gateway/db/id-bytes.ts';
import { exchangeWithFamily, type FamilyWork } from '../../gateway/family-link/exchange-with-family.ts';
import { createFamilyLink, type FamilyLink } from '../../gateway/family-link/link.ts';
import { createReplyOpener } from '../../gateway/family-link/open-reply.ts';
import { claimForStaff, decideForStaff } from '../../gateway/features/messaging/actions.ts';
import { changeContact, createContact, inviteContact } from '../../gateway/features/messaging/contact-actions.ts';
import { createCertificateNews } from '../../gateway/features/education/certificates/certificate-news.ts';
import { createFamilyDelivery } from '../../gateway/features/messaging/family-delivery.ts';
import type { Decision, ModerationActor } from '../../gateway/features/messaging/moderation/decide.ts';
import { loadMessage } from '../../gateway/features/messaging/queries.ts';
import { createMessagingOperations } from '../../gateway/features/messaging/sync.ts';
import type { MessagingTables } from '../../gateway/features/messaging/tables.ts';
import type { PeopleTables } from '../../gateway/people/tables.ts';
import { generateGatewayKey } from '../../gateway/sync/seals.ts';
import type { SyncTables } from '../../gateway/sync/sync-tables.ts';
import { makeInvitation, showInvitation } from '../../protocol/family-link/invitation.ts';
import {
  contactIdSchema,
  messageIdSchema,
  operationIdSchema,
  personIdSchema,
  tabletIdSchema,
  type ContactId,
  type MessageId,
} from '../../protocol/ids.ts';
import { startFamilyProcess, type FamilyProcess } from '../support/family-process.ts';
import { createFamilyVisitor, sealReply, type FamilyVisitor } from '../support/family-visitor.ts';

const sam = personIdSchema.parse(randomUUID());
const tabletId = tabletIdSchema.parse(randomUUID());
const ann: ModerationActor = { staffId: randomUUID(), desks: [], knows: [] };
const operations = createMessagingOperations({ chance: () => 0.5 });

let family: FamilyProcess;
let database: GatewayDatabase;
let key: Awaited<ReturnType<typeof generateGatewayKey>>;
let work: FamilyWork;
let link: FamilyLink;
let contactId: ContactId;
let mum: FamilyVisitor;
let ahead = 0;

beforeAll(async () => {
  family = await startFamilyProcess();
});
afterAll(() => family.dispose());

beforeEach(async () => {
  ahead = 0;
  const opened = await openDatabase({
    sqlitePath: ':memory:',
    migrations: allMigrations,
    clock,
  });
  if (!opened.ok) throw new Error(opened.error.sentence);
  database = opened.value;
  key = await generateGatewayKey();
  link = createFamilyLink({ url: family.url, token: family.token, timeout: 10_000 });
  work = await createWork();
  await submit((tx) =>
    tx
      .tables<PeopleTables>()
      .insertInto('people')
      .values({
        id: idToBytes(sam),
        prisoner_number: 'A1234BC',
        first_name: 'Sam',
        last_name: 'Reed',
        wing: 'B',
        cell: '2-04',
        status: 'here',
        created_at: 1,
      })
      .execute(),
  );
  contactId = contactIdSchema.parse(randomUUID());
  await submit((tx) =>
    createContact(
      tx,
      contactId,
      { personId: sam, name: 'Mum', relationship: 'Mother', handling: 'moderated', approved: true },
      ann.staffId,
    ),
  );
  mum = createFamilyVisitor(family.url);
});
afterEach(() => database.close());

function clock(): number {
  return Date.now() + ahead;
}

type Transaction = Parameters<Parameters<GatewayDatabase['committer']['submit']>[0]>[0];
const submit = <T>(job: (tx: Transaction) => Promise<T>): Promise<T> => database.committer.submit(job);

/** A gateway that has just been started remembers nothing that is not in its database. */
async function createWork(): Promise<FamilyWork> {
  return {
    ...createCertificateNews(database),
    ...createFamilyDelivery({
    database,
    openReply: await createReplyOpener(key.privateKey),
    publicKey: key.publicKey,
    clock,
    chance: () => 0.5,
    }),
  };
}

async function invite(): Promise<string> {
  const code = makeInvitation(randomBytes(64))!;
  const invited = await submit((tx) =>
    inviteContact(tx, contactId, createHash('sha256').update(code).digest('hex'), ann.staffId),
  );
  expect(invited.ok).toBe(true);
  return showInvitation(code);
}

async function mumJoins(): Promise<void> {
  const code = await invite();
  expect(await exchangeWithFamily(link, work)).toEqual({ ok: true, value: undefined });
  await mum.join(code);
}

async function samWrites(body: string): Promise<MessageId> {
  const messageId = messageIdSchema.parse(randomUUID());
  const operation = {
    id: operationIdSchema.parse(randomUUID()),
    kind: 'messaging.send',
    sequence: 1,
    composedAt: clock(),
    payload: { messageId, contactId, body },
  };
  expect(
    await submit((tx) => operations(tx, operation, { tabletId, personId: sam, now: clock(), receipt: 'ABCD-2346' })),
  ).toMatchObject({ ok: true });
  return messageId;
}

async function decideAs(messageId: MessageId, decision: Decision) {
  await submit((tx) => claimForStaff(tx, messageId, ann));
  const { bodySha256 } = (await load(messageId))!;
  return submit((tx) => decideForStaff(tx, messageId, { decision, bodySha256, note: null }, ann));
}

const load = (messageId: string) => loadMessage(database.reads<MessagingTables>(), messageIdSchema.parse(messageId));
const stateOf = async (messageId: string) => (await load(messageId))?.state;
const talk = () => exchangeWithFamily(link, work);

async function onTablet(messageId: string): Promise<unknown> {
  const row = await database
    .reads<SyncTables>()
    .selectFrom('change_log')
    .select('body')
    .where('record', '=', 'messaging.message')
    .where('record_id', '=', messageId)
    .executeTakeFirst();
  return row?.body === null || row === undefined ? undefined : JSON.parse(row.body);
}

describe('a message and its answer', () => {
  it('goes out only after its release, is read outside, and the answer comes in only after its own', async () => {
    await mumJoins();
    const out = await samWrites('Hello Mum');
    await talk();
    expect((await mum.thread()).messages).toEqual([]);
    await decideAs(out, { kind: 'release' });
    await talk();
    expect((await mum.thread()).messages).toMatchObject([{ direction: 'to-family', body: 'Hello Mum' }]);
    expect(await stateOf(out)).toBe('delivered');
    expect(await onTablet(out)).toMatchObject({ state: 'delivered' });

    const back = await mum.write('Hello Sam, all is well');
    await talk();
    expect(await stateOf(back)).toBe('held');
    expect(await onTablet(back)).toBeUndefined();
    expect((await mum.thread()).messages[1]).toMatchObject({ direction: 'from-family', state: 'held' });
    await decideAs(messageIdSchema.parse(back), { kind: 'release' });
    await talk();
    expect(await onTablet(back)).toMatchObject({ state: 'released', direction: 'in', body: 'Hello Sam, all is well' });
    expect((await mum.thread()).messages[1]).toMatchObject({ state: 'released' });

    const read = {
      id: operationIdSchema.parse(randomUUID()),
      kind: 'messaging.read',
      sequence: 2,
      composedAt: 1,
      payload: { messageId: back },
    };
    await submit((tx) => operations(tx, read, { tabletId, personId: sam, now: clock(), receipt: 'ABCD-2347' }));
    await talk();
    expect((await mum.thread()).messages[1]).toMatchObject({ state: 'delivered' });
  });

  it('that is stopped outside is told with its code and nothing else', async () => {
    await mumJoins();
    const back = await mum.write('something bad');
    await talk();
    await decideAs(messageIdSchema.parse(back), { kind: 'stop', reason: 'threat', remark: 'internal words' });
    await talk();
    const [shown] = (await mum.thread()).messages;
    expect(shown).toMatchObject({ state: 'stopped', reason: 'threat' });
    expect(JSON.stringify(shown)).not.toContain('internal');
    expect(await onTablet(back)).toBeUndefined();
  });

  it('stays on its way, and can be recalled, while nobody outside has joined', async () => {
    const code = await invite();
    const out = await samWrites('Hello');
    await decideAs(out, { kind: 'release' });
    await talk();
    expect(await stateOf(out)).toBe('released');
    expect(await decideAs(out, { kind: 'recall' })).toMatchObject({ ok: true });
    await decideAs(out, { kind: 'release' });
    await mum.join(code);
    ahead += 3_600_000;
    await talk();
    expect(await stateOf(out)).toBe('delivered');
    expect(await decideAs(out, { kind: 'recall' })).toEqual({ ok: false, error: { code: 'too-late' } });
  });

  it('never goes out when the contact was lost after the release', async () => {
    await mumJoins();
    const out = await samWrites('Hello');
    await decideAs(out, { kind: 'release' });
    await submit((tx) =>
      changeContact(tx, contactId, { restrictions: [{ code: 'no-contact-order', from: 0, until: null }] }, ann.staffId),
    );
    await talk();
    expect(await stateOf(out)).toBe('undeliverable');
    const thread = await mum.thread();
    expect(thread.messages).toEqual([]);
    const session = await mum.call('GET', '/session');
    expect(JSON.stringify(session.body)).not.toMatch(/no-contact|A1234BC|2-04|Reed/);
    expect((session.body['people'] as { active: boolean }[])[0]?.active).toBe(false);
  });
});

describe('a bad line', () => {
  it('for a week loses nothing and doubles nothing', async () => {
    await mumJoins();
    const reply = await mum.write('before the cut');
    await family.stop('SIGKILL');
    const out: MessageId[] = [];
    for (let day = 0; day < 7; day += 1) {
      const id = await samWrites(`Day ${day}`);
      await decideAs(id, { kind: 'release' });
      out.push(id);
      ahead += 86_400_000;
      expect(await talk()).toEqual({ ok: false, error: { code: 'unreachable', sent: false } });
    }
    // Certainly still inside, so it can still be taken back.
    expect(await decideAs(out[6]!, { kind: 'recall' })).toMatchObject({ ok: true });
    await family.startAgain();
    work = await createWork();
    expect(await talk()).toMatchObject({ ok: true });
    const shown = (await mum.thread()).messages
      .filter((message) => message['direction'] === 'to-family')
      .map((message) => message['body']);
    expect(shown).toEqual(['Day 0', 'Day 1', 'Day 2', 'Day 3', 'Day 4', 'Day 5']);
    expect(await stateOf(reply)).toBe('held');
    expect(await stateOf(out[5]!)).toBe('delivered');
    expect(await stateOf(out[6]!)).toBe('held');
  });

  it('that loses every answer doubles nothing, and allows no recall of what may be outside', async () => {
    await mumJoins();
    const deaf = deafLink(link);
    const out = await samWrites('Hello');
    await decideAs(out, { kind: 'release' });
    const reply = await mum.write('Hello back');
    for (let tries = 0; tries < 3; tries += 1) {
      ahead += 3_600_000;
      await exchangeWithFamily({ ...link, pushDeliveries: deaf.pushDeliveries }, work);
      await exchangeWithFamily(
        {
          ...link,
          pushDeliveries: async () => ({ ok: true, value: { receipts: [] } }),
          confirmFetched: deaf.confirmFetched,
        },
        { ...work, takeDeliveries: async () => [] },
      );
    }
    expect(await decideAs(out, { kind: 'recall' })).toEqual({ ok: false, error: { code: 'too-late' } });
    ahead += 3_600_000;
    expect(await talk()).toMatchObject({ ok: true });
    expect((await mum.thread()).messages.filter((message) => message['direction'] === 'to-family')).toHaveLength(1);
    const received = await database
      .reads<MessagingTables>()
      .selectFrom('messaging_messages')
      .select('id')
      .where('direction', '=', 'in')
      .execute();
    expect(received).toHaveLength(1);
    expect(await stateOf(reply)).toBe('held');
    const holds = await database
      .reads<AuditTables>()
      .selectFrom('audit_entries')
      .select('sequence')
      .where('subject', '=', reply)
      .where('action', '=', 'messages.hold')
      .execute();
    expect(holds).toHaveLength(1);
  });

  it('with the wrong token is refused, and everything is kept', async () => {
    await mumJoins();
    const out = await samWrites('Hello');
    await decideAs(out, { kind: 'release' });
    const stranger = createFamilyLink({
      url: family.url,
      token: 'not the token of the prison, but long',
      timeout: 10_000,
    });
    expect(await exchangeWithFamily(stranger, work)).toEqual({ ok: false, error: { code: 'refused', status: 401 } });
    await talk();
    expect(await stateOf(out)).toBe('delivered');
  });
});

describe('a reply that is not what it says', () => {
  const offer = (reply: unknown): FamilyLink => ({ ...link, fetchReplies: once([reply]) });
  const once = (replies: readonly unknown[]): FamilyLink['fetchReplies'] => {
    let left = [replies];
    return async () => {
      const value = left[0] ?? [];
      left = left.slice(1);
      return { ok: true, value: value as never };
    };
  };
  const gatewayKey = () => Buffer.from(key.publicKey).toString('base64url');

  it.each(['changed', 'moved to another message', 'sealed to another prison', 'not text', 'invisible characters'])(
    '(%s) is set aside by its id, and its writer told',
    async (how) => {
      await mumJoins();
      const messageId = randomUUID();
      const other = Buffer.from((await generateGatewayKey()).publicKey).toString('base64url');
      const body = how === 'invisible characters' ? 'a\u200bb' : how === 'not text' ? '' : 'Hello';
      const sealed = await sealReply({
        contactId,
        messageId: how === 'moved to another message' ? randomUUID() : messageId,
        gatewayKey: how === 'sealed to another prison' ? other : gatewayKey(),
        body,
      });
      const box = how === 'changed' ? `${sealed.box.slice(0, -4)}AAAA` : sealed.box;
      await exchangeWithFamily(offer({ messageId, contactId, enc: sealed.enc, box, writtenAt: 1 }), work);
      expect(await load(messageId)).toBeUndefined();
      const entry = await database
        .reads<AuditTables>()
        .selectFrom('audit_entries')
        .select(['action', 'detail'])
        .where('subject', '=', messageId)
        .execute();
      expect(entry).toEqual([
        { action: 'messages.set-aside', detail: JSON.stringify({ code: 'seal-broken', contactId }) },
      ]);
      const statuses = await work.takeStatuses();
      expect(statuses.concat()).toEqual([]);
    },
  );

  it('for a contact nobody knows, or one who is privileged, leaves no words behind', async () => {
    const solicitor = contactIdSchema.parse(randomUUID());
    await submit((tx) =>
      createContact(
        tx,
        solicitor,
        { personId: sam, name: 'Ms Lloyd', relationship: 'Solicitor', handling: 'privileged', approved: true },
        ann.staffId,
      ),
    );
    for (const [to, code] of [
      [solicitor, 'contact-privileged'],
      [randomUUID(), 'contact-unknown'],
    ] as const) {
      const messageId = randomUUID();
      const sealed = await sealReply({ contactId: to, messageId, gatewayKey: gatewayKey(), body: 'About your appeal' });
      await exchangeWithFamily(offer({ messageId, contactId: to, ...sealed, writtenAt: 1 }), work);
      expect(await load(messageId)).toBeUndefined();
      const entry = await database
        .reads<AuditTables>()
        .selectFrom('audit_entries')
        .select('detail')
        .where('subject', '=', messageId)
        .executeTakeFirstOrThrow();
      expect(JSON.parse(entry.detail)).toMatchObject({ code });
    }
  });
});

describe('a family service that is not one', () => {
  let server: Server;
  let url = '';
  let answer: (write: (status: number, body: string) => void) => void = () => undefined;
  beforeAll(async () => {
    server = createServer((request, response) => {
      request
        .resume()
        .on('end', () =>
          answer((status, body) =>
            response.writeHead(status, status === 302 ? { location: 'http://localhost:9/' } : {}).end(body),
          ),
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['nonsense', 200, '<html>', { code: 'reply-invalid' }],
    ['the wrong shape', 200, '{"replies":[{"messageId":"x"}]}', { code: 'reply-invalid' }],
    ['an endless answer', 200, 'x'.repeat(9 * 1024 * 1024), { code: 'reply-invalid' }],
    ['a redirection, which would carry the token away', 302, '', { code: 'unreachable', sent: true }],
    ['an error', 500, '{}', { code: 'refused', status: 500 }],
  ] as const)('answers %s, and the link keeps everything', async (_what, status, body, error) => {
    answer = (write) => write(status, body);
    expect(await createFamilyLink({ url, token: 'x', timeout: 5000 }).fetchReplies()).toEqual({ ok: false, error });
  });

  it('never answers, and the link gives up in time', async () => {
    answer = () => undefined;
    expect(await createFamilyLink({ url, token: 'x', timeout: 200 }).fetchReplies()).toEqual({
      ok: false,
      error: { code: 'unreachable', sent: true },
    });
  });
});

describe('the service under attack', () => {
  it('takes no body of 100 MB, from a stranger or a visitor, and lives on', async () => {
    await mumJoins();
    const { port } = new URL(family.url);
    const sent = await new Promise<number>((resolve) => {
      let bytes = 0;
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      const socket = connect(Number(port), 'localhost', () => {
        socket.write(
          `POST /api/session HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${family.url}\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n`,
        );
        const push = (): void => {
          while (bytes < 100 * 1024 * 1024 && !socket.destroyed) {
            bytes += chunk.length;
            if (!socket.write(chunk)) return;
          }
        };
        socket.on('drain', push);
        push();
      });
      socket.on('error', () => undefined);
      socket.on('data', (data) => expect(data.toString()).toContain('413'));
      socket.on('close', () => resolve(bytes));
    });
    expect(sent).toBeLessThan(100 * 1024 * 1024);
    expect((await mum.call('GET', '/session')).status).toBe(200);
  });
});

/** A link whose answers are lost on the way back. */
function deafLink(real: FamilyLink): FamilyLink {
  const lose = async (answer: Promise<unknown>) => {
    await answer;
    return { ok: false, error: { code: 'unreachable', sent: true } } as const;
  };
  return {
    pushContacts: (contacts) => lose(real.pushContacts(contacts)),
    pushDeliveries: (deliveries) => lose(real.pushDeliveries(deliveries)),
    fetchReplies: () => lose(real.fetchReplies()),
    confirmFetched: (ids) => lose(real.confirmFetched(ids)),
    pushStatuses: (statuses) => lose(real.pushStatuses(statuses)),
    pushCertificates: (certificates) => lose(real.pushCertificates(certificates)),
  };
}
