import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  contactIdSchema,
  messageIdSchema,
  operationIdSchema,
  personIdSchema,
  tabletIdSchema,
  type ContactId,
  type MessageId,
  type PersonId,
} from '#protocol/ids.ts';
import { messageRecordSchema, type MessageRecord } from '#protocol/messaging/schema.ts';
import { auditMigrations, type AuditTables } from '../../gateway/audit/tables.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { idToBytes } from '../../gateway/db/id-bytes.ts';
import { peopleMigrations, type PeopleTables } from '../../gateway/people/tables.ts';
import { staffMigrations } from '../../gateway/staff/tables.ts';
import { syncMigrations, type SyncTables } from '../../gateway/sync/sync-tables.ts';
import {
  claimForStaff,
  claimNextForStaff,
  closeAlert,
  decideForStaff,
} from '../../gateway/features/messaging/actions.ts';
import {
  changeContact,
  createContact,
  inviteContact,
  setKnown,
} from '../../gateway/features/messaging/contact-actions.ts';
import { CLAIM_LEASE } from '../../gateway/features/messaging/moderation/claim.ts';
import type { Decision, ModerationActor } from '../../gateway/features/messaging/moderation/decide.ts';
import { createPolicy, tellPolicy } from '../../gateway/features/messaging/policy-actions.ts';
import { loadMessage } from '../../gateway/features/messaging/queries.ts';
import { createMessagingOperations } from '../../gateway/features/messaging/sync.ts';
import { messagingMigrations } from '../../gateway/features/messaging/migrations.ts';
import type { MessagingTables } from '../../gateway/features/messaging/tables.ts';

import { createFamilyDelivery } from '../../gateway/features/messaging/family-delivery.ts';

/** Everything the messaging feature writes and reads, on one kind of database. `place` names a new, empty one. */
export function messagingContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`messages on ${name}`, () => {
    const START = 1_763_800_000_000;
    let now = START;
    let database: GatewayDatabase;
    let contactId: ContactId;
    const sam = personIdSchema.parse(randomUUID());
    const other = personIdSchema.parse(randomUUID());
    const tabletId = tabletIdSchema.parse(randomUUID());
    const ann: ModerationActor = { staffId: randomUUID(), desks: [], knows: [] };
    const bob: ModerationActor = { staffId: randomUUID(), desks: ['security'], knows: [] };
    const applyOperation = createMessagingOperations({ chance: () => 0.5 });

    beforeEach(async () => {
      now = START;
      const opened = await openDatabase({
        ...(await place()),
        migrations: [
          ...auditMigrations,
          ...peopleMigrations,
          ...staffMigrations,
          ...syncMigrations,
          ...messagingMigrations,
        ],
        clock: () => now,
      });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
      await submit(async (tx) => {
        for (const [id, number] of [
          [sam, 'A1234BC'],
          [other, 'B2345CD'],
        ] as const) {
          await tx
            .tables<PeopleTables>()
            .insertInto('people')
            .values({
              id: idToBytes(id),
              prisoner_number: number,
              first_name: 'Sam',
              last_name: 'Reed',
              wing: 'B',
              cell: '2-04',
              status: 'here',
              created_at: now,
            })
            .execute();
        }
      });
      contactId = await addContact();
    });
    afterEach(() => database.close());

    type Job = Parameters<GatewayDatabase['committer']['submit']>[0];
    const submit = <T>(job: (tx: Parameters<Job>[0]) => Promise<T>) => database.committer.submit(job);

    async function addContact(
      fields: { handling?: 'moderated' | 'privileged'; approved?: boolean; personId?: PersonId } = {},
    ): Promise<ContactId> {
      const id = contactIdSchema.parse(randomUUID());
      const made = await submit((tx) =>
        createContact(
          tx,
          id,
          { personId: sam, name: 'Mum', relationship: 'Mother', handling: 'moderated', approved: true, ...fields },
          ann.staffId,
        ),
      );
      expect(made.ok).toBe(true);
      return id;
    }

    function operate(kind: string, payload: unknown, personId = sam) {
      return submit((tx) =>
        applyOperation(
          tx,
          { id: operationIdSchema.parse(randomUUID()), kind, sequence: 1, composedAt: 1, payload },
          { tabletId, personId, now, receipt: 'ABCD-2346' },
        ),
      );
    }

    async function send(body: string, to = contactId, personId = sam) {
      const messageId = messageIdSchema.parse(randomUUID());
      return { messageId, result: await operate('messaging.send', { messageId, contactId: to, body }, personId) };
    }

    const load = (messageId: MessageId) => loadMessage(database.reads<MessagingTables>(), messageId);

    async function onTablet(record: string, id: string, personId = sam): Promise<unknown> {
      const row = await database
        .reads<SyncTables>()
        .selectFrom('change_log')
        .select('body')
        .where('audience', '=', `person:${personId}`)
        .where('record', '=', record)
        .where('record_id', '=', id)
        .executeTakeFirst();
      return row === undefined ? undefined : row.body === null ? 'removed' : JSON.parse(row.body);
    }

    const recordOf = async (messageId: MessageId): Promise<MessageRecord> =>
      messageRecordSchema.parse(await onTablet('messaging.message', messageId));
    const auditActions = async () =>
      (
        await database.reads<AuditTables>().selectFrom('audit_entries').select('action').orderBy('sequence').execute()
      ).map((row) => row.action);
    const deliveries = async () =>
      (await database.reads<MessagingTables>().selectFrom('messaging_deliveries').select('message').execute()).length;

    async function decideNow(messageId: MessageId, decision: Decision, actor = ann) {
      const claimed = await submit((tx) => claimForStaff(tx, messageId, actor));
      if (!claimed.ok && decision.kind !== 'recall') return claimed;
      const message = await load(messageId);
      return submit((tx) =>
        decideForStaff(tx, messageId, { decision, bodySha256: message!.bodySha256, note: null }, actor),
      );
    }

    describe('a message from the tablet', () => {
      it('is held by the policy in force, with audit, step and change in one commit', async () => {
        const { messageId, result } = await send('  Hello Mum\r\n');
        expect(result).toEqual({ ok: true, value: undefined });
        expect(await recordOf(messageId)).toMatchObject({
          state: 'held',
          body: 'Hello Mum',
          receipt: 'ABCD-2346',
          direction: 'out',
          history: [
            { state: 'waiting', at: 1 },
            { state: 'held', at: START },
          ],
        });
        expect(await auditActions()).toEqual(['contacts.create', 'messages.hold']);
        expect(await deliveries()).toBe(0);
      });

      it.each([
        ['empty', '   ', {}],
        ['too-long', 'x'.repeat(4001), {}],
        ['contact-not-approved', 'Hello', { approved: false }],
      ] as const)('is refused as %s, kept for its writer, and read by nobody', async (code, body, fields) => {
        const to = await addContact(fields);
        const { messageId, result } = await send(body, to);
        expect(result.ok).toBe(true);
        expect(await recordOf(messageId)).toMatchObject({ state: 'refused', refusal: code });
        expect(await submit((tx) => claimNextForStaff(tx, ann, {}))).toBeUndefined();
      });

      it('to a restricted contact is refused, and the tablet never learns why', async () => {
        await submit((tx) =>
          changeContact(
            tx,
            contactId,
            { restrictions: [{ code: 'no-contact-order', from: 0, until: null }] },
            ann.staffId,
          ),
        );
        const { messageId } = await send('Hello');
        expect(await recordOf(messageId)).toMatchObject({ state: 'refused', refusal: 'contact-restricted' });
        expect(JSON.stringify(await onTablet('messaging.contact', contactId))).not.toContain('no-contact-order');
      });

      it('to a privileged contact leaves nothing behind (ADR 0006)', async () => {
        const solicitor = await addContact({ handling: 'privileged' });
        const { messageId, result } = await send('Dear Ms Lloyd, about my appeal', solicitor);
        expect(result).toEqual({ ok: false, error: { code: 'contact-privileged' } });
        expect(await load(messageId)).toBeUndefined();
        expect(await onTablet('messaging.message', messageId)).toBeUndefined();
      });

      it('to another prisoner’s contact is as unknown as to none', async () => {
        const theirs = await addContact({ personId: other });
        expect((await send('Hello', theirs)).result).toEqual({ ok: false, error: { code: 'contact-unknown' } });
        expect((await send('Hello', contactIdSchema.parse(randomUUID()))).result).toEqual({
          ok: false,
          error: { code: 'contact-unknown' },
        });
      });

      it('cannot take the id of another message', async () => {
        const { messageId } = await send('Hello');
        expect(await operate('messaging.send', { messageId, contactId, body: 'Other' })).toEqual({
          ok: false,
          error: { code: 'message-exists' },
        });
        expect((await load(messageId))?.body).toBe('Hello');
      });

      it.each([
        [{ body: 'x' }],
        ['x'],
        [null],
        [{ messageId: '1', contactId: '2', body: 'x' }],
        [{ messageId: randomUUID(), contactId: randomUUID(), body: 'a\u200bb' }],
        [{ messageId: randomUUID(), contactId: randomUUID(), body: 'x', state: 'released' }],
      ])('that is not a message is refused: %j', async (payload) => {
        expect(await operate('messaging.send', payload)).toEqual({ ok: false, error: { code: 'payload-invalid' } });
        expect(await operate('messaging.other', payload)).toEqual({ ok: false, error: { code: 'kind-unknown' } });
      });

      it('stands in the queue in the order of writing, whatever its id says (the tablet’s clock was wrong)', async () => {
        const ids = ['c', 'a', 'b'].map((letter) => messageIdSchema.parse(`0193a000-0000-7000-8000-00000000000${letter}`));
        for (const messageId of ids) await operate('messaging.send', { messageId, contactId, body: 'Hello' });
        const received = await Promise.all(ids.map(async (messageId) => (await load(messageId))?.receivedAt ?? 0));
        expect(received).toEqual([now, now + 1, now + 2]);
      });

      it('counts against the week’s allowance unless refused', async () => {
        await submit((tx) =>
          createPolicy(
            tx,
            { effectiveFrom: now, holding: { kind: 'all' }, maxCharacters: 100, perWeek: 2 },
            ann.staffId,
          ),
        );
        await send('');
        await send('One');
        await send('Two');
        expect(await recordOf((await send('Three')).messageId)).toMatchObject({ refusal: 'allowance-used' });
        now += 7 * 86_400_000 + 1;
        expect(await recordOf((await send('Four')).messageId)).toMatchObject({ state: 'held' });
      });

      it('with words of self-harm goes on, and alerts safer custody until somebody has seen it', async () => {
        await submit((tx) =>
          createPolicy(
            tx,
            {
              effectiveFrom: now,
              holding: { kind: 'some', flagged: true, samplePerCent: 0 },
              maxCharacters: 1000,
              perWeek: null,
            },
            ann.staffId,
          ),
        );
        const { messageId } = await send('I want to die');
        expect(await recordOf(messageId)).toMatchObject({ state: 'released' });
        expect(await submit((tx) => closeAlert(tx, messageId, ann))).toMatchObject({ ok: true });
        expect(await submit((tx) => closeAlert(tx, messageId, ann))).toMatchObject({ ok: false });
      });
    });

    describe('the policy', () => {
      it('releases with its own version as actor, as answerable as a person', async () => {
        await submit((tx) =>
          createPolicy(
            tx,
            {
              effectiveFrom: now,
              holding: { kind: 'some', flagged: true, samplePerCent: 5 },
              maxCharacters: 1000,
              perWeek: null,
            },
            ann.staffId,
          ),
        );
        const { messageId } = await send('Happy birthday');
        const entry = await database
          .reads<AuditTables>()
          .selectFrom('audit_entries')
          .selectAll()
          .where('subject', '=', messageId)
          .executeTakeFirstOrThrow();
        expect([entry.action, entry.actor_kind, entry.actor_id]).toEqual([
          'messages.release',
          'gateway',
          'messages-policy-1',
        ]);
        expect(await deliveries()).toBe(1);
      });

      it('is told to each tablet once, also when it begins later', async () => {
        expect(await onTablet('messaging.policy', 'policy')).toEqual({
          maxCharacters: 4000,
          perWeek: null,
          held: 'all',
        });
        await submit((tx) =>
          createPolicy(
            tx,
            { effectiveFrom: now + 1000, holding: { kind: 'all' }, maxCharacters: 500, perWeek: 5 },
            ann.staffId,
          ),
        );
        expect(await onTablet('messaging.policy', 'policy')).toMatchObject({ maxCharacters: 4000 });
        now += 1000;
        expect(await submit(tellPolicy)).toBe(2);
        expect(await submit(tellPolicy)).toBe(0);
        expect(await onTablet('messaging.policy', 'policy')).toEqual({ maxCharacters: 500, perWeek: 5, held: 'all' });
      });

      it('cannot begin in the past', async () => {
        const past = {
          effectiveFrom: now - 3_600_000,
          holding: { kind: 'all' as const },
          maxCharacters: 500,
          perWeek: null,
        };
        expect(await submit((tx) => createPolicy(tx, past, ann.staffId))).toEqual({
          ok: false,
          error: { code: 'in-the-past' },
        });
      });
    });

    describe('the queue', () => {
      it('gives the oldest first, to one person at a time, until the lease runs out', async () => {
        const first = (await send('One')).messageId;
        now += 10;
        const second = (await send('Two')).messageId;
        expect((await submit((tx) => claimNextForStaff(tx, ann, {})))?.messageId).toBe(first);
        expect((await submit((tx) => claimNextForStaff(tx, bob, {})))?.messageId).toBe(second);
        expect(await submit((tx) => claimForStaff(tx, first, bob))).toEqual({
          ok: false,
          error: { code: 'claimed-by-other' },
        });
        now += CLAIM_LEASE;
        expect((await submit((tx) => claimNextForStaff(tx, bob, {})))?.messageId).toBe(first);
      });

      it('does not give a message to who knows the contact, nor a desk’s to others, nor a proposal to its maker', async () => {
        const { messageId } = await send('One');
        await submit((tx) => setKnown(tx, contactId, true, ann.staffId));
        expect(await submit((tx) => claimNextForStaff(tx, ann, {}))).toBeUndefined();
        await submit((tx) => setKnown(tx, contactId, false, ann.staffId));
        await decideNow(messageId, { kind: 'stop', reason: 'crime', remark: null });
        expect(await submit((tx) => claimNextForStaff(tx, ann, {}))).toBeUndefined();
        await decideNow(messageId, { kind: 'escalate', desk: 'security' }, bob);
        expect(await submit((tx) => claimNextForStaff(tx, ann, {}))).toBeUndefined();
        expect((await submit((tx) => claimNextForStaff(tx, bob, {})))?.messageId).toBe(messageId);
      });
    });

    describe('a decision', () => {
      it('to release stores state, step, audit, change and delivery together', async () => {
        const { messageId } = await send('Hello');
        expect(await decideNow(messageId, { kind: 'release' })).toMatchObject({ ok: true });
        expect(await recordOf(messageId)).toMatchObject({ state: 'released' });
        expect(await deliveries()).toBe(1);
        expect(await auditActions()).toEqual([
          'contacts.create',
          'messages.hold',
          'messages.claim',
          'messages.release',
        ]);
        const steps = await database
          .reads<MessagingTables>()
          .selectFrom('messaging_steps')
          .select(['step', 'action', 'actor_kind'])
          .orderBy('step')
          .execute();
        expect(steps).toEqual([
          { step: 1, action: 'hold', actor_kind: 'policy' },
          { step: 2, action: 'release', actor_kind: 'staff' },
        ]);
      });

      it('to recall empties the delivery outbox again', async () => {
        const { messageId } = await send('Hello');
        await decideNow(messageId, { kind: 'release' });
        expect(await decideNow(messageId, { kind: 'recall' })).toMatchObject({ ok: true });
        expect(await deliveries()).toBe(0);
        expect(await recordOf(messageId)).toMatchObject({ state: 'held' });
        await decideNow(messageId, { kind: 'release' });
        expect(await deliveries()).toBe(1);
      });

      it('to stop tells the writer the coded reason and the remark', async () => {
        const { messageId } = await send('Hello');
        await decideNow(messageId, { kind: 'stop', reason: 'threat', remark: 'You can write it again.' });
        expect(await recordOf(messageId)).toMatchObject({
          state: 'stopped',
          reason: 'threat',
          remark: 'You can write it again.',
        });
      });

      it('about a message that is not there says so', async () => {
        const nowhere = messageIdSchema.parse(randomUUID());
        expect(await submit((tx) => claimForStaff(tx, nowhere, ann))).toEqual({
          ok: false,
          error: { code: 'not-found' },
        });
      });
    });

    describe('an invitation', () => {
      const hash = randomBytes(32).toString('hex');
      it('is only for approved, moderated contacts without a restriction', async () => {
        const solicitor = await addContact({ handling: 'privileged' });
        const stranger = await addContact({ approved: false });
        for (const id of [solicitor, stranger]) {
          expect(await submit((tx) => inviteContact(tx, id, hash, ann.staffId))).toEqual({
            ok: false,
            error: { code: 'not-invitable' },
          });
        }
        expect(await submit((tx) => inviteContact(tx, contactId, hash, ann.staffId))).toMatchObject({ ok: true });
      });

      it('leaves no code in database or audit', async () => {
        await submit((tx) => inviteContact(tx, contactId, hash, ann.staffId));
        const entries = await database.reads<AuditTables>().selectFrom('audit_entries').select('detail').execute();
        expect(JSON.stringify(entries)).not.toContain(hash);
      });
    });

    describe('the delivery outbox', () => {
      const gatewayKey = new Uint8Array(65).fill(4);
      const createWork = () =>
        createFamilyDelivery({
          database,
          openReply: async (reply) => (reply.box === 'broken' ? undefined : reply.box),
          publicKey: gatewayKey,
          clock: () => now,
          chance: () => 0.5,
        });
      const release = async (body: string): Promise<MessageId> => {
        const { messageId } = await send(body);
        await decideNow(messageId, { kind: 'release' });
        return messageId;
      };
      const reply = (box: string) => ({
        messageId: messageIdSchema.parse(randomUUID()),
        contactId,
        enc: '',
        box,
        writtenAt: 1,
      });

      it('tells the service of invited contacts only, once, and again when anything of them changes', async () => {
        const work = createWork();
        expect(await work.takeContacts()).toEqual([]);
        await submit((tx) => inviteContact(tx, contactId, 'a'.repeat(64), ann.staffId));
        const [told] = await work.takeContacts();
        expect(told).toMatchObject({
          contactId,
          contactName: 'Mum',
          prisonerName: 'Sam R.',
          active: true,
          invitation: { codeSha256: 'a'.repeat(64) },
        });
        expect(JSON.stringify(told)).not.toMatch(/A1234BC|Reed|2-04/);
        await work.contactsKnown([told!]);
        expect(await work.takeContacts()).toEqual([]);
        await submit((tx) =>
          changeContact(
            tx,
            contactId,
            { restrictions: [{ code: 'security', from: now + 1000, until: null }] },
            ann.staffId,
          ),
        );
        expect(await work.takeContacts()).toEqual([]);
        now += 1000;
        expect(await work.takeContacts()).toMatchObject([{ active: false }]);
        expect(await createWork().takeContacts()).toHaveLength(1);
      });

      it('offers released messages in order, notes that they may be outside, and settles them by their receipts', async () => {
        const work = createWork();
        const first = await release('One');
        now += 5;
        const second = await release('Two');
        expect(await work.takeDeliveries()).toEqual([]);
        await submit((tx) => inviteContact(tx, contactId, 'a'.repeat(64), ann.staffId));
        const offered = await work.takeDeliveries();
        expect(offered.map((delivery) => delivery.body)).toEqual(['One', 'Two']);
        expect(await decideNow(first, { kind: 'recall' })).toMatchObject({ error: { code: 'too-late' } });
        const at = 1;
        await work.deliveriesAnswered(offered, {
          ok: true,
          value: {
            receipts: [
              { messageId: first, outcome: 'taken', at },
              { messageId: second, outcome: 'contact-unknown', at },
              { messageId: messageIdSchema.parse(randomUUID()), outcome: 'taken', at },
            ],
          },
        });
        expect([await recordOf(first), await recordOf(second)].map((record) => record.state)).toEqual([
          'delivered',
          'undeliverable',
        ]);
        expect((await recordOf(first)).history.at(-1)).toEqual({ state: 'delivered', at: now });
        expect(await deliveries()).toBe(0);
        await work.deliveriesAnswered(offered, {
          ok: true,
          value: { receipts: [{ messageId: first, outcome: 'contact-unknown', at }] },
        });
        expect((await recordOf(first)).state).toBe('delivered');
      });

      it('waits longer each time nobody could take a message, and is not put off by a bad line', async () => {
        const work = createWork();
        await submit((tx) => inviteContact(tx, contactId, 'a'.repeat(64), ann.staffId));
        const messageId = await release('One');
        const nobody = await work.takeDeliveries();
        await work.deliveriesAnswered(nobody, { ok: true, value: { receipts: [] } });
        expect(await work.takeDeliveries()).toEqual([]);
        now += 60_000;
        const badLine = await work.takeDeliveries();
        await work.deliveriesAnswered(badLine, { ok: false, error: { code: 'unreachable', sent: false } });
        expect(await work.takeDeliveries()).toHaveLength(1);
        expect((await load(messageId))?.handedOverAt).toBe(now);
      });

      it('offers at once what a gateway was handing over when it died, however often, and it cannot be recalled', async () => {
        await submit((tx) => inviteContact(tx, contactId, 'a'.repeat(64), ann.staffId));
        const messageId = await release('One');
        for (let start = 0; start < 3; start += 1) expect(await createWork().takeDeliveries()).toHaveLength(1);
        expect((await load(messageId))?.handedOverAt).toBe(now);
      });

      it('takes a reply in once, tells its writer each new state once, and sets aside what does not open', async () => {
        const work = createWork();
        const good = reply('Hello Sam');
        const bad = reply('broken');
        for (const each of [good, bad, good, bad]) await work.receiveReply(each);
        expect(await load(good.messageId)).toMatchObject({ state: 'held', direction: 'in', body: 'Hello Sam' });
        expect(await load(bad.messageId)).toBeUndefined();
        const news = await work.takeStatuses();
        expect(Object.fromEntries(news.map((status) => [status.messageId, status.state]))).toEqual({
          [good.messageId]: 'held',
          [bad.messageId]: 'refused',
        });
        now += 10;
        await decideNow(good.messageId, { kind: 'stop', reason: 'money', remark: null });
        // The decision came while the older word was on its way: it stays news.
        await work.statusesKnown(news);
        expect(await work.takeStatuses()).toMatchObject([
          { messageId: good.messageId, state: 'stopped', reason: 'money' },
        ]);
        await work.statusesKnown(await work.takeStatuses());
        expect(await work.takeStatuses()).toEqual([]);
        expect((await auditActions()).filter((action) => action === 'messages.set-aside')).toHaveLength(1);
      });
    });
  });
}
