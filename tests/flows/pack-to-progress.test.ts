import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Learner } from '../../gateway/features/education/staff-api.ts';
import { Refused } from '../../scripts/demo/staff-client.mts';
import { settledTablet } from '../support/prison/given-tablet.ts';
import { openPackWorkshop, type PackWorkshop } from '../support/prison/pack-workshop.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

const REFUSED = /did not pass its safety check, so it was not put on this tablet/;

describe('a pack on its way from a teacher’s folder to a person’s progress', () => {
  let prison: Prison;
  let tablet: Tablet;
  let workshop: PackWorkshop;
  let first: Buffer;

  beforeAll(async () => {
    prison = await openPrison();
    workshop = await openPackWorkshop(prison.folder);
    await (await prison.staff('administrator')).send('POST', '/pack-roles', workshop.roles);
    tablet = await settledTablet(prison, prison.daniel);
  });
  afterAll(() => prison.close());

  it('is built, signed, received and published, and comes onto the tablet at its next contact', async () => {
    first = await workshop.build(1, 'The first edition.');
    await receiveAndPublish(1, first);
    await tablet.meetGateway();
    await tablet.openCourse(workshop.title);
    await tablet.sees('0 of 2 done');
  });

  it('plays with no network, keeps its place over a power cut, and its quiz is marked on the tablet', async () => {
    await tablet.unplug();
    await tablet
      .page()
      .getByRole('button', { name: /^A room on paper/ })
      .click();
    const player = await tablet.player();
    await player.getByText('The first edition.').waitFor();
    await player.getByRole('img', { name: 'A square room with a door' }).waitFor();
    await player.getByRole('button', { name: 'Next', exact: true }).click();
    await tablet.seesInPack('Draw the walls');
    await tablet.goHome();
    await tablet.plug();
    await tablet.kill();
    await tablet.start();
    await tablet.signIn(prison.daniel);
    await tablet.unplug();
    await tablet.openCourse(workshop.title);
    await tablet
      .page()
      .getByRole('button', { name: /^A room on paper/ })
      .click();
    await tablet.seesInPack('Draw the walls');
    await tablet.doLesson(workshop.title, 'A room on paper');
    await tablet.sees('1 of 2 done');
    await doQuiz({ outline: 'The shading', metres: '3' });
    await tablet.seesInPack('Not there yet. Have another go: 1 out of 2');
    await tablet.seesInPack('The outline comes first.');
    await doQuiz({ outline: 'The outline', metres: '3' });
    await tablet.seesInPack('You passed: 2 out of 2');
    await tablet.openCourse(workshop.title);
    await tablet.sees('2 of 2 done');
  });

  it('is seen by the tutor as the tablet showed it, after the next contact', async () => {
    await tablet.plug();
    await tablet.handOverAll();
    const tutor = await prison.staff('tutor');
    const { packs } = await tutor.get<Learner>(`/learners/${prison.daniel.personId}`);
    const pack = packs.find(({ packId }) => packId === workshop.packId);
    expect(pack).toMatchObject({ version: 1, fraction: 1 });
    expect(pack?.items).toMatchObject([
      { kind: 'lesson', status: 'completed' },
      { kind: 'quiz', status: 'passed', bestScore: 1, attempts: 2 },
    ]);
  });

  it('is refused by the gateway when it was changed, cut off, not signed or older, each with its reason, and nothing changes', async () => {
    const before = await packsAtGateway();
    const second = await workshop.build(2, 'The second edition.');
    const changed = Buffer.from(second);
    const at = changed.indexOf('The second edition.');
    changed.write('The wicked edition.', at);
    expect(await refusal(changed)).toMatch(/^pack-refused/);
    expect(await refusal(second.subarray(0, second.length / 2))).toMatch(/^pack-refused/);
    expect(await refusal(await workshop.build(2, 'The second edition.', 'unsigned'))).toBe(
      'pack-refused signature-missing',
    );
    expect(await refusal(await workshop.build(1, 'Another first edition.'))).toMatch(/^version-must-rise/);
    expect(await packsAtGateway()).toEqual(before);
    await receiveAndPublish(2, second);
    expect(await publishRefusal(1)).toBe('version-must-rise');
    await tablet.meetGateway();
    await showsEdition('The second edition.');
  });

  it('cut off half-way it comes later and the old one goes on playing; then it goes on where it stopped', async () => {
    await receiveAndPublish(3, await workshop.build(3, 'The third edition.'));
    const cut = tablet.unplugAfter(60_000);
    await pressTryNow();
    await cut;
    await tablet.goTo('Learn');
    await tablet.sees('On its way: Drawing a plan');
    await showsEdition('The second edition.');
    await tablet.plug();
    await tablet.meetGateway();
    await showsEdition('The third edition.');
  });

  it('is refused by the tablet when a file was changed at the gateway, and the edition that is there stays', async () => {
    await receiveAndPublish(4, await workshop.build(4, 'The fourth edition.'));
    const file = fileOfEdition(4, 'The fourth edition.');
    const honest = readFileSync(file);
    chmodSync(file, 0o600);
    writeFileSync(file, honest.toString('utf8').replace('The fourth edition.', 'The forged edition.'));
    await tablet.meetGateway();
    await tablet.goTo('Learn');
    await tablet.sees(REFUSED);
    await showsEdition('The third edition.');
    writeFileSync(file, honest);
    await tablet.meetGateway();
    await showsEdition('The fourth edition.');
  });

  it('is refused by the tablet when its signatures are missing or its manifest is another’s', async () => {
    await receiveAndPublish(5, await workshop.build(5, 'The fifth edition.'));
    const honest = await swapAtGateway(5, (edition) => ({ ...edition, signatures: '[]' }));
    await tablet.meetGateway();
    await tablet.goTo('Learn');
    await tablet.sees(REFUSED);
    const older = readEdition(1);
    await swapAtGateway(5, () => older);
    await tablet.meetGateway();
    await tablet.goTo('Learn');
    await tablet.sees(REFUSED);
    await showsEdition('The fourth edition.');
    await swapAtGateway(5, () => honest);
    await tablet.meetGateway();
    await showsEdition('The fifth edition.');
  });

  it('is refused by the tablet when the gateway comes back from an older back-up, and what was learnt stays', async () => {
    const { dataFolder } = prison.gateway;
    const backup = join(prison.folder, 'gateway.backup');
    await workshop.throughline('backup', '--data', dataFolder, '--out', backup);
    await receiveAndPublish(6, await workshop.build(6, 'The sixth edition.'));
    await tablet.meetGateway();
    await showsEdition('The sixth edition.');
    await prison.gateway.stop();
    const doors = readFileSync(join(dataFolder, 'doors.json'));
    cpSync(dataFolder, join(prison.folder, 'gateway.lost'), { recursive: true });
    rmSync(dataFolder, { recursive: true });
    await workshop.throughline('restore', '--data', dataFolder, '--from', backup);
    writeFileSync(join(dataFolder, 'doors.json'), doors);
    await prison.gateway.start();
    await tablet.meetGateway();
    await tablet.goTo('Learn');
    await tablet.sees(REFUSED);
    await showsEdition('The sixth edition.');
    await tablet.openCourse(workshop.title);
    await tablet.sees('2 of 2 done');
  });

  async function receiveAndPublish(version: number, bytes: Buffer): Promise<void> {
    const education = await prison.staff('education');
    await education.upload('/packs', bytes);
    await education.send('POST', `/packs/${workshop.packId}/publications`, { version, audience: { kind: 'everyone' } });
  }

  /** Code and detail of why the gateway did not take these bytes; empty when it did. */
  async function refusal(bytes: Uint8Array): Promise<string> {
    const education = await prison.staff('education');
    return education.upload('/packs', bytes).then(() => '', describeRefusal);
  }

  async function publishRefusal(version: number): Promise<string> {
    const education = await prison.staff('education');
    const body = { version, audience: { kind: 'everyone' } };
    return education.send('POST', `/packs/${workshop.packId}/publications`, body).then(() => '', codeOf);
  }

  async function packsAtGateway(): Promise<unknown> {
    return (await prison.staff('education')).get('/packs');
  }

  async function pressTryNow(): Promise<void> {
    await tablet.goTo('My tablet');
    await tablet.page().getByRole('button', { name: 'Try now' }).click();
  }

  /** Waits until the first page of the lesson is that of this edition. */
  async function showsEdition(words: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      await tablet.openCourse(workshop.title);
      await tablet
        .page()
        .getByRole('button', { name: /^A room on paper/ })
        .click();
      const player = await tablet.player();
      const back = player.getByRole('button', { name: 'Back', exact: true });
      await back.waitFor();
      while (await back.isEnabled()) await back.click();
      await player
        .getByText(/The \w+ edition\./)
        .first()
        .waitFor();
      if (await player.getByText(words).first().isVisible()) return;
      // The player keeps the edition it was opened with; a newer one may have come a moment later.
      if (tries === 5) throw new Error(`The tablet does not play "${words}".`);
    }
  }

  async function doQuiz({ outline, metres }: { readonly outline: string; readonly metres: string }): Promise<void> {
    await tablet.openCourse(workshop.title);
    await tablet
      .page()
      .getByRole('button', { name: /^Check the plan/ })
      .click();
    const player = await tablet.player();
    const again = player.getByRole('button', { name: 'Have another go' });
    const start = player.getByRole('button', { name: 'Start', exact: true });
    await again.or(start).first().waitFor();
    if (await again.isVisible()) await again.click();
    await start.click();
    await player.getByRole('radio', { name: outline }).check({ force: true });
    await player.getByRole('button', { name: 'Next', exact: true }).click();
    await player.getByLabel(/^Your answer/).fill(metres);
    await player.getByRole('button', { name: 'See how I did' }).click();
  }

  type Edition = { readonly manifest: string; readonly signatures: string };

  function readEdition(version: number): Edition {
    return withGatewayData((data) => {
      const row = data
        .prepare('SELECT manifest, signatures FROM pack_editions WHERE pack_id = ? AND version = ?')
        .get(workshop.packId, version);
      return row as Edition;
    });
  }

  /** A gateway in the wrong hands: what it hands out for an edition is changed behind its back. Returns what was there. */
  async function swapAtGateway(version: number, change: (edition: Edition) => Edition): Promise<Edition> {
    await prison.gateway.stop();
    const honest = readEdition(version);
    const { manifest, signatures } = change(honest);
    withGatewayData((data) =>
      data
        .prepare('UPDATE pack_editions SET manifest = ?, signatures = ? WHERE pack_id = ? AND version = ?')
        .run(manifest, signatures, workshop.packId, version),
    );
    await prison.gateway.start();
    return honest;
  }

  function withGatewayData<T>(job: (data: DatabaseSync) => T): T {
    const data = new DatabaseSync(join(prison.gateway.dataFolder, 'gateway.db'));
    try {
      return job(data);
    } finally {
      data.close();
    }
  }

  /** Where the gateway keeps the file of an edition that has these words. */
  function fileOfEdition(version: number, words: string): string {
    const files = withGatewayData((data) =>
      data.prepare('SELECT sha256 FROM pack_files WHERE pack_id = ? AND version = ?').all(workshop.packId, version),
    );
    const paths = files
      .map(({ sha256 }) => String(sha256))
      .map((sha256) => join(prison.gateway.dataFolder, 'blobs', sha256.slice(0, 2), sha256));
    const found = paths.find((path) => readFileSync(path, 'utf8').includes(words));
    if (found === undefined) throw new Error(`No file of edition ${String(version)} says "${words}".`);
    return found;
  }
});

function codeOf(cause: unknown): string {
  if (!(cause instanceof Refused)) throw cause;
  return cause.code;
}

function describeRefusal(cause: unknown): string {
  return `${codeOf(cause)} ${/\(([^()]*)\)$/.exec((cause as Refused).message)?.[1] ?? ''}`.trim();
}
