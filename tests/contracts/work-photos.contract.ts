import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeBase64Url } from '#protocol/base64.ts';
import { personIdSchema, tabletIdSchema, type OperationId, type PersonId, type RecordId } from '#protocol/ids.ts';
import { auditMigrations, type AuditTables } from '../../gateway/audit/tables.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { idToBytes } from '../../gateway/db/id-bytes.ts';
import { createCourseBook } from '../../gateway/features/education/course-book.ts';
import { createEducationOperations } from '../../gateway/features/education/sync.ts';
import { educationMigrations } from '../../gateway/features/education/tables.ts';
import { tutorMigrations, type TutorTables } from '../../gateway/features/education/tutor-tables.ts';
import { MAX_PHOTOS_PER_PERSON } from '../../gateway/features/education/work/take-photo.ts';
import { openPhoto } from '../../gateway/features/education/work/view-photo.ts';
import { viewWork } from '../../gateway/features/education/work/view-work.ts';
import { findWorkHere } from '../../gateway/features/education/work/work-queries.ts';
import type { StaffCaller } from '../../gateway/http/staff-route.ts';
import { packMigrations } from '../../gateway/packs/tables.ts';
import { peopleMigrations, type PeopleTables } from '../../gateway/people/tables.ts';
import { staffMigrations } from '../../gateway/staff/tables.ts';
import { syncMigrations, type SyncTables } from '../../gateway/sync/sync-tables.ts';
import { jpegOf } from '../support/jpeg-of.ts';

type Photo = { readonly photoId: string; readonly jpeg: Uint8Array };
const takePicture = (jpeg = jpegOf()): Photo => ({ photoId: randomUUID(), jpeg });
const nameOf = ({ photoId, jpeg }: Photo) => ({ photoId, sha256: createHash('sha256').update(jpeg).digest('hex') });

/** Photographs of work on paper, on one kind of database. `place` names a new, empty one. */
export function workPhotosContract(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`photographs of work on ${name}`, () => {
    let now = 1_790_000_000_000;
    let database: GatewayDatabase;
    let sam: PersonId;
    const tabletId = tabletIdSchema.parse(randomUUID());
    const tutor = { staffId: randomUUID(), username: 'k.marsh', name: 'Karen Marsh', role: 'tutor' } as StaffCaller;
    const courses = createCourseBook();
    const applyOperation = createEducationOperations({ courses, numberCertificate: () => 'BCDF-GHJK-MNPQ-RTVW' });

    beforeEach(async () => {
      const migrations = [...auditMigrations, ...staffMigrations, ...peopleMigrations, ...syncMigrations, ...packMigrations, ...educationMigrations, ...tutorMigrations];
      const opened = await openDatabase({ ...(await place()), migrations, clock: () => now });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
      sam = await addPerson('A1234BC');
    });
    afterEach(() => database.close());

    it('arrive one by one, and person and tutor are told how many of them are here', async () => {
      const [one, two, three] = [takePicture(), takePicture(jpegOf({ width: 640 })), takePicture(jpegOf({ width: 320 }))];
      const workId = await handIn([one, two, three]);
      expect(await told(workId)).toMatchObject({ state: 'handed-over', photosHere: 0, photos: [nameOf(one), nameOf(two), nameOf(three)] });
      await send(workId, one);
      await send(workId, three);
      expect(await told(workId)).toMatchObject({ photosHere: 2 });
      expect(await onDesk(workId)).toEqual([{ photoId: one.photoId, here: true }, { photoId: two.photoId, here: false }, { photoId: three.photoId, here: true }]);
      const seen = await look(workId, three.photoId);
      expect(seen.ok && Uint8Array.from(seen.value)).toEqual(three.jpeg);
      expect(await look(workId, two.photoId)).toMatchObject({ error: { code: 'not-found' } });
      await send(workId, two);
      expect(await told(workId)).toMatchObject({ photosHere: 3 });
    });

    it('come again after a restored back-up, and are counted once', async () => {
      const one = takePicture();
      const workId = await handIn([one]);
      await send(workId, one);
      expect((await send(workId, one)).ok).toBe(true);
      expect(await told(workId)).toMatchObject({ photosHere: 1 });
    });

    it('are refused where the bytes are not those the work names, or the work names no such photograph', async () => {
      const one = takePicture();
      const workId = await handIn([one]);
      expect(await send(workId, { ...one, jpeg: jpegOf({ width: 801 }) })).toMatchObject({ error: { code: 'photo-not-named' } });
      expect(await send(workId, { ...takePicture(), jpeg: one.jpeg })).toMatchObject({ error: { code: 'photo-not-named' } });
      expect(await send(randomUUID(), one)).toMatchObject({ error: { code: 'work-unknown' } });
      expect(await operate('education.photo', { photoId: one.photoId, workId, jpeg: encodeBase64Url(one.jpeg) }, randomUUID())).toMatchObject({ error: { code: 'payload-invalid' } });
      expect(await told(workId)).toMatchObject({ photosHere: 0 });
    });

    it('are refused where they are too large, no pictures, or say more than the picture', async () => {
      const wide = takePicture(jpegOf({ width: 1601 }));
      const script = takePicture(new TextEncoder().encode('<script>alert(1)</script>'.repeat(5)));
      const withPlace = takePicture(jpegOf({ more: [0xff, 0xe1, 0, 4, 1, 2] }));
      const workId = await handIn([wide, script, withPlace]);
      expect(await send(workId, wide)).toMatchObject({ error: { code: 'too-large' } });
      expect(await send(workId, script)).toMatchObject({ error: { code: 'not-a-photo' } });
      expect(await send(workId, withPlace)).toMatchObject({ error: { code: 'has-more' } });
      expect(await send(workId, takePicture(new Uint8Array(200_001)))).toMatchObject({ error: { code: 'payload-invalid' } });
    });

    it('come to nobody else’s work', async () => {
      const one = takePicture();
      const workId = await handIn([one]);
      const kim = await addPerson('B2345CD');
      expect(await send(workId, one, kim)).toMatchObject({ error: { code: 'work-unknown' } });
      expect(await told(workId)).toMatchObject({ photosHere: 0 });
    });

    it('are a hundred in four weeks at most, and more after that', async () => {
      const one = takePicture();
      const workId = await handIn([one]);
      const filler = { work: idToBytes(workId), person: idToBytes(sam), jpeg: one.jpeg, width: 1, height: 1, received_at: now };
      const rows = Array.from({ length: MAX_PHOTOS_PER_PERSON }, () => ({ ...filler, id: idToBytes(randomUUID()) }));
      await submit((tx) => tx.tables<TutorTables>().insertInto('education_work_photos').values(rows).execute());
      expect(await send(workId, one)).toMatchObject({ error: { code: 'too-many-photos' } });
      now += 28 * 86_400_000;
      expect((await send(workId, one)).ok).toBe(true);
    });

    it('are seen by tutors while their person is here, each look is in the audit, and never what is no picture', async () => {
      const one = takePicture();
      const workId = await handIn([one]);
      await send(workId, one);
      await look(workId, one.photoId);
      const looks = await database.reads<AuditTables>().selectFrom('audit_entries').select('action').execute();
      expect(looks).toEqual([{ action: 'work.read' }]);
      const other = await handIn([takePicture()]);
      expect(await look(other, one.photoId)).toMatchObject({ error: { code: 'not-found' } });
      await submit((tx) => tx.tables<TutorTables>().updateTable('education_work_photos').set({ jpeg: Buffer.from('<svg/>') }).execute());
      expect(await look(workId, one.photoId)).toMatchObject({ error: { code: 'not-found' } });
      await submit((tx) => tx.tables<TutorTables>().updateTable('education_work_photos').set({ jpeg: one.jpeg }).execute());
      await submit((tx) => tx.tables<PeopleTables>().updateTable('people').set({ status: 'left' }).execute());
      expect(await look(workId, one.photoId)).toMatchObject({ error: { code: 'not-found' } });
    });

    type Job = Parameters<GatewayDatabase['committer']['submit']>[0];
    const submit = <T>(job: (tx: Parameters<Job>[0]) => Promise<T>) => database.committer.submit(job);

    function operate(kind: string, payload: unknown, id: string, personId = sam) {
      return submit((tx) => tx.attempt(() => applyOperation(tx, { id: id as OperationId, kind, sequence: 1, composedAt: 1, payload }, { tabletId, personId, now, receipt: 'RAAA-2346' })));
    }
    const send = (workId: string, { photoId, jpeg }: Photo, personId = sam) =>
      operate('education.photo', { photoId, workId, jpeg: encodeBase64Url(jpeg) }, photoId, personId);

    async function handIn(photos: readonly Photo[]): Promise<RecordId> {
      const workId = randomUUID();
      const parts = [{ partId: 'sums', ask: 'Show your sums.', text: '' }];
      const work = { workId, packId: 'sums', packVersion: 1, activityId: 'sums.task', language: 'en', parts, photos: photos.map(nameOf), writtenAt: now };
      expect(await operate('education.hand-in', work, workId)).toMatchObject({ ok: true });
      return workId as RecordId;
    }

    const look = (workId: RecordId, photoId: string) => submit((tx) => openPhoto(tx, tutor, workId, photoId as RecordId));

    async function onDesk(workId: RecordId) {
      const row = await findWorkHere(database.reads(), workId);
      const parts = { courses, tabletNames: () => Promise.resolve(new Map()), readPackText: () => Promise.resolve(undefined) };
      return row === undefined ? undefined : (await viewWork(database.reads(), parts, row))?.photos;
    }

    async function told(workId: string): Promise<unknown> {
      const rows = await database.reads<SyncTables>().selectFrom('change_log').select('body').where('record', '=', 'education.work').execute();
      const works = rows.map((row) => JSON.parse(row.body ?? 'null') as { readonly workId: string });
      return works.findLast((work) => work.workId === workId);
    }

    async function addPerson(prisonerNumber: string): Promise<PersonId> {
      const id = personIdSchema.parse(randomUUID());
      const person = { id: idToBytes(id), prisoner_number: prisonerNumber, first_name: 'Sam', last_name: 'Reed', wing: 'B', cell: '2-04', status: 'here', created_at: now } as const;
      await submit((tx) => tx.tables<PeopleTables>().insertInto('people').values(person).execute());
      return id;
    }
  });
}
