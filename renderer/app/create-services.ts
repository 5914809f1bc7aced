import type { ShellPort, SignedIn } from '#protocol/shell/bridge.ts';
import type { TabletReport } from '#protocol/sync/exchange.ts';
import type { FeatureData } from '../door/feature-door.ts';
import { openPersonDatabase } from '../db/open-person-database.ts';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import { createPackShelf } from '../packs/pack-shelf.ts';
import { preparePackOrigin } from '../packs/prepare-pack-origin.ts';
import { updatePacks } from '../packs/update-packs.ts';
import { createSessionActions, type SessionActions } from '../session/session-actions.ts';
import type { Person } from '../session/person.ts';
import { loadShell, shellKind } from '../shell/shell-port.ts';
import { createDexieSyncStore } from '../sync/dexie-sync-store.ts';
import { joinPerson, type JoinedPerson } from '../sync/join-person.ts';
import { createSyncRunner, type SyncRunner } from '../sync/run-sync.ts';
import { featureNames, features } from './features.ts';
import { goHome } from './route.ts';
import { learnLastContact, showSyncStatus, useLine } from './line-store.ts';
import { startHeartbeat } from './start-heartbeat.ts';

const clock = (): number => Date.now();

/**
 * Puts together what works behind the screens: shell, databases, synchronisation. Loaded after the first paint; once
 * for each page. Returns what the session screens can do.
 */
export async function createServices(): Promise<SessionActions> {
  const [shell, data] = await Promise.all([loadShell(), loadFeatureData()]);
  startHeartbeat(shell);
  await learnLastContact();
  const tablet = await openTabletDatabase({
    stores: [...data.values()].flatMap((feature) => feature.tabletStores),
    personStores: [...data.values()].flatMap((feature) => feature.personStores),
  });
  const here: { joined?: JoinedPerson | undefined } = {};
  const runner = createRunner({ shell, tablet, data, catchUp: async () => { await here.joined?.catchUp(); } });
  useLine.setState({ tryNow: runner.nudge });
  void shell.status().then((status) => { if (status.tablet !== null) runner.start(); }, () => undefined);
  return createSessionActions({
    shell,
    openPerson: async (signedIn, prisonerNumber) => {
      const { person, joined } = await openPerson({ shell, tablet, data, runner, signedIn, prisonerNumber });
      here.joined = joined;
      await joined.catchUp();
      runner.nudge();
      return person;
    },
    closePerson: async () => {
      here.joined = undefined;
      goHome();
      // Not awaited: an exchange on a dead line would keep the person's keys alive until it times out.
      void runner.stop();
    },
    onEnrolled: () => { runner.start(); },
    // In the kiosk main replaces the page itself, and the process with it.
    leavePage: () => { if (shellKind() === 'browser') location.reload(); },
  });
}

type Data = ReadonlyMap<string, FeatureData>;

async function loadFeatureData(): Promise<Data> {
  return new Map(await Promise.all(featureNames.map(async (name) => [name, await features[name].loadData()] as const)));
}

type RunnerParts = { readonly shell: ShellPort; readonly tablet: TabletDatabase; readonly data: Data; readonly catchUp: () => Promise<void> };

function createRunner({ shell, tablet, data, catchUp }: RunnerParts): SyncRunner {
  return createSyncRunner({
    store: createDexieSyncStore(tablet),
    shell,
    clock,
    random: () => Math.random(),
    applyTabletChange: async (change) => (await data.get(change.record.split('.')[0] ?? '')?.applyTabletChange?.(change, tablet)) ?? [],
    report: (waiting) => report(shell, tablet, waiting),
    catchUp: async () => {
      await catchUp();
      // Packs are big and come after the records; nobody waits for them (content-packs.md 6.6).
      void updatePacks({ shell, database: tablet, now: clock, chance: () => Math.random(), ...(shellKind() === 'browser' ? { prepareOrigin: preparePackOrigin } : {}) }).catch(() => undefined);
    },
    showStatus: showSyncStatus,
    pause,
    onTurnedAway: (code) => { useLine.setState({ turnedAway: code }); },
  });
}

async function report(shell: ShellPort, tablet: TabletDatabase, waiting: number): Promise<TabletReport | undefined> {
  try {
    const packs = (await createPackShelf(tablet).installed()).filter((pack) => pack.live).map(({ id, version }) => ({ packId: id, version }));
    return { ...(await shell.report()), waiting, packs };
  } catch {
    // A shell that cannot say how it is must not keep messages from going.
    return undefined;
  }
}

function pause(milliseconds: number, wake: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wake.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

type PersonParts = {
  readonly shell: ShellPort;
  readonly tablet: TabletDatabase;
  readonly data: Data;
  readonly runner: SyncRunner;
  readonly signedIn: SignedIn;
  readonly prisonerNumber: string;
};

async function openPerson({ shell, tablet, data, runner, signedIn, prisonerNumber }: PersonParts): Promise<{ readonly person: Person; readonly joined: JoinedPerson }> {
  const database = await openPersonDatabase({ signedIn, tablet });
  const joined = joinPerson({
    database,
    shell,
    features: data,
    clock,
    randomBytes: () => crypto.getRandomValues(new Uint8Array(10)),
    onStored: runner.nudge,
  });
  const { personId, displayName, lookup, failuresSinceSignIn } = signedIn;
  const person = { personId, displayName, prisonerNumber, lookup, failuresSinceSignIn, database, tabletDatabase: tablet, outbox: joined.outbox, shell };
  return { person, joined };
}
