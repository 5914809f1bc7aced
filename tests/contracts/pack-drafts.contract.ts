import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DraftDesk,
  openDraftDesk,
  PACK_COMMAND_WITHOUT_BROWSER,
  sendPart,
  smallCourse,
} from '../support/packs/draft-desk.ts';
import { type Caller, type GatewayInTest, startGatewayInTest } from '../support/running-gateway.ts';

/**
 * A teacher's way from a dropped folder to an edition, on one kind of database. `place` gives the address of a new,
 * empty PostgreSQL database, or undefined for the embedded one.
 */
export function packDraftsContract(name: string, place: () => Promise<string | undefined>): void {
  describe(`a draft on ${name}`, () => {
    let prison: GatewayInTest;
    let teacher: Caller;
    let desk: DraftDesk;
    let security: DraftDesk;
    let draftId: string;

    beforeAll(async () => {
      prison = await startGatewayInTest({ postgresUrl: await place(), packCommand: PACK_COMMAND_WITHOUT_BROWSER });
      teacher = await prison.as('education');
      desk = openDraftDesk(teacher);
      security = openDraftDesk(await prison.as('security'));
    }, 60_000);
    afterAll(() => prison.close());

    it('is uploaded part by part from where each file stands, and says how far it is', async () => {
      const [yaml, lesson, picture] = smallCourse('Start in a corner.', '');
      const files = [yaml!, lesson!, picture!];
      const announced = await desk.call('POST', '/packs/uploads', {
        name: 'floor',
        files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
      });
      draftId = announced.body.draftId;
      expect((await sendPart(teacher, draftId, 0, 0, yaml!.bytes.subarray(0, 10))).body).toEqual({ received: 10 });
      const early = await desk.call('POST', `/packs/uploads/${draftId}/done`);
      expect(early.body.code).toBe('upload-incomplete');
      const seen = await desk.call('GET', `/packs/uploads/${draftId}`);
      expect(seen.body.files.map((file: any) => file.received)).toEqual([10, 0, 0]);
      await sendPart(teacher, draftId, 0, 10, yaml!.bytes.subarray(10));
      await sendPart(teacher, draftId, 1, 0, lesson!.bytes);
      await sendPart(teacher, draftId, 2, 0, picture!.bytes);
      expect((await desk.call('POST', `/packs/uploads/${draftId}/done`)).status).toBe(200);
    });

    it('says everything that is wrong, each with its place, and cannot be submitted while something blocks', async () => {
      const draft = await desk.settled(draftId);
      expect(draft.state).toBe('checked');
      expect(draft.report.problems).toContainEqual(
        expect.objectContaining({ severity: 'blocker', code: 'alt-missing', file: 'en/01-boards.md', line: 5 }),
      );
      expect((await desk.call('POST', `/packs/drafts/${draftId}/submit`)).body.code).toBe('draft-stage');
    });

    it('is put right in the console, keeps what was written around it, and is ready', async () => {
      const described = await desk.call('POST', `/packs/drafts/${draftId}/picture-words`, {
        file: 'en/01-boards.md',
        line: 5,
        words: 'A square [of] wood',
      });
      expect(described.status).toBe(200);
      const changed = await desk.call('PATCH', `/packs/drafts/${draftId}`, {
        title: { en: 'Laying a wooden floor' },
        level: ['level-1'],
        certificate: true,
        items: [{ id: 'boards', minutes: 7, completion: { rule: 'viewed' } }],
      });
      expect(changed.status).toBe(200);
      await desk.call('POST', `/packs/drafts/${draftId}/check`);
      const draft = await desk.settled(draftId);
      expect(draft).toMatchObject({
        state: 'ready',
        packId: 'laying-a-floor',
        version: 1,
        title: { en: 'Laying a wooden floor' },
        facts: { certificate: true },
      });
      expect(draft.items).toMatchObject([{ kind: 'lesson', minutes: 7 }]);
      expect(draft.items[0].bytes).toBeGreaterThan(50);
      const yaml = await desk.call('GET', `/packs/drafts/${draftId}/source?path=pack.yaml`);
      expect(yaml.bytes.toString()).toContain('# Kept as it is written here.');
    });

    it('PACK-3 needs this prison’s keys, which only an administrator makes, once', async () => {
      expect((await desk.call('POST', `/packs/drafts/${draftId}/submit`)).body.code).toBe('keys-missing');
      const administrator = openDraftDesk(await prison.as('administrator'));
      const made = await administrator.call('POST', '/pack-keys/own');
      expect(made.body.keys.map((key: any) => key.role)).toEqual(['education', 'security']);
      expect((await administrator.call('POST', '/pack-keys/own')).body.code).toBe('keys-made');
      expect((await desk.call('POST', `/packs/drafts/${draftId}/submit`)).status).toBe(200);
    });

    it('shows the second person what it brings, and comes back with a reason', async () => {
      const { body } = await security.call('GET', `/packs/drafts/${draftId}/difference`);
      expect(body).toMatchObject({
        against: null,
        difference: { items: { added: [{ title: { en: 'Boards' } }] }, powers: { all: [] } },
      });
      expect(
        (await security.call('POST', `/packs/drafts/${draftId}/return`, { reason: 'Say which boards.' })).status,
      ).toBe(200);
      const draft = await desk.settled(draftId);
      expect(draft).toMatchObject({ state: 'returned', reason: 'Say which boards.', decidedBy: 'The security' });
    });

    it('ADR-19 is approved by another person than made it, becomes an edition both keys signed, and is previewed to the last', async () => {
      await desk.call('POST', `/packs/drafts/${draftId}/check`);
      const { manifestSha256 } = await desk.settled(draftId);
      await desk.call('POST', `/packs/drafts/${draftId}/submit`);
      const approve = (by: DraftDesk, sha256: string) =>
        by.call('POST', `/packs/drafts/${draftId}/approve`, { manifestSha256: sha256 });
      expect((await approve(desk, manifestSha256)).body.code).toBe('own-work');
      expect((await approve(security, '0'.repeat(64))).body.code).toBe('draft-changed');
      expect((await approve(security, manifestSha256)).status).toBe(200);
      const { body } = await desk.call('GET', '/packs');
      expect(body.packs[0].editions[0]).toMatchObject({ packId: 'laying-a-floor', version: 1, manifestSha256 });
      expect(body.packs[0].editions[0].signedBy.map((signer: any) => signer.role).sort()).toEqual([
        'education',
        'security',
      ]);
      const preview = await security.call('GET', `/packs/drafts/${draftId}/preview`);
      const file = preview.body.files.find((one: any) => one.path.endsWith('square.svg'));
      const bytes = await security.call('GET', `/packs/drafts/${draftId}/files/${file.path}`);
      expect([bytes.bytes.length, bytes.headers['content-type']]).toEqual([file.bytes, 'application/octet-stream']);
    });

    it('a second edition of the course shows only what changed, and a roll-back is a third with the old content', async () => {
      const second = await desk.upload('floor', smallCourse('Start at the door.'));
      const ready = await desk.settled(second);
      expect(ready).toMatchObject({ state: 'ready', version: 2 });
      const { body } = await security.call('GET', `/packs/drafts/${second}/difference`);
      expect(body.against).toBe(1);
      expect(body.difference.files.changed.map((file: any) => file.path).sort()).toEqual(['en/01-boards.json', 'search/en.json']);
      expect(body.difference.files.same).toBe(1);
      expect(body.difference.facts.map((fact: any) => fact.name)).toContain('title');
      await desk.call('POST', `/packs/drafts/${second}/submit`);
      await security.call('POST', `/packs/drafts/${second}/approve`, { manifestSha256: ready.manifestSha256 });
      const back = await desk.call('POST', '/packs/laying-a-floor/editions/1/restore');
      const third = await desk.settled(back.body.draftId);
      expect(third).toMatchObject({ state: 'ready', version: 3, title: { en: 'Laying a wooden floor' } });
      await desk.call('POST', `/packs/drafts/${third.draftId}/submit`);
      expect(
        (
          await security.call('POST', `/packs/drafts/${third.draftId}/approve`, {
            manifestSha256: third.manifestSha256,
          })
        ).status,
      ).toBe(200);
      const packs = await desk.call('GET', '/packs');
      expect(packs.body.packs[0].editions.map((edition: any) => [edition.version, edition.title.en])).toEqual([
        [3, 'Laying a wooden floor'],
        [2, 'Laying a floor'],
        [1, 'Laying a wooden floor'],
      ]);
    });

    it('keeps its history, and leaves nothing when it is thrown away', async () => {
      const { body } = await desk.call('GET', `/packs/drafts/${draftId}`);
      expect(body.history.map((act: any) => act.action)).toEqual(
        expect.arrayContaining(['packs.approve', 'packs.return', 'packs.submit', 'packs.change', 'packs.upload']),
      );
      const gone = await desk.upload('floor', smallCourse('Nothing.'));
      await desk.settled(gone);
      expect((await desk.call('DELETE', `/packs/drafts/${gone}`)).status).toBe(200);
      expect((await desk.call('GET', `/packs/drafts/${gone}`)).status).toBe(404);
      expect(existsSync(join(prison.folder, 'drafts', gone))).toBe(false);
    });
  });
}
