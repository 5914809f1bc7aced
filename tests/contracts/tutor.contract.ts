import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HandIn } from '#protocol/education/assignment.ts';
import { parseCertificateNumber } from '#protocol/education/certificate.ts';
import { figuresOfTally, summariseProgress } from '#protocol/education/rules.ts';
import { progressEventSchema, type ProgressEvent } from '#protocol/education/schema.ts';
import { personIdSchema, tabletIdSchema, type OperationId, type PackId, type PersonId, type RecordId, type TabletId } from '#protocol/ids.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { auditMigrations, type AuditTables } from '../../gateway/audit/tables.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { idToBytes } from '../../gateway/db/id-bytes.ts';
import { numberCertificate } from '../../gateway/features/education/certificates/number-certificate.ts';
import { revokeCertificate } from '../../gateway/features/education/certificates/revoke.ts';
import { createCourseBook } from '../../gateway/features/education/course-book.ts';
import { loadCounts } from '../../gateway/features/education/count-events.ts';
import { eventOf } from '../../gateway/features/education/event-rows.ts';
import { exportCsv, exportStatements } from '../../gateway/features/education/export/export-progress.ts';
import { createGroup, removeGroup, setGroupPeople } from '../../gateway/features/education/groups/group-actions.ts';
import { listGroups, loadGroupsOf } from '../../gateway/features/education/groups/group-queries.ts';
import { listLearners } from '../../gateway/features/education/learners/list-learners.ts';
import { recountProgress } from '../../gateway/features/education/recount-progress.ts';
import { createEducationOperations } from '../../gateway/features/education/sync.ts';
import { educationMigrations } from '../../gateway/features/education/tables.ts';
import { tutorMigrations, type TutorTables } from '../../gateway/features/education/tutor-tables.ts';
import { markWork, openWork } from '../../gateway/features/education/work/mark-work.ts';
import { listWork } from '../../gateway/features/education/work/work-queries.ts';
import type { StaffCaller } from '../../gateway/http/staff-route.ts';
import { packMigrations, type PackTables } from '../../gateway/packs/tables.ts';
import { peopleMigrations, type PeopleTables } from '../../gateway/people/tables.ts';
import { staffMigrations } from '../../gateway/staff/tables.ts';
import { syncMigrations, type SyncTables } from '../../gateway/sync/sync-tables.ts';

const PACK = 'writing-letters';
const completionOf = (kind: string) => (kind === 'assignment' ? { rule: 'manual' } : kind === 'quiz' ? { rule: 'score', atLeast: 0.7 } : { rule: 'viewed' });
const item = (slug: string, kind: string, minutes = 10) => ({
  activityId: `${PACK}.${slug}`,
  kind,
  title: { en: slug },
  entry: { en: `en/${slug}.json` },
  completion: completionOf(kind),
  minutes,
});
const manifest = {
  format: 'throughline-pack/1',
  minPlayer: 2,
  packId: PACK,
  version: 1,
  channel: 'live',
  languages: ['en'],
  title: { en: 'Writing letters' },
  summary: { en: 'How to write a letter.' },
  subject: 'english',
  level: ['entry-3'],
  minutes: 30,
  licence: 'CC-BY-4.0',
  attribution: ['The project'],
  certificate: { title: { en: 'Writing letters' }, minSeconds: 600 },
  audience: {},
  a11y: { captions: true, transcripts: true, imageDescriptions: true, needsSound: false, hazards: [] },
  items: [item('read', 'lesson'), item('test', 'quiz'), item('task', 'assignment')],
  fileLists: [{ sha256: 'a'.repeat(64), bytes: 10, files: 3 }],
  totals: { files: 3, bytes: 10, optionalBytes: 0 },
} as unknown as Manifest;

/** What tutors work with, on one kind of database. `place` names a new, empty one. */
export function tutorContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`learning and its tutor on ${name}`, () => {
    let now = 1_790_000_000_000;
    let database: GatewayDatabase;
    let sam: PersonId;
    const tabletA = tabletIdSchema.parse(randomUUID());
    const tabletB = tabletIdSchema.parse(randomUUID());
    const tutor = { staffId: randomUUID(), username: 'k.marsh', name: 'Karen Marsh', role: 'tutor' } as StaffCaller;
    const secret = Buffer.alloc(32, 7);
    const parts = { courses: createCourseBook(), numberCertificate: (person: PersonId, packId: string) => numberCertificate(secret, person, packId) };
    const applyOperation = createEducationOperations(parts);
    const listParts = { courses: parts.courses, tabletNames: () => Promise.resolve(new Map([[tabletA, 'B2-04']])) };

    beforeEach(async () => {
      const migrations = [...auditMigrations, ...staffMigrations, ...peopleMigrations, ...syncMigrations, ...packMigrations, ...educationMigrations, ...tutorMigrations];
      const opened = await openDatabase({ ...(await place()), migrations, clock: () => now });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
      await submit((tx) =>
        tx
          .tables<PackTables>()
          .insertInto('pack_editions')
          .values({ pack_id: PACK, version: 1, manifest_sha256: 'b'.repeat(64), manifest: JSON.stringify(manifest), signatures: '[]', signed_by: '[]', received_at: now, received_by: idToBytes(tutor.staffId) })
          .execute(),
      );
      sam = await addPerson('A1234BC', 'Sam', 'Reed');
    });
    afterEach(() => database.close());

    type Job = Parameters<GatewayDatabase['committer']['submit']>[0];
    const submit = <T>(job: (tx: Parameters<Job>[0]) => Promise<T>) => database.committer.submit(job);

    async function addPerson(prisonerNumber: string, firstName: string, lastName: string): Promise<PersonId> {
      const id = personIdSchema.parse(randomUUID());
      await submit((tx) =>
        tx
          .tables<PeopleTables>()
          .insertInto('people')
          .values({ id: idToBytes(id), prisoner_number: prisonerNumber, first_name: firstName, last_name: lastName, wing: 'B', cell: '2-04', status: 'here', created_at: now })
          .execute(),
      );
      return id;
    }

    const leave = (personId: PersonId) => submit((tx) => tx.tables<PeopleTables>().updateTable('people').set({ status: 'left' }).where('id', '=', idToBytes(personId)).execute());

    function operate(kind: string, payload: unknown, from: { id?: string; personId?: PersonId; tabletId?: TabletId } = {}) {
      const id = (from.id ?? randomUUID()) as OperationId;
      return submit((tx) =>
        tx.attempt(() =>
          applyOperation(tx, { id, kind, sequence: 1, composedAt: 1, payload }, { tabletId: from.tabletId ?? tabletA, personId: from.personId ?? sam, now, receipt: receiptOf(id) }),
        ),
      );
    }
    const receiptOf = (id: string) => `R${id.slice(-3).toUpperCase()}-2346`;

    const event = (slug: string, verb: string, data: object = {}, at = now): ProgressEvent =>
      progressEventSchema.parse({ eventId: randomUUID(), packId: PACK, packVersion: 1, activityId: `${PACK}.${slug}`, verb, at, data });
    const progress = (events: readonly ProgressEvent[], from: Parameters<typeof operate>[2] = {}) => operate('education.progress', { events }, from);

    function work(text: string): HandIn {
      const workId = randomUUID();
      const parts = [{ partId: 'letter', ask: 'Write a letter.', text }];
      return { workId, packId: PACK, packVersion: 1, activityId: `${PACK}.task`, language: 'en', parts, writtenAt: now } as unknown as HandIn;
    }
    const handIn = (one: HandIn, from: Parameters<typeof operate>[2] = {}) => operate('education.hand-in', one, { id: one.workId, ...from });
    const mark = (workId: string, outcome: 'passed' | 'another-go', comment = '') =>
      submit((tx) => markWork(tx, parts, tutor, workId as RecordId, { outcome, score: null, comment, partComments: {} }));

    async function told(record: string, personId = sam): Promise<any[]> {
      const rows = await database.reads<SyncTables>().selectFrom('change_log').selectAll().where('audience', '=', `person:${personId}`).where('record', '=', record).execute();
      return rows.map((row) => JSON.parse(row.body ?? 'null') as unknown);
    }
    const certificates = () => database.reads<TutorTables>().selectFrom('education_certificates').selectAll().execute();
    const actions = async () => (await database.reads<AuditTables>().selectFrom('audit_entries').select('action').orderBy('sequence').execute()).map(({ action }) => action);

    it('counts as the fold of all events would, whatever order two tablets report in and how often', async () => {
      const verbs = ['opened', 'progressed', 'answered', 'completed', 'passed', 'failed'] as const;
      const made = fc.array(
        fc.record({ slug: fc.constantFrom('read', 'test'), verb: fc.constantFrom(...verbs), score: fc.nat(10), seconds: fc.double({ min: 0, max: 90, noNaN: true }), at: fc.nat(5) }),
        { minLength: 1, maxLength: 12 },
      );
      const plan = made.chain((all) => fc.tuple(fc.constant(all), fc.array(fc.nat(all.length - 1), { maxLength: 20 })));
      await fc.assert(
        fc.asyncProperty(plan, async ([all, again]) => {
          const person = await addPerson(`A${String(1000 + Math.floor(Math.random() * 9000))}${randomLetters()}`, 'Lee', 'Ward');
          const events = all.map(({ slug, verb, score, seconds, at }) => event(slug, verb, { score, outOf: 10, passMark: 0.7, seconds }, at));
          for (const one of [...again.map((index) => events[index]!), ...events]) await progress([one], { personId: person, tabletId: Math.random() < 0.5 ? tabletA : tabletB });
          const { tallies } = await loadCounts(database.reads(), person, PACK);
          for (const [activityId, tally] of tallies) {
            const { resume: _, ...folded } = summariseProgress(events.filter((one) => one.activityId === activityId), { completion: { rule: 'scorm' } });
            expect(figuresOfTally(tally, { completion: { rule: 'scorm' } })).toEqual(folded);
          }
          expect([...tallies.keys()].sort()).toEqual([...new Set(events.map((one) => one.activityId as string))].sort());
        }),
        { numRuns: 25 },
      );
    });

    it('counts what was stored before there were counts, once', async () => {
      const own = [event('read', 'completed', { seconds: 30.5 }), event('test', 'answered', { score: 3, outOf: 10, passMark: 0.7 })];
      await progress(own);
      const before = await loadCounts(database.reads(), sam, PACK);
      await submit((tx) => tx.tables<TutorTables>().deleteFrom('education_summaries').execute());
      await recountProgress(database, parts.courses);
      await recountProgress(database, parts.courses);
      expect(await loadCounts(database.reads(), sam, PACK)).toEqual(before);
    });

    it('counts a course anew by reading each of its events once, and knows when it last heard of it', async () => {
      await progress([event('read', 'completed', { seconds: 31.25 })]);
      const before = await standing();
      await submit((tx) => tx.tables<TutorTables>().deleteFrom('education_summaries').execute());
      await submit((tx) => tx.tables<TutorTables>().deleteFrom('education_courses').execute());
      now += 1000;
      await progress([{ ...event('read', 'completed', { seconds: 9 }), packId: 'other-course' as PackId }]);
      const parse = vi.spyOn(JSON, 'parse');
      await recountProgress(database, parts.courses);
      const reads = parse.mock.calls.filter(([text]) => text === '{"seconds":31.25}').length;
      parse.mockRestore();
      expect(reads).toBe(1);
      expect(await standing()).toEqual(before);
      expect(before).toMatchObject([{ heard_at: now - 1000 }]);
    });
    const standing = () => database.reads<TutorTables>().selectFrom('education_courses').selectAll().where('pack_id', '=', PACK).execute();

    it('counts a course whole when a push comes after its counts were forgotten and before they are made anew, and the others with the rest', async () => {
      const first = [event('read', 'completed', { seconds: 30.5 }), { ...event('read', 'completed', { seconds: 9 }), packId: 'other-course' as PackId }];
      await progress(first);
      const other = await loadCounts(database.reads(), sam, 'other-course');
      await submit((tx) => tx.tables<TutorTables>().deleteFrom('education_summaries').execute());
      const after = event('test', 'answered', { score: 3, outOf: 10, passMark: 0.7, seconds: 5 });
      await progress([after]);
      const isWhole = async () => {
        const { tallies } = await loadCounts(database.reads(), sam, PACK);
        expect([...tallies].map(([activityId, { workedMs }]) => [activityId, workedMs]).sort()).toEqual([[`${PACK}.read`, 30_500], [`${PACK}.test`, 5000]]);
      };
      await isWhole();
      await recountProgress(database, parts.courses);
      await isWhole();
      expect(await loadCounts(database.reads(), sam, 'other-course')).toEqual(other);
      expect(other.tallies.size).toBe(1);
    });

    it('counts everything anew after the rules changed, once, and not before', async () => {
      await progress([event('read', 'completed', { seconds: 30.5 })]);
      const before = await loadCounts(database.reads(), sam, PACK);
      const spoil = () => submit((tx) => tx.tables<TutorTables>().updateTable('education_summaries').set({ version: 99 }).execute());
      await recountProgress(database, parts.courses, 1);
      await spoil();
      await recountProgress(database, parts.courses, 1);
      expect((await loadCounts(database.reads(), sam, PACK)).version).toBe(99);
      await recountProgress(database, parts.courses, 2);
      expect(await loadCounts(database.reads(), sam, PACK)).toEqual(before);
      await spoil();
      await recountProgress(database, parts.courses, 2);
      expect((await loadCounts(database.reads(), sam, PACK)).version).toBe(99);
    });

    it('takes written work with a receipt, shows it to the tutor, and brings mark and comments back', async () => {
      const one = work('Dear Sir');
      expect((await handIn(one)).ok).toBe(true);
      expect(await told('education.work')).toMatchObject([{ workId: one.workId, state: 'handed-over', receipt: receiptOf(one.workId), mark: null }]);
      const [head] = await listWork(database.reads(), listParts, { state: 'waiting' });
      expect(head).toMatchObject({ name: 'Sam Reed', title: { en: 'task' }, tablet: 'B2-04', receipt: receiptOf(one.workId), earlier: 0 });
      expect((await submit((tx) => openWork(tx, tutor, one.workId))).ok).toBe(true);
      expect(await told('education.work')).toMatchObject([{ state: 'reading' }]);
      expect(await mark(one.workId, 'another-go')).toMatchObject({ error: { code: 'comment-missing' } });
      expect((await mark(one.workId, 'another-go', 'Say who you are.')).ok).toBe(true);
      expect(await told('education.work')).toMatchObject([{ state: 'marked', mark: { outcome: 'another-go', comment: 'Say who you are.', by: 'Karen Marsh' } }]);
      expect(await mark(one.workId, 'passed')).toMatchObject({ error: { code: 'work-marked' } });
      const again = work('Dear Sir, I am Sam');
      now += 1000;
      await handIn(again, { tabletId: tabletB });
      expect(await listWork(database.reads(), listParts, { state: 'waiting' })).toMatchObject([{ workId: again.workId, earlier: 1, tablet: '' }]);
      await mark(again.workId, 'passed');
      expect((await loadCounts(database.reads(), sam, PACK)).tallies.get(`${PACK}.task`)).toMatchObject({ attempts: [{ passed: false }, { passed: true }] });
      expect(await actions()).toEqual(['work.read', 'work.mark', 'work.mark']);
    });

    it('finds work by the number on the tablet, and nothing by a number that was made up', async () => {
      const one = work('Dear Sir');
      await handIn(one);
      expect(await listWork(database.reads(), listParts, { state: 'all', receipt: receiptOf(one.workId).toLowerCase() })).toHaveLength(1);
      expect(await listWork(database.reads(), listParts, { state: 'all', receipt: 'ZZZZ-9999' })).toEqual([]);
    });

    it('takes no work that is another operation’s, another person’s, too long, empty, or of a lesson', async () => {
      const one = work('Mine');
      await handIn(one);
      const other = await addPerson('B2345CD', 'Kim', 'Fox');
      expect(await handIn({ ...one, parts: [{ ...one.parts[0]!, text: 'Stolen' }] }, { personId: other })).toMatchObject({ error: { code: 'work-known' } });
      expect(await told('education.work', other)).toEqual([]);
      expect(await told('education.work')).toMatchObject([{ parts: [{ text: 'Mine' }] }]);
      for (const wrong of [{ ...work('x'), receipt: 'ABCD-2346' }, { ...work('x'), state: 'marked' }, work('x'.repeat(30_001)), work(' ')])
        expect(await handIn(wrong)).toMatchObject({ error: { code: 'payload-invalid' } });
      expect(await operate('education.hand-in', work('x'), { id: randomUUID() })).toMatchObject({ error: { code: 'payload-invalid' } });
      expect(await handIn({ ...work('x'), activityId: `${PACK}.read` } as HandIn)).toMatchObject({ error: { code: 'not-written-work' } });
    });

    it('does not let a tablet say that written work passed', async () => {
      for (const verb of ['passed', 'completed', 'answered', 'failed']) expect(await progress([event('task', verb)])).toMatchObject({ error: { code: 'tutor-decides' } });
      expect((await progress([event('task', 'opened')])).ok).toBe(true);
    });

    it('puts the long answers of a quiz before the tutor, and their mark decides the quiz', async () => {
      const answered = event('test', 'answered', { answers: { why: { kind: 'essay', text: 'Because.' }, other: { kind: 'short', text: 'x' } } });
      await progress([answered]);
      await progress([answered]);
      const waiting = await listWork(database.reads(), listParts, { state: 'waiting' });
      expect(waiting).toMatchObject([{ workId: answered.eventId, kind: 'essay', title: { en: 'test' } }]);
      await mark(answered.eventId, 'passed');
      expect((await loadCounts(database.reads(), sam, PACK)).tallies.get(`${PACK}.test`)?.attempts.some(({ passed }) => passed)).toBe(true);
    });

    it('puts a quiz of long answers alone before the tutor too, and never what was written in a lesson', async () => {
      const answers = { why: { kind: 'essay', text: 'Because.' } };
      const handedIn = event('test', 'completed', { answers });
      await progress([handedIn, event('read', 'completed', { answers })]);
      expect((await listWork(database.reads(), listParts, { state: 'waiting' })).map(({ workId }) => workId)).toEqual([handedIn.eventId]);
    });

    it('issues one certificate for half done on one tablet and half on the other, also when all comes again', async () => {
      const half = [event('read', 'completed', { seconds: 400 })];
      const rest = [event('test', 'answered', { score: 8, outOf: 10, passMark: 0.7, seconds: 250 })];
      await progress(half, { tabletId: tabletA });
      const task = work('Dear Sir');
      await handIn(task, { tabletId: tabletA });
      await mark(task.workId, 'passed');
      expect(await certificates()).toEqual([]);
      await progress(rest, { tabletId: tabletB });
      await progress([...half, ...rest], { tabletId: tabletA });
      await progress([event('read', 'progressed', { seconds: 5 })]);
      const [one, more] = await certificates();
      expect([one?.surname, more]).toEqual(['Reed', undefined]);
      expect(parseCertificateNumber(one?.number ?? '')).toBe(numberCertificate(secret, sam, PACK));
      expect(await told('education.certificate')).toMatchObject([{ number: one?.number, name: 'Sam Reed', seconds: 650, revokedAt: null }]);
    });

    it('issues none for a quiz that needs another go, none too early, and takes one back when told', async () => {
      const task = work('Dear Sir');
      await handIn(task);
      await mark(task.workId, 'passed');
      await progress([event('read', 'completed', { seconds: 900 }), event('test', 'answered', { score: 6, outOf: 10, passMark: 0.7 })]);
      expect(await certificates()).toEqual([]);
      await progress([event('test', 'answered', { score: 7, outOf: 10, passMark: 0.7 })]);
      const [{ number } = { number: '' }] = await certificates();
      expect((await submit((tx) => revokeCertificate(tx, tutor, number, 'Somebody else did the quiz.'))).ok).toBe(true);
      await progress([event('test', 'answered', { score: 9, outOf: 10, passMark: 0.7 })]);
      expect(await told('education.certificate')).toMatchObject([{ number, revokedAt: now }]);
      expect(await certificates()).toMatchObject([{ revoke_reason: 'Somebody else did the quiz.', untold: 1 }]);
      expect(await submit((tx) => revokeCertificate(tx, tutor, 'BCDF-GHJK-MNPQ-RTVW', 'x'))).toMatchObject({ error: { code: 'not-found' } });
    });

    it('keeps groups, tells whoever publishes of each change, and shows nobody who left', async () => {
      const kim = await addPerson('B2345CD', 'Kim', 'Fox');
      const changed: TabletId[] = [];
      await submit((tx) => tx.tables<PeopleTables>().insertInto('assignments').values({ tablet: idToBytes(tabletA), person: idToBytes(kim), assigned_at: now }).execute());
      const note = (_tx: unknown, ids: readonly TabletId[]) => Promise.resolve(void changed.push(...ids));
      const made = await submit((tx) => createGroup(tx, tutor, 'Morning maths'));
      if (!made.ok) throw new Error(made.error.code);
      expect(await submit((tx) => createGroup(tx, tutor, 'Morning maths'))).toMatchObject({ error: { code: 'group-name-taken' } });
      await submit((tx) => setGroupPeople(tx, tutor, note, made.value, [sam, kim]));
      expect(changed).toEqual([tabletA]);
      expect((await listGroups(database.reads()))[0]?.people.map(({ name: who }) => who)).toEqual(['Kim Fox', 'Sam Reed']);
      expect((await loadGroupsOf(database.reads(), [kim])).get(kim)).toEqual(new Set([made.value]));
      await leave(kim);
      expect((await listGroups(database.reads()))[0]?.people.map(({ name: who }) => who)).toEqual(['Sam Reed']);
      expect(await submit((tx) => setGroupPeople(tx, tutor, note, made.value, [kim]))).toMatchObject({ error: { code: 'person-not-here' } });
      await submit((tx) => removeGroup(tx, tutor, note, made.value));
      expect(await listGroups(database.reads())).toEqual([]);
    });

    it('lists who is stuck and why, by page and group, and only people who are here', async () => {
      const kim = await addPerson('B2345CD', 'Kim', 'Fox');
      for (let tries = 0; tries < 3; tries += 1) await progress([event('test', 'answered', { score: 1, outOf: 10, passMark: 0.7 })]);
      await progress([event('read', 'opened')], { personId: kim });
      const stuck = async (at: number) => (await listLearners(database.reads(), parts.courses, { only: 'stuck' }, at)).learners.map(({ name: who, packs }) => [who, ...packs.flatMap(({ signs }) => signs.map(({ reason }) => reason))]);
      expect(await stuck(now)).toEqual([['Sam Reed', 'many-tries']]);
      expect(await stuck(now + 14 * 86_400_000)).toEqual([['Kim Fox', 'stopped'], ['Sam Reed', 'many-tries', 'stopped']]);
      await leave(kim);
      const { total, courses, learners } = await listLearners(database.reads(), parts.courses, { page: 99 }, now);
      expect([total, courses[0]?.packId, learners[0]?.packs[0]?.of]).toEqual([1, PACK, 3]);
    });

    it('gives work and progress of somebody who left to nobody', async () => {
      const one = work('Private');
      await handIn(one);
      await leave(sam);
      expect(await submit((tx) => openWork(tx, tutor, one.workId))).toMatchObject({ error: { code: 'not-found' } });
      expect(await mark(one.workId, 'passed')).toMatchObject({ error: { code: 'not-found' } });
      expect(await listWork(database.reads(), listParts, { state: 'all' })).toEqual([]);
      expect((await exportStatements(database.reads(), parts.courses, { actor: 'name' }, secret)).statements).toEqual([]);
    });

    it('exports what happened as statements, without names where none are wanted, and as a table', async () => {
      const own = [event('read', 'completed', { seconds: 61.237 }), event('test', 'answered', { score: 8, outOf: 10, passMark: 0.7, answers: { a: { kind: 'short', text: 'SECRET' } } })];
      await progress(own);
      const named = await exportStatements(database.reads(), parts.courses, { actor: 'name' }, secret);
      expect(named.statements.map(({ id }) => id).sort()).toEqual(own.map(({ eventId }) => eventId as string).sort());
      expect(named.statements[0]?.actor).toMatchObject({ name: 'Sam Reed', account: { name: 'A1234BC' } });
      const hidden = JSON.stringify(await exportStatements(database.reads(), parts.courses, { actor: 'pseudonym' }, secret));
      for (const word of ['Sam', 'Reed', 'A1234BC', sam, 'SECRET']) expect(hidden).not.toContain(word);
      const csv = await exportCsv(database.reads(), parts.courses, undefined, now);
      expect(csv).toContain('A1234BC,Sam Reed,B,Writing letters,test,quiz,passed,80,80,1,0,');
    });

    it('keeps the same event of the database, whatever the counts say', async () => {
      const own = event('read', 'progressed', { page: 1, pages: 4 });
      await progress([own]);
      const rows = await database.reads<any>().selectFrom('education_events').selectAll().execute();
      expect(rows.map((row: any) => eventOf(row))).toEqual([own]);
    });
  });
}

function randomLetters(): string {
  return Array.from({ length: 2 }, () => String.fromCharCode(65 + Math.floor(Math.random() * 26))).join('');
}
