import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactIdSchema, messageIdSchema, operationIdSchema, personIdSchema, tabletIdSchema, type MessageId } from '#protocol/ids.ts';
import { appealRecordSchema, type AppealAnswer } from '#protocol/messaging/appeal.ts';
import type { StopReason } from '#protocol/messaging/reasons.ts';
import { auditMigrations, type AuditTables } from '../../gateway/audit/tables.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { idToBytes } from '../../gateway/db/id-bytes.ts';
import { claimForStaff, decideForStaff } from '../../gateway/features/messaging/actions.ts';
import { answerForStaff } from '../../gateway/features/messaging/appeals/appeal-actions.ts';
import { LATE_BY } from '../../gateway/features/messaging/appeals/appeal-clock.ts';
import { countAppeals } from '../../gateway/features/messaging/appeals/appeal-queries.ts';
import { createContact } from '../../gateway/features/messaging/contact-actions.ts';
import { messagingMigrations } from '../../gateway/features/messaging/migrations.ts';
import type { Decision, ModerationActor } from '../../gateway/features/messaging/moderation/decide.ts';
import { createPolicy } from '../../gateway/features/messaging/policy-actions.ts';
import { loadMessage } from '../../gateway/features/messaging/queries.ts';
import { createMessagingOperations } from '../../gateway/features/messaging/sync.ts';
import type { MessagingTables } from '../../gateway/features/messaging/tables.ts';
import { peopleMigrations, type PeopleTables } from '../../gateway/people/tables.ts';
import { staffMigrations } from '../../gateway/staff/tables.ts';
import { syncMigrations, type SyncTables } from '../../gateway/sync/sync-tables.ts';

const DAY = 86_400_000;
/** A Thursday, 09:00 UTC: five working days later it is Thursday again. */
const THURSDAY = Date.UTC(2026, 10, 26, 9);

/** Appeals against a stop, on one kind of database. `place` names a new, empty one. */
export function messageAppealsContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`appeals on ${name}`, () => {
    let now = THURSDAY;
    let database: GatewayDatabase;
    const contactId = contactIdSchema.parse(randomUUID());
    const sam = personIdSchema.parse(randomUUID());
    const other = personIdSchema.parse(randomUUID());
    const tabletId = tabletIdSchema.parse(randomUUID());
    const staff = (): ModerationActor => ({ staffId: randomUUID(), desks: [], knows: [] });
    const [ann, bob, cat] = [staff(), staff(), staff()];
    const apply = createMessagingOperations({ chance: () => 0.5 });
    type Job = Parameters<GatewayDatabase['committer']['submit']>[0];
    const submit = <T>(job: (tx: Parameters<Job>[0]) => Promise<T>) => database.committer.submit(job);

    beforeEach(async () => {
      now = THURSDAY;
      const migrations = [...auditMigrations, ...peopleMigrations, ...staffMigrations, ...syncMigrations, ...messagingMigrations];
      const opened = await openDatabase({ ...(await place()), migrations, clock: () => now });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
      const person = { id: idToBytes(sam), prisoner_number: 'A1234BC', first_name: 'Sam', last_name: 'Reed', wing: 'B', cell: '2-04', status: 'here', created_at: now } as const;
      await submit((tx) => tx.tables<PeopleTables>().insertInto('people').values(person).execute());
      const mum = { personId: sam, name: 'Mum', relationship: 'Mother', handling: 'moderated', approved: true } as const;
      await submit((tx) => createContact(tx, contactId, mum, ann.staffId));
    });
    afterEach(() => database.close());

    function operate(kind: string, payload: unknown, personId = sam) {
      const operation = { id: operationIdSchema.parse(randomUUID()), kind, sequence: 1, composedAt: 1, payload };
      return submit((tx) => apply(tx, operation, { tabletId, personId, now, receipt: 'ABCD-2346' }));
    }
    const ask = (messageId: MessageId, words: string | null = null, personId = sam) => operate('messaging.appeal', { messageId, words }, personId);

    async function decide(messageId: MessageId, decision: Decision, actor: ModerationActor) {
      await submit((tx) => claimForStaff(tx, messageId, actor));
      const { bodySha256 } = (await load(messageId))!;
      return submit((tx) => decideForStaff(tx, messageId, { decision, bodySha256, note: null }, actor));
    }
    async function stopped(reason: StopReason = 'money', by: readonly ModerationActor[] = [ann]): Promise<MessageId> {
      const messageId = messageIdSchema.parse(randomUUID());
      await operate('messaging.send', { messageId, contactId, body: 'Tell Tam he owes me forty pounds.' });
      for (const actor of by) await decide(messageId, { kind: 'stop', reason, remark: 'Not money.' }, actor);
      expect((await load(messageId))?.state).toBe('stopped');
      return messageId;
    }
    async function answer(messageId: MessageId, code: AppealAnswer, actor: ModerationActor, bodySha256?: string) {
      const read = bodySha256 ?? (await load(messageId))!.bodySha256;
      return submit((tx) => answerForStaff(tx, messageId, { answer: code, remark: 'Looked at it again.', note: null, bodySha256: read }, actor));
    }

    const load = (messageId: MessageId) => loadMessage(database.reads<MessagingTables>(), messageId);
    async function onTablet(record: string, id: string): Promise<unknown> {
      const rows = database.reads<SyncTables>().selectFrom('change_log').select('body');
      const row = await rows.where('audience', '=', `person:${sam}`).where('record', '=', record).where('record_id', '=', id).executeTakeFirst();
      return row?.body === null || row === undefined ? undefined : JSON.parse(row.body);
    }
    const appealOf = async (messageId: MessageId) => appealRecordSchema.parse(await onTablet('messaging.appeal', messageId));
    const audit = () => database.reads<AuditTables>().selectFrom('audit_entries').select(['action', 'actor_id', 'detail']).orderBy('sequence').execute();
    const deliveries = async () => (await database.reads<MessagingTables>().selectFrom('messaging_deliveries').select('message').execute()).length;
    const waiting = () => countAppeals(database.reads<MessagingTables>());

    it('a stop tells its writer until when they may ask, by the rules in force', async () => {
      expect(await appealOf(await stopped())).toMatchObject({ state: 'open', openUntil: THURSDAY + 10 * DAY, askedAt: null });
      const rules = { effectiveFrom: now, holding: { kind: 'all' }, maxCharacters: 1000, perWeek: null, appealDays: 28, appealAnswerDays: 2 } as const;
      await submit((tx) => createPolicy(tx, rules, cat.staffId));
      const messageId = await stopped();
      expect(await appealOf(messageId)).toMatchObject({ openUntil: THURSDAY + 28 * DAY });
      await ask(messageId);
      // Two working days after a Thursday is Monday.
      expect(await appealOf(messageId)).toMatchObject({ answerBy: THURSDAY + 4 * DAY });
    });

    it('is asked once, with the clock of five working days, and the message stays stopped', async () => {
      const messageId = await stopped();
      expect(await ask(messageId, 'It was a joke.')).toEqual({ ok: true, value: undefined });
      const asked = { state: 'asked', words: 'It was a joke.', askedAt: THURSDAY, answerBy: THURSDAY + 7 * DAY, answeredAt: null };
      expect(await appealOf(messageId)).toMatchObject(asked);
      expect(await ask(messageId, 'Again')).toEqual({ ok: false, error: { code: 'appeal-made' } });
      expect(await appealOf(messageId)).toMatchObject(asked);
      expect((await load(messageId))?.state).toBe('stopped');
      expect(await waiting()).toBe(1);
      const entries = await audit();
      expect(entries.at(-1)).toMatchObject({ action: 'messages.appeal', actor_id: tabletId });
      expect(JSON.stringify(entries)).not.toContain('joke');
    });

    it('is of one’s own stopped messages only', async () => {
      const messageId = await stopped();
      expect(await ask(messageId, null, other)).toEqual({ ok: false, error: { code: 'message-unknown' } });
      expect(await ask(messageIdSchema.parse(randomUUID()))).toEqual({ ok: false, error: { code: 'message-unknown' } });
      const held = messageIdSchema.parse(randomUUID());
      await operate('messaging.send', { messageId: held, contactId, body: 'Hello' });
      expect(await ask(held)).toEqual({ ok: false, error: { code: 'appeal-not-stopped' } });
      expect(await operate('messaging.appeal', { messageId, words: 'a\u200bb' })).toEqual({ ok: false, error: { code: 'payload-invalid' } });
      expect(await waiting()).toBe(0);
    });

    it('may come two weeks late, because a line was down, and not later', async () => {
      const [inTime, late] = [await stopped(), await stopped()];
      now = THURSDAY + 10 * DAY + LATE_BY;
      expect((await ask(inTime)).ok).toBe(true);
      now += 1;
      expect(await ask(late)).toEqual({ ok: false, error: { code: 'appeal-too-late' } });
    });

    it('is not answered by who stopped the message, nor by either of the two who did', async () => {
      const messageId = await stopped();
      await ask(messageId);
      expect(await answer(messageId, 'reason-not-fitting', ann)).toEqual({ ok: false, error: { code: 'own-stop' } });
      const byTwo = await stopped('extremist', [ann, bob]);
      await ask(byTwo);
      for (const actor of [ann, bob]) expect(await answer(byTwo, 'reason-stands', actor)).toEqual({ ok: false, error: { code: 'own-stop' } });
      expect((await answer(byTwo, 'reason-stands', cat)).ok).toBe(true);
    });

    it('overturned, the message is released and handed to the delivery, once', async () => {
      const messageId = await stopped();
      await ask(messageId);
      now += DAY;
      expect(await answer(messageId, 'reason-not-fitting', bob)).toMatchObject({ ok: true, value: { action: 'overturn' } });
      expect(await onTablet('messaging.message', messageId)).toMatchObject({ state: 'released', reason: null, remark: null });
      expect(await appealOf(messageId)).toMatchObject({ state: 'overturned', answer: 'reason-not-fitting', answeredAt: now, remark: 'Looked at it again.' });
      expect(await deliveries()).toBe(1);
      expect(await answer(messageId, 'reason-stands', cat)).toEqual({ ok: false, error: { code: 'appeal-answered' } });
      expect(await deliveries()).toBe(1);
      const entry = (await audit()).at(-1);
      expect(entry).toMatchObject({ action: 'messages.overturn', actor_id: bob.staffId });
      expect(JSON.stringify(entry)).toContain('reason-not-fitting');
    });

    it('upheld, the message stays stopped for its reason, and nothing leaves', async () => {
      const messageId = await stopped();
      await ask(messageId);
      expect(await answer(messageId, 'can-be-mended', bob)).toMatchObject({ ok: true, value: { action: 'uphold' } });
      expect(await onTablet('messaging.message', messageId)).toMatchObject({ state: 'stopped', reason: 'money' });
      expect(await appealOf(messageId)).toMatchObject({ state: 'upheld', answer: 'can-be-mended' });
      expect((await audit()).at(-1)).toMatchObject({ action: 'messages.uphold', actor_id: bob.staffId });
      expect(await deliveries()).toBe(0);
      expect(await ask(messageId)).toEqual({ ok: false, error: { code: 'appeal-made' } });
      expect(await waiting()).toBe(0);
    });

    it('is answered only when asked, by who read the very words, knows neither of them, and only as the reason allows', async () => {
      const messageId = await stopped('duplicate');
      expect(await answer(messageId, 'reason-not-fitting', bob)).toEqual({ ok: false, error: { code: 'appeal-answered' } });
      await ask(messageId);
      expect(await answer(messageId, 'reason-not-fitting', bob, '0'.repeat(64))).toEqual({ ok: false, error: { code: 'text-changed' } });
      expect(await answer(messageId, 'reason-not-fitting', { ...bob, knows: [contactId] })).toEqual({ ok: false, error: { code: 'knows-them' } });
      expect(await answer(messageId, 'can-be-mended', bob)).toEqual({ ok: false, error: { code: 'reason-not-fixable' } });
      expect((await load(messageId))?.state).toBe('stopped');
    });

    it('is opened anew when an overturned message is called back and stopped by somebody else', async () => {
      const messageId = await stopped();
      await ask(messageId);
      await answer(messageId, 'settled-since', bob);
      await decide(messageId, { kind: 'recall' }, cat);
      now += DAY;
      await decide(messageId, { kind: 'stop', reason: 'threat', remark: null }, cat);
      expect((await load(messageId))?.state).toBe('stopped');
      expect(await appealOf(messageId)).toMatchObject({ state: 'open', openUntil: now + 10 * DAY, answer: null });
      expect((await ask(messageId)).ok).toBe(true);
      for (const actor of [ann, cat]) expect(await answer(messageId, 'reason-not-fitting', actor)).toEqual({ ok: false, error: { code: 'own-stop' } });
      expect((await answer(messageId, 'reason-stands', bob)).ok).toBe(true);
    });

    it('once overturned, the message is no longer for who stopped it to call back, stop or return', async () => {
      const messageId = await stopped();
      await ask(messageId);
      await answer(messageId, 'reason-not-fitting', bob);
      expect(await decide(messageId, { kind: 'recall' }, ann)).toEqual({ ok: false, error: { code: 'own-stop' } });
      await decide(messageId, { kind: 'recall' }, cat);
      for (const kind of ['stop', 'return'] as const)
        expect(await decide(messageId, { kind, reason: 'money', remark: null }, ann)).toEqual({ ok: false, error: { code: 'own-stop' } });
      expect((await load(messageId))?.state).toBe('held');
    });
  });
}
