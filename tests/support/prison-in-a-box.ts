import { chromium, type Browser } from '@playwright/test';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../scripts/lib/paths.mts';
import { seedDemoPrison, type DemoSignIns } from '../../scripts/seed-demo-prison.mts';
import { CHROMIUM, startBrowserTablet } from './prison/browser-tablet.ts';
import { openFamilyMember, type FamilyMember } from './prison/family-member.ts';
import { startGatewayProcess, type GatewayProcess } from './prison/gateway-process.ts';
import { startKioskTablet } from './prison/kiosk-tablet.ts';
import { startProgram, type Program } from './prison/program.ts';
import { openRelay, type Relay } from '../../scripts/demo/relay.mts';
import { lendSeededPrison, makePrisonFolder } from './prison/seeded-prison.ts';
import { signInStaff, type StaffMember } from './prison/staff-member.ts';
import type { Prisoner } from './prison/prisoner.ts';
import type { Tablet, TabletMachine } from './prison/tablet-in-cell.ts';
import { createTabletVerbs } from './prison/tablet-verbs.ts';

export type { Prisoner } from './prison/prisoner.ts';
export type { Tablet } from './prison/tablet-in-cell.ts';
export type { FamilyMember } from './prison/family-member.ts';
export type { StaffMember } from './prison/staff-member.ts';

/** A whole prison in a temporary folder: gateway and family service as processes, everything behind real sockets. */
export type Prison = {
  readonly folder: string;
  readonly gateway: GatewayProcess;
  /** Where the family service keeps its data. */
  readonly familyFolder: string;
  readonly webUrl: string;
  /** Has a mother outside, Karen Marsh, who is invited to the portal; a solicitor; and a brother who is not approved. */
  readonly daniel: Prisoner;
  /** Shares the tablet with Daniel; has a partner outside, Siân Owen. */
  readonly rhys: Prisoner;
  /** Sign-in names and passwords by role, for the console's own screens. */
  readonly accounts: DemoSignIns['staff'];
  readonly staff: (role: string) => Promise<StaffMember>;
  /** A new tablet, started and not yet enrolled, for all who sign in. */
  readonly tablet: (kind: 'browser' | 'kiosk') => Promise<Tablet>;
  /** Karen Marsh at the portal, not joined yet, and the code of her letter. */
  readonly mother: () => Promise<FamilyMember & { readonly code: string }>;
  /** Ends all that was started and removes the folder. */
  readonly close: () => Promise<void>;
};

/** Opens a prison with the demo's people, staff, contacts and packs: the first of a test run takes ten seconds more. `browser`: for its tablets. */
export async function openPrison({ browser: tabletBrowser = CHROMIUM } = {}): Promise<Prison> {
  for (const built of ['renderer', 'pack-origin', 'portal'])
    if (!existsSync(inProject(`out/${built}`))) throw new Error(`out/${built} is missing: run npm run build.`);
  const { folder, isSeeded } = makePrisonFolder();
  const { family, gateway, signIns } = await startPrograms(folder, isSeeded);
  const familyFolder = join(folder, 'family');
  const webUrl = `http://localhost:${String(gateway.webPort)}`;
  const closing: (() => Promise<unknown>)[] = [];
  const staff = createStaff(webUrl, signIns);
  const { people } = await (await staff('administrator')).get<{ readonly people: readonly Person[] }>('/people');
  const prisoner = (firstName: string, pin: string): Prisoner => describe(people, firstName, pin);
  const [daniel, rhys] = [prisoner('Daniel', '720438'), prisoner('Rhys', '915604')];
  return {
    folder,
    gateway,
    familyFolder,
    webUrl,
    accounts: signIns.staff,
    daniel,
    rhys,
    staff,
    tablet: async (kind) => {
      const added = await addTablet(await staff('administrator'), [daniel, rhys]);
      const relay = await openRelay(kind === 'kiosk' ? gateway.tabletPort : gateway.webPort);
      const stickFolder = makeStickFolder();
      const machine = await startMachine(kind, join(folder, `tablet-${added.tabletId}`), relay, { folder, stickFolder, browser: tabletBrowser });
      closing.push(relay.close, machine.remove, async () => rmSync(stickFolder, { recursive: true, force: true }));
      return putInCell(machine, relay, { ...added, stickFolder });
    },
    mother: async () => {
      const browser: Browser = await chromium.launch(CHROMIUM);
      closing.push(() => browser.close());
      const member = await openFamilyMember(browser, signIns.family.portal, daniel.firstName);
      return { ...member, code: signIns.family.invitationCode };
    },
    close: async () => {
      for (const end of closing.reverse()) await end();
      await gateway.kill();
      await family.program.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Person = {
  readonly personId: string;
  readonly prisonerNumber: string;
  readonly firstName: string;
  readonly lastName: string;
};

function describe(people: readonly Person[], firstName: string, pin: string): Prisoner {
  const person = people.find((one) => one.firstName === firstName);
  if (person === undefined) throw new Error(`${firstName} is not in the demo prison.`);
  return { ...person, name: `${person.firstName} ${person.lastName}`, pin };
}

type Family = { readonly url: string; readonly token: string; readonly program: Program };
type Programs = { readonly family: Family; readonly gateway: GatewayProcess; readonly signIns: DemoSignIns };

/** Starts both services and completes the seed. A prison that was just seeded stands still once, to be copied. */
async function startPrograms(folder: string, isSeeded: boolean): Promise<Programs> {
  const family = await startFamily(join(folder, 'family'));
  const gateway = await startGatewayProcess(join(folder, 'gateway'), family);
  const webUrl = `http://localhost:${String(gateway.webPort)}`;
  const signIns = await seedDemoPrison({ dataDir: folder, webUrl, familyUrl: family.url });
  if (isSeeded) return { family, gateway, signIns };
  await gateway.stop();
  await family.program.end('SIGTERM');
  lendSeededPrison(folder);
  return startPrograms(folder, true);
}

async function startFamily(dataFolder: string): Promise<Family> {
  const token = 'link-token-of-the-tests-0123456789-0123456789';
  const env = {
    THROUGHLINE_FAMILY_DATA: dataFolder,
    THROUGHLINE_FAMILY_PORT: '0',
    THROUGHLINE_FAMILY_LINK_TOKEN: token,
  };
  const program = await startProgram('family/start.ts', env, 'family ready');
  const url = /^family ready (\S+)$/m.exec(program.said())?.[1] ?? '';
  return { url, token, program };
}

/** Each role signs in once: signing in is slow on purpose. */
function createStaff(webUrl: string, signIns: DemoSignIns): Prison['staff'] {
  const known = new Map<string, Promise<StaffMember>>();
  return (role) => {
    const account = signIns.staff[role];
    if (account === undefined) throw new Error(`No member of staff is ${role}.`);
    const member = known.get(role) ?? signInStaff(webUrl, account);
    known.set(role, member);
    return member;
  };
}

type AddedTablet = {
  readonly tabletId: string;
  readonly name: string;
  readonly enrolmentCode: string;
  readonly slips: ReadonlyMap<string, string>;
};

async function addTablet(administrator: StaffMember, people: readonly Prisoner[]): Promise<AddedTablet> {
  const name = `Cell ${String(Math.floor(performance.now()))}`;
  type Added = { readonly tablet: { readonly tabletId: string }; readonly enrolmentCode: { readonly code: string } };
  const added = await administrator.send<Added>('POST', '/tablets', { name, wing: 'A wing', cell: 'A1-07' });
  const { tabletId } = added.tablet;
  await administrator.send('PUT', `/tablets/${tabletId}/people`, { personIds: people.map(({ personId }) => personId) });
  const slips = new Map<string, string>();
  for (const { personId } of people) {
    const path = `/tablets/${tabletId}/people/${personId}/first-sign-in-code`;
    slips.set(personId, (await administrator.send<{ readonly code: string }>('POST', path, {})).code);
  }
  return { tabletId, name, enrolmentCode: added.enrolmentCode.code, slips };
}

async function startMachine(
  kind: 'browser' | 'kiosk',
  home: string,
  relay: Relay,
  image: { readonly folder: string; readonly stickFolder: string; readonly browser: typeof CHROMIUM },
): Promise<TabletMachine> {
  // The name that packs can be below (renderer/shell/own-site.ts).
  if (kind === 'browser') return startBrowserTablet(home, `http://throughline.localhost:${String(relay.port)}/tablet/`, image.browser);
  mkdirSync(home);
  const seeded = JSON.parse(readFileSync(join(image.folder, 'tablet', 'settings.json'), 'utf8')) as object;
  const settingsFile = join(home, 'tablet-settings.json');
  writeFileSync(
    settingsFile,
    JSON.stringify({ ...seeded, gatewayTabletUrl: `https://localhost:${String(relay.port)}`, usbFolder: image.stickFolder }),
  );
  return startKioskTablet(home, settingsFile);
}

/** Where a kiosk's image mounts sticks: readable by the ordinary user that Electron runs as. */
function makeStickFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'));
  chmodSync(folder, 0o755);
  return folder;
}

function putInCell(machine: TabletMachine, relay: Relay, { slips, ...added }: AddedTablet & { readonly stickFolder: string }): Tablet {
  return {
    ...machine,
    ...createTabletVerbs(machine),
    ...added,
    slipOf: ({ personId }) => slips.get(personId) ?? '',
    unplug: async () => {
      await machine.setOffline(true);
      relay.cut();
    },
    plug: async () => {
      relay.mend();
      await machine.setOffline(false);
    },
    unplugAfter: (bytes) => relay.cutAfter(bytes),
  };
}
