import type { ShellPort, SignedIn } from '#protocol/shell/bridge.ts';
import type { ExchangeRequest, TabletReport } from '#protocol/sync/exchange.ts';
import { alertStores } from '../alerts/alert-table.ts';
import { createAlertPost } from '../alerts/alert-post.ts';
import { applyAlertChange } from '../alerts/apply-alert-change.ts';
import { raiseAlert } from '../alerts/raise-alert.ts';
import { watchAlerts } from '../alerts/watch-alerts.ts';
import type { FeatureData } from '../door/feature-door.ts';
import { openPersonDatabase } from '../db/open-person-database.ts';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import { createPackShelf } from '../packs/pack-shelf.ts';
import { preparePackOrigin } from '../packs/prepare-pack-origin.ts';
import { loadReleaseAge } from '../packs/pack-state.ts';
import { nextStartDelay } from '../packs/start-delay.ts';
import { saveGatewayTime } from '../packs/trusted-time.ts';
import { updatePacks } from '../packs/update-packs.ts';
import { createSessionActions, type SessionActions } from '../session/session-actions.ts';
import type { Person } from '../session/person.ts';
import { recoveryData } from '../recovery/recovery-data.ts';
import { loadShell, shellKind } from '../shell/shell-port.ts';
import { createDexieSyncStore } from '../sync/dexie-sync-store.ts';
import type { Waiting } from '../sync/exchange-once.ts';
import { joinPerson, type JoinedPerson } from '../sync/join-person.ts';
import { createSyncRunner, type SyncRunner } from '../sync/run-sync.ts';
import { featureNames, features } from './features.ts';
import { goHome } from './route.ts';
import { learnLastContact, showSyncStatus, useLine } from './line-store.ts';
import { startHeartbeat } from './start-heartbeat.ts';

const randomBytes = (): Uint8Array => crypto.getRandomValues(new Uint8Array(10));
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
    stores: [...alertStores, ...[...data.values()].flatMap((feature) => feature.tabletStores)],
    personStores: [...data.values()].flatMap((feature) => feature.personStores),
  });
  const here: { joined?: JoinedPerson | undefined } = {};
  const asked: Asked = { at: -Infinity };
  const runner = createRunner({ shell, tablet, data, asked, catchUp: async () => { await here.joined?.catchUp(); } });
  useLine.setState({ tryNow: () => { asked.at = performance.now(); runner.nudge(); } });
  watchAlerts(tablet, (kind, speaksFor) => raiseAlert({ database: tablet, shell, clock, randomBytes, onStored: runner.nudge }, kind, speaksFor), clock());
  void shell.status().then((status) => { if (status.tablet !== null) runner.start(); }, () => undefined);
  return createSessionActions({
    shell,
    openPerson: async (signedIn, prisonerNumber) => {
      const { person, joined } = await openPerson({ shell, tablet, data, runner, signedIn, prisonerNumber });
      here.joined = joined;
      await joined.catchUp();
      // Not awaited: home is shown first. What fails is tried at the next sign-in.
      for (const feature of data.values()) void feature.onSignIn?.(person).catch(() => undefined);
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
  const ofFeatures = await Promise.all(featureNames.map(async (name) => [name, await features[name].loadData()] as const));
  return new Map<string, FeatureData>([...ofFeatures, ['recovery', recoveryData]]);
}

/** When somebody last pressed "Try now", by a clock that only counts upwards; they wait for no turn for a minute. */
type Asked = { at: number };
const ASKED_FOR = 60_000;
type RunnerParts = { readonly shell: ShellPort; readonly tablet: TabletDatabase; readonly data: Data; readonly asked: Asked; readonly catchUp: () => Promise<void> };

function createRunner({ shell, tablet, data, asked, catchUp }: RunnerParts): SyncRunner {
  return createSyncRunner({
    store: createDexieSyncStore(tablet),
    shell: { exchange: (request) => exchange(shell, tablet, request) },
    clock,
    random: () => Math.random(),
    alerts: createAlertPost(tablet),
    applyTabletChange: async (change) => change.record.startsWith('alerts.') ? applyAlertChange(change, tablet) : (await data.get(change.record.split('.')[0] ?? '')?.applyTabletChange?.(change, tablet)) ?? [],
    report: (waiting) => report(shell, tablet, waiting),
    catchUp: async () => {
      await catchUp();
      // Packs are big and come after the records; nobody waits for them (content-packs.md 6.6).
      void bringPacks(shell, tablet, asked);
    },
    showStatus: showSyncStatus,
    pause,
    onTurnedAway: (code) => { useLine.setState({ turnedAway: code }); },
  });
}

/** What the gateway says the time is stands for whatever this tablet's clock says. */
async function exchange(shell: ShellPort, tablet: TabletDatabase, request: ExchangeRequest): ReturnType<ShellPort['exchange']> {
  const reply = await shell.exchange(request);
  if (reply.ok) await saveGatewayTime(tablet, reply.value.serverTime);
  return reply;
}

async function bringPacks(shell: ShellPort, tablet: TabletDatabase, asked: Asked): Promise<void> {
  const chance = () => Math.random();
  const startDelay = (hasPacks: boolean) => nextStartDelay({ askedByHand: performance.now() - asked.at < ASKED_FOR, hasPacks, chance: chance() });
  const origin = shellKind() === 'browser' ? { prepareOrigin: preparePackOrigin } : {};
  await updatePacks({ shell, database: tablet, now: clock, chance, startDelay, ...origin }).catch(() => undefined);
}

async function report(shell: ShellPort, tablet: TabletDatabase, waiting: Waiting): Promise<TabletReport | undefined> {
  try {
    const packs = (await createPackShelf(tablet).installed()).filter((pack) => pack.live).map(({ id, version }) => ({ packId: id, version }));
    const release = await loadReleaseAge(tablet);
    return { ...(await shell.report()), ...waiting, packs, ...(release === undefined ? {} : { release: { serial: release.serial, issuedAt: release.issuedAt } }) };
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
    randomBytes,
    onStored: runner.nudge,
  });
  const { personId, displayName, lookup, failuresSinceSignIn } = signedIn;
  const reopenRecords = async () => (await Promise.all([...data.values()].map(async (feature) => (await feature.reopen?.(database)) ?? []))).flat();
  const person = { personId, displayName, prisonerNumber, lookup, failuresSinceSignIn, database, tabletDatabase: tablet, outbox: joined.outbox, shell, reopenRecords };
  return { person, joined };
}
