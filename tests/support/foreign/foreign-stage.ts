import type { Tablet } from '../prison-in-a-box.ts';
import { hearConsole, openForeignPrison, publishH5pRuntime, type ConsoleEar, type ForeignPrison } from './foreign-story.ts';
import { COURSE, foreignPack } from './foreign-walks.ts';
import { HOSTILE, hostileItems, type ForbiddenPorts } from './hostile-items.ts';
import { hasSamples } from './read-sample.ts';

/** A prison with what suppliers made, maybe also what nobody should make, and a tablet in it that is unplugged. */
export type ForeignStage = {
  readonly foreign: ForeignPrison;
  readonly tablet: Tablet;
  readonly complaints: ConsoleEar;
  readonly close: () => Promise<void>;
};

/**
 * Opens the prison, publishes what suppliers made (and H5P's runtime where there are samples) and, where `forbidden` says
 * what it may not reach, what nobody should make; and unplugs the tablet that got them.
 */
export async function openForeignStage(kind: 'browser' | 'kiosk', forbidden?: ForbiddenPorts): Promise<ForeignStage> {
  const foreign = await openForeignPrison();
  if (hasSamples()) await publishH5pRuntime(foreign);
  await foreign.publish(await foreignPack(hasSamples()));
  if (forbidden !== undefined) await foreign.publish({ packId: 'hostile', title: HOSTILE, items: hostileItems(forbidden) });
  const tablet = await foreign.danielsTablet(kind);
  await tablet.openCourse(COURSE);
  await tablet.unplug();
  return {
    foreign,
    tablet,
    complaints: await hearConsole(tablet),
    close: () => foreign.prison.close(),
  };
}
