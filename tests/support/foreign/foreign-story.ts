import { expect } from '@playwright/test';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Learner } from '../../../gateway/features/education/staff-api.ts';
import { givenTablet } from '../prison/given-tablet.ts';
import type { PackPage } from '../prison/pack-page.ts';
import { openPackWorkshop, type PackWorkshop } from '../prison/pack-workshop.ts';
import { openPrison, type Prison, type Tablet } from '../prison-in-a-box.ts';
import { makeForeignPack, type ForeignPack } from './make-foreign-pack.ts';

/** A prison that can be given packs of what other programs made. */
export type ForeignPrison = {
  readonly prison: Prison;
  readonly workshop: PackWorkshop;
  /** Builds, signs, receives and publishes to everybody. */
  readonly publish: (pack: ForeignPack) => Promise<void>;
  readonly publishBytes: (packId: string, bytes: Buffer) => Promise<void>;
  /** A new tablet at which Daniel is signed in and every pack has come. */
  readonly danielsTablet: (kind: 'browser' | 'kiosk') => Promise<Tablet>;
};

export async function openForeignPrison(): Promise<ForeignPrison> {
  const prison = await openPrison();
  const workshop = await openPackWorkshop(prison.folder);
  await (await prison.staff('administrator')).send('POST', '/pack-roles', workshop.roles);
  const publishBytes = async (packId: string, bytes: Buffer): Promise<void> => {
    const education = await prison.staff('education');
    await education.upload('/packs', bytes);
    await education.send('POST', `/packs/${packId}/publications`, { version: 1, audience: { kind: 'everyone' } });
  };
  return {
    prison,
    workshop,
    publishBytes,
    publish: async (pack) => publishBytes(pack.packId, await makeForeignPack(pack, workshop)),
    danielsTablet: async (kind) => {
      const tablet = await givenTablet(prison, prison.daniel, kind);
      await tablet.goTo('Learn');
      await expect(tablet.page().getByText(/^On its way/)).toHaveCount(0, { timeout: 150_000 });
      return tablet;
    },
  };
}

/** Builds the H5P runtime pack with the real command line and publishes it. Needs npm's registry. */
export async function publishH5pRuntime({ workshop, publishBytes }: ForeignPrison): Promise<void> {
  const out = join(workshop.desk, 'h5p-runtime.pack');
  await workshop.throughline('pack', 'runtime', 'h5p', '--out', out, ...workshop.signing);
  await publishBytes('h5p-runtime', readFileSync(out));
}

/** Opens one item of a course and waits until another program's pages are shown. */
export async function openItem(tablet: Tablet, course: string, item: string): Promise<PackPage> {
  await tablet.openCourse(course);
  await tablet.page().getByRole('button', { name: new RegExp(`^${item}`) }).click();
  await tablet.packPage.has('iframe.foreign-frame:not(.foreign-waiting)');
  return tablet.packPage;
}

/** Goes back to the course by the app's own bar. */
export async function leaveItem(tablet: Tablet, course: string): Promise<void> {
  await tablet.page().getByRole('button', { name: 'Back to the course' }).click();
  await tablet.page().getByRole('heading', { level: 1, name: course }).waitFor();
}

/** What the tutor is told of one pack of Daniel's. */
export async function tutorSees({ prison }: ForeignPrison, packId: string): Promise<Learner['packs'][number]['items']> {
  const { packs } = await (await prison.staff('tutor')).get<Learner>(`/learners/${prison.daniel.personId}`);
  return packs.find((pack) => pack.packId === packId)?.items ?? [];
}

/** Complaints of a tablet's pages in their console from now on. */
export type ConsoleEar = { readonly expectNone: () => Promise<void> };

/** Listens to a tablet's pages; `expectNone` fails with what was heard. `besides` are words of complaints that are known to be harmless. */
export async function hearConsole(tablet: Tablet, besides: readonly string[] = []): Promise<ConsoleEar> {
  // The tablet's own tries to reach the prison while the cable is out.
  const known = ['ERR_INTERNET_DISCONNECTED', ...besides];
  const before = (await tablet.consoleErrors()).length;
  return {
    expectNone: async () => {
      const heard = (await tablet.consoleErrors()).slice(before);
      expect(heard.filter((text) => !known.some((words) => text.includes(words)))).toEqual([]);
    },
  };
}
