import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCourseBook } from '../../gateway/features/education/course-book.ts';
import { createEducationOperations } from '../../gateway/features/education/sync.ts';
import { applySelfhelpOperation } from '../../gateway/features/selfhelp/sync.ts';
import type { ApplyOperation } from '../../gateway/sync/push-dependencies.ts';
import { makeUuidV7, type OperationId, type PersonId, type TabletId } from '../../protocol/ids.ts';
import { parseCode } from '../../protocol/enrolment/schema.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { buildDemoPack } from '../support/demo-pack.ts';
import {
  type Caller,
  type GatewayInTest,
  makePersonKey,
  makeTabletKey,
  startGatewayInTest,
} from '../support/running-gateway.ts';

const PACK = 'using-this-tablet';
const applyEducationOperation = createEducationOperations({
  courses: createCourseBook(),
  numberCertificate: () => 'BCDF-GHJK-MNPQ-RTBB',
});
const DAY = 24 * 60 * 60 * 1000;
const newId = (): string => makeUuidV7(Date.now(), randomBytes(10));

/**
 * The whole gateway on one kind of database: everything its rooms and features write and read, by its own doors.
 * `place` gives the address of a new, empty PostgreSQL database, or undefined for the embedded one.
 */
export function gatewayAppContract(name: string, place: () => Promise<string | undefined>): void {
  describe(`the gateway on ${name}`, () => {
    let prison: GatewayInTest;
    let administrator: Caller;
    let tablet: Caller;
    let personId: PersonId;
    let tabletId: TabletId;

    beforeAll(async () => {
      prison = await startGatewayInTest({ postgresUrl: await place() });
      administrator = await prison.as('administrator');
    }, 60_000);
    afterAll(() => prison.close());

    const apply = (operation: ApplyOperation, kind: string, payload: unknown, writer: PersonId = personId) =>
      prison.gateway.database.committer.submit((tx) =>
        operation(
          tx,
          { id: newId() as OperationId, kind, sequence: 1, composedAt: 0, payload },
          { tabletId, personId: writer, now: tx.now, receipt: 'ABCD-2346' },
        ),
      );
    const changesFor = async (audience: string): Promise<any[]> => {
      const rows = await prison.gateway.database
        .reads<any>()
        .selectFrom('change_log')
        .selectAll()
        .where('audience', '=', audience)
        .orderBy('commit_number')
        .orderBy('ordinal')
        .execute();
      return rows.map((row: any) => ({ id: row.record_id, record: row.record, put: JSON.parse(row.body) }));
    };

    it('enrols a tablet, signs a person in on it, and exchanges with it', async () => {
      personId = (
        await administrator.call('POST', '/api/staff/people', {
          body: { prisonerNumber: 'A1234BC', firstName: 'Ray', lastName: 'Ó Briain', wing: 'B', cell: '1' },
        })
      ).body.personId;
      const added = (
        await administrator.call('POST', '/api/staff/tablets', { body: { name: 'B1', wing: 'B', cell: '1' } })
      ).body;
      tabletId = added.tablet.tabletId;
      expect(
        (await administrator.call('PUT', `/api/staff/tablets/${tabletId}/people`, { body: { personIds: [personId] } }))
          .body.people,
      ).toHaveLength(1);
      const { keyPem, publicKey } = makeTabletKey();
      const enrolled = await prison
        .tablet()
        .call('POST', '/tablet/enrol', {
          body: { code: parseCode(added.enrolmentCode.code), publicKey, appVersion: '1' },
        });
      tablet = prison.tablet({ key: keyPem, cert: enrolled.body.certificate });
      const issued = await administrator.call(
        'POST',
        `/api/staff/tablets/${tabletId}/people/${personId}/first-sign-in-code`,
        { body: {} },
      );
      const signedIn = await tablet.call('POST', '/tablet/first-sign-in', {
        body: { prisonerNumber: 'A1234BC', code: parseCode(issued.body.code), publicKey: makePersonKey() },
      });
      expect(signedIn.body).toEqual({ personId, displayName: 'Ray Ó Briain' });
      const report = {
        appVersion: '1',
        shell: 'kiosk',
        waiting: 2,
        oldestWaitingAt: 0,
        measures: [{ name: 'no-network', state: 'held' }],
        packs: [],
      };
      const exchanged = await tablet.call('POST', '/tablet/exchange', {
        body: {
          protocol: PROTOCOL_VERSION,
          // Its clock says 1970 and nine days: how old its work is, is true all the same.
          tabletTime: 9 * DAY,
          mark: null,
          operations: [],
          streams: [
            { stream: 'tablet', cursor: null },
            { stream: 'person', personId, cursor: null },
          ],
          report,
        },
      });
      expect(exchanged.status).toBe(200);
      await expect
        .poll(async () => (await administrator.call('GET', `/api/staff/tablets/${tabletId}`)).body.report, {
          timeout: 10_000,
        })
        .toEqual({ ...report, oldestWaitingAt: expect.any(Number) });
      const { body } = await administrator.call('GET', `/api/staff/tablets/${tabletId}`);
      expect(body.lastContactAt).toBeGreaterThan(0);
      expect(body.people[0].firstSignInAt).toBeGreaterThan(0);
    });

    it('CLOCK-1 lists for tutors and administrators the tablets whose work is older than the days they chose, also as a file', async () => {
      const tutor = await prison.as('tutor');
      for (const caller of [tutor, administrator])
        expect((await caller.call('GET', '/api/staff/late-tablets?days=8')).body.tablets).toMatchObject([
          { tabletId, name: 'B1', people: ['Ray Ó Briain'], why: 'unsent', unsent: 2 },
        ]);
      expect((await tutor.call('GET', '/api/staff/late-tablets?days=10')).body.tablets).toEqual([]);
      const { csv } = (await tutor.call('GET', '/api/staff/late-tablets/csv?days=8')).body;
      expect(csv).toMatch(/^\uFEFFtablet,wing,.*\r\nB1,B,1,Ray Ó Briain,unsent,20\d\d-/);
      for (const days of ['0', '1.5', '367', 'x', ''])
        expect((await tutor.call('GET', `/api/staff/late-tablets?days=${days}`)).body.code).toBe('invalid-request');
    });

    it('takes, publishes and hands out a pack', async () => {
      const pack = buildDemoPack();
      const education = await prison.as('education');
      for (const key of pack.keys) await administrator.call('POST', '/api/staff/pack-keys', { body: key });
      expect((await administrator.call('POST', '/api/staff/pack-keys', { body: pack.key })).body.code).toBe(
        'key-known',
      );
      const received = await education.call('POST', '/api/staff/packs', {
        body: pack.bytes,
        headers: { 'content-type': 'application/octet-stream' },
      });
      expect([received.status, received.body.receivedBy]).toEqual([200, 'The education']);
      await education.call('POST', `/api/staff/packs/${PACK}/publications`, {
        body: { version: 1, audience: { kind: 'person', personId } },
      });
      expect((await education.call('GET', '/api/staff/packs')).body.packs[0]).toMatchObject({
        publishedVersion: 1,
        publications: [{ audience: { kind: 'person', personId } }],
      });
      expect((await tablet.call('GET', `/tablet/packs/${PACK}/1/manifest`)).status).toBe(200);
      expect((await changesFor(`tablet:${tabletId}`)).map((change) => change.put.people)).toEqual([[personId]]);
    }, 60_000);

    it('keeps progress once however often it comes, gives it back to the person, and adds it up for the tutor', async () => {
      const { body } = await (await prison.as('education')).call('GET', '/api/staff/packs');
      const [item] = body.packs[0].editions[0].items;
      const event = (verb: string, data: object) => ({
        eventId: newId(),
        packId: PACK,
        packVersion: 1,
        activityId: item.activityId,
        verb,
        at: 1_700_000_000_000,
        data,
      });
      const events = [
        event('opened', { page: 0, pages: 4 }),
        event('progressed', { page: 3, pages: 4, seconds: 90 }),
        event('completed', {}),
      ];
      for (let times = 0; times < 2; times += 1)
        expect((await apply(applyEducationOperation, 'education.progress', { events })).ok).toBe(true);
      expect(
        (await changesFor(`person:${personId}`))
          .filter((change) => change.record === 'education.progress')
          .map((change) => change.put),
      ).toEqual(events);
      const tutor = await prison.as('tutor');
      const { learners } = (await tutor.call('GET', '/api/staff/learners?search=briain')).body;
      expect(learners).toMatchObject([{ personId, packs: [{ packId: PACK, done: 1 }] }]);
      const learner = (await tutor.call('GET', `/api/staff/learners/${personId}`)).body;
      expect(learner.packs[0].items[0]).toMatchObject({
        activityId: item.activityId,
        status: 'completed',
        fraction: 1,
        seconds: 90,
        lastAt: 1_700_000_000_000,
      });
      expect((await tutor.call('GET', '/api/staff/overview')).body.counts).toContainEqual({
        name: 'learners.active',
        count: 1,
      });
    });

    it('refuses progress it does not understand, and never writes over somebody else’s event', async () => {
      const own = {
        eventId: newId(),
        packId: PACK,
        packVersion: 1,
        activityId: `${PACK}.x`,
        verb: 'opened',
        at: 5,
        data: {},
      };
      await apply(applyEducationOperation, 'education.progress', { events: [own] });
      const other = (
        await administrator.call('POST', '/api/staff/people', {
          body: { prisonerNumber: 'A1235BC', firstName: 'Sol', lastName: 'Ward', wing: 'B', cell: '2' },
        })
      ).body.personId;
      await apply(applyEducationOperation, 'education.progress', { events: [{ ...own, at: 6 }] }, other);
      expect(await changesFor(`person:${String(other)}`)).toEqual([]);
      expect(await apply(applyEducationOperation, 'education.marked', {})).toMatchObject({
        error: { code: 'kind-unknown' },
      });
      for (const payload of [
        { events: [] },
        { events: [{ ...own, verb: 'cheated' }] },
        { events: [{ ...own, data: { answers: { a: 'x'.repeat(70_000) } } }] },
      ]) {
        expect(await apply(applyEducationOperation, 'education.progress', payload)).toMatchObject({
          error: { code: 'payload-invalid' },
        });
      }
    });

    it('keeps a diary page in its newest revision, and both of two that were written from the same one', async () => {
      const recordId = newId();
      const save = (baseRevision: number, box: string) =>
        apply(applySelfhelpOperation, 'selfhelp.save', { recordId, baseRevision, box });
      await save(0, 'one');
      await save(1, 'two');
      await save(1, 'two-elsewhere');
      await save(3, 'three-elsewhere');
      await save(2, 'three');
      const kept = (await changesFor(`person:${personId}`))
        .filter((change) => change.record === 'selfhelp.stored')
        .map((change) => change.put);
      expect(kept).toEqual([
        { recordId, revision: 4, box: 'three-elsewhere' },
        { recordId, revision: 5, box: 'three' },
      ]);
      expect(
        await apply(applySelfhelpOperation, 'selfhelp.save', { recordId, baseRevision: -1, box: 'x' }),
      ).toMatchObject({ error: { code: 'payload-invalid' } });
      expect(await apply(applySelfhelpOperation, 'selfhelp.read', {})).toMatchObject({
        error: { code: 'kind-unknown' },
      });
    });

    it('shows who did what, newest first, by filter, and the chain is whole', async () => {
      const auditor = await prison.as('auditor');
      const page = (await auditor.call('GET', '/api/staff/audit?limit=5')).body;
      expect(page.entries).toHaveLength(5);
      expect(page.more).toBe(true);
      const older = (await auditor.call('GET', `/api/staff/audit?limit=5&before=${String(page.entries[4].sequence)}`))
        .body;
      expect(older.entries[0].sequence).toBe(page.entries[4].sequence - 1);
      const revoked = (await auditor.call('GET', '/api/staff/audit?action=packs.publish')).body.entries;
      expect(revoked).toMatchObject([
        { actor: { kind: 'staff', name: 'The education' }, subject: PACK, detail: { version: 1, audience: 'person' } },
      ]);
      const all = (await auditor.call('GET', '/api/staff/audit?limit=200')).body.entries;
      expect(JSON.stringify(all)).not.toMatch(/Briain|A1234BC|two-elsewhere/);
      expect((await auditor.call('GET', '/api/staff/audit/verification')).body).toMatchObject({
        ok: true,
        broken: null,
      });
      expect((await auditor.call('GET', '/api/staff/audit?limit=100000')).body.code).toBe('invalid-request');
    });

    it('takes a person who left off their tablets at once', async () => {
      await administrator.call('PATCH', `/api/staff/people/${personId}`, { body: { status: 'left' } });
      expect((await administrator.call('GET', `/api/staff/tablets/${tabletId}`)).body.people).toEqual([]);
      const { body } = await tablet.call('POST', '/tablet/exchange', {
        body: {
          protocol: PROTOCOL_VERSION,
          tabletTime: 0,
          mark: null,
          operations: [],
          streams: [{ stream: 'person', personId, cursor: null }],
        },
      });
      expect(body.pages).toEqual([]);
      expect((await tablet.call('GET', `/tablet/packs/${PACK}/1/manifest`)).body.code).toBe('not-found');
    });
  });
}
