import type { PackId } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { installPack } from './install-pack.ts';
import { checkStoredFiles } from './check-stored-files.ts';
import type { Room } from './pack-room.ts';
import { createPackShelf, type PackShelf } from './pack-shelf.ts';
import { loadPaused, saveReleaseAge, type Revoked } from './pack-state.ts';
import { tellComing, useStick } from './pack-status.ts';
import { PACK_STORE, type InstalledPack } from './pack-stores.ts';
import { createRoomKeeper, type RoomKeeper } from './room-keeper.ts';
import { isPassed, type StoredRelease } from './stored-release.ts';
import { takeReleaseList } from './take-release-list.ts';
import { keepTrustedTime } from './trusted-time.ts';
import { tryTwice } from './try-twice.ts';

/** Files of packs that are open now: they keep their version until they are closed (PACK-30). */
const openFiles = new Set<readonly FileEntry[]>();

/** Marks a pack's files as in use; call the returned function when it is closed. */
export function holdFiles(files: readonly FileEntry[]): () => void {
  openFiles.add(files);
  return () => { openFiles.delete(files); };
}

type UpdateContext = {
  readonly shell: Pick<ShellPort, 'fetchManifest' | 'fetchPiece' | 'fetchFiles' | 'fetchRelease' | 'stick'>;
  readonly database: TabletDatabase;
  readonly now: () => number;
  /** From 0 to below 1: which stored files are looked at. */
  readonly chance: () => number;
  /** How long to wait before anything is fetched over the network (start-delay.ts). */
  readonly startDelay: (hasPacks: boolean) => number;
  /** Makes a pack's origin able to open with no network; the kiosk's needs nothing. */
  readonly prepareOrigin?: (packId: string) => Promise<void>;
};

let running: Promise<void> | undefined;
/** Somebody called while a run was under way: it works from an older list of releases, so another follows it. */
let calledMeanwhile = false;
/** Ends the wait before a start, where there is one now. */
let endDelay: () => void = () => undefined;

/**
 * Brings the tablet's packs to what the prison released: missing and newer versions come, withdrawn ones are hidden.
 * Called after each contact with the gateway, records first (content-packs.md 6.6). One run at a time; a second call
 * resolves after one more run, which sees what was released meanwhile. Failures are told on the shelf and tried again at the next contact.
 */
export function updatePacks(context: UpdateContext): Promise<void> {
  calledMeanwhile ||= running !== undefined;
  if (context.startDelay(true) === 0) endDelay();
  running ??= runUntilQuiet(context).finally(() => { running = undefined; });
  return running;
}

async function runUntilQuiet(context: UpdateContext): Promise<void> {
  do await runUpdate(context);
  while (takeCall());
}

/** Whether somebody called since the last time this was asked. */
function takeCall(): boolean {
  const called = calledMeanwhile;
  calledMeanwhile = false;
  return called;
}

async function runUpdate(context: UpdateContext): Promise<void> {
  const shelf = createPackShelf(context.database);
  try {
    await takeRelease(context, shelf);
    await bringReleased(context, shelf);
  } finally {
    // Whatever happened: nothing else makes room on a full disk.
    await sweep(context, shelf);
  }
  await checkStoredFiles(shelf, context.chance);
  for (const pack of await shelf.installed()) if (pack.live) await context.prepareOrigin?.(pack.id);
}

async function bringReleased(context: UpdateContext, shelf: PackShelf): Promise<void> {
  const { database } = context;
  const releases = await database.table<StoredRelease>(PACK_STORE.releases).toArray();
  const installed = await shelf.installed();
  for (const pack of installed.filter((one) => one.live && !releases.some((release) => release.packId === one.id))) await withdraw(pack, context, shelf);
  const isHere = (release: StoredRelease) => installed.some((pack) => pack.live && pack.damaged !== true && pack.id === release.packId && pack.manifestSha256 === release.manifestSha256);
  // Programs first: a course that came before its own would be on the shelf and not open.
  const wanted = releases.filter((release) => !isHere(release) && !isPassed(release, installed)).sort((one, other) => Number(other.kind === 'runtime') - Number(one.kind === 'runtime'));
  await shelf.forgetComing(wanted.map((release) => release.packId));
  for (const { packId } of releases) tellComing(packId, wanted.some((release) => release.packId === packId) ? { state: 'waiting' } : undefined);
  if (wanted.length > 0 && useStick.getState().stick.state === 'none') await delayStart(context.startDelay(installed.some((pack) => pack.live)));
  for (const release of wanted) await bring(release, context, shelf);
}

function sweep(context: UpdateContext, shelf: PackShelf): Promise<number> {
  return roomOf(context).makeRoom(() => shelf.sweep([...openFiles].flat(), context.now()));
}

/** One that finds no room to be hidden stays until the next run, and holds up no other. */
async function withdraw({ id }: InstalledPack, context: UpdateContext, shelf: PackShelf): Promise<void> {
  await tryTwice(() => shelf.withdraw(id as PackId), () => sweep(context, shelf));
}

async function bring(release: StoredRelease, context: UpdateContext, shelf: PackShelf): Promise<void> {
  const { shell, database, now, prepareOrigin } = context;
  // First, because a pack on the shelf must open: the network may go the moment after it is installed (law 1).
  await prepareOrigin?.(release.packId);
  const startedAt = now();
  const result = await installPack(release, {
    shell,
    shelf,
    now,
    room: roomOf(context),
    pause,
    openFiles: () => [...openFiles].flat(),
    isPaused: () => loadPaused(database),
    onProgress: (done, total, source) => { tellComing(release.packId, { state: 'fetching', done, total, startedAt, now: now(), source }); },
  });
  tellComing(release.packId, result.ok ? undefined : { state: 'failed', failure: result.error });
}

/** What was taken back goes from the shelf at once; what people did in it lies elsewhere and stays (PACK-18). */
async function takeRelease(context: UpdateContext, shelf: PackShelf): Promise<void> {
  const { shell, database } = context;
  const release = await shell.fetchRelease();
  const stick = await shell.stick();
  useStick.setState({ stick });
  await keepTrustedTime(database, release.ok ? release.value?.issuedAt : undefined);
  // No network, or a list that is not believed: what was live stays live, and the banner says how old it is.
  if (!release.ok || release.value === null) return;
  await saveReleaseAge(database, release.value);
  for (const pack of await shelf.installed()) if (pack.live && isRevoked(pack, release.value.revoked)) await withdraw(pack, context, shelf);
  await takeReleaseList({ shell, database, makeRoom: () => sweep(context, shelf) }, release.value, stick.state === 'ready');
}

function isRevoked(pack: InstalledPack, revoked: Revoked): boolean {
  return (
    revoked.packs.some((one) => one.packId === pack.id && (one.version ?? pack.version) === pack.version) ||
    revoked.manifests.some((one) => one === pack.manifestSha256) ||
    (pack.signedBy ?? []).some((keyId) => revoked.keyIds.includes(keyId))
  );
}

/** One keeper for each database, over all runs: what the end of one run frees, the next one may need at once. */
const keepers = new WeakMap<TabletDatabase, RoomKeeper>();

function roomOf({ database, now }: UpdateContext): RoomKeeper {
  const keeper = keepers.get(database) ?? createRoomKeeper(askRoom, now);
  keepers.set(database, keeper);
  return keeper;
}

/** Room in the origin's storage; persistent storage is asked for so that the browser does not evict it. */
async function askRoom(): Promise<Room | undefined> {
  await navigator.storage.persist().catch(() => false);
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : { free: quota - usage, quota };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}

/** Waits, unless somebody asks meanwhile. */
async function delayStart(milliseconds: number): Promise<void> {
  if (milliseconds === 0) return;
  const asked = new Promise<void>((resolve) => { endDelay = resolve; });
  await Promise.race([pause(milliseconds), asked]);
}
