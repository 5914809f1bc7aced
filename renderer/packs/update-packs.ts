import type { PackRelease } from '#protocol/education/schema.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { installPack } from './install-pack.ts';
import { checkStoredFiles } from './check-stored-files.ts';
import type { Room } from './pack-room.ts';
import { createPackShelf, type PackShelf } from './pack-shelf.ts';
import { loadPaused, saveReleaseAge, type Revoked } from './pack-state.ts';
import { tellComing } from './pack-status.ts';
import { PACK_STORE, type InstalledPack } from './pack-stores.ts';

/** A release as it lies in the tablet database. Id: packId. */
export type StoredRelease = PackRelease & { readonly id: string };

/** Files of packs that are open now: they keep their version until they are closed (PACK-30). */
const openFiles = new Set<readonly FileEntry[]>();

/** Marks a pack's files as in use; call the returned function when it is closed. */
export function holdFiles(files: readonly FileEntry[]): () => void {
  openFiles.add(files);
  return () => { openFiles.delete(files); };
}

type UpdateContext = {
  readonly shell: Pick<ShellPort, 'fetchManifest' | 'fetchFile' | 'fetchFiles' | 'fetchRelease'>;
  readonly database: TabletDatabase;
  readonly now: () => number;
  /** From 0 to below 1: which stored files are looked at. */
  readonly chance: () => number;
  /** Makes a pack's origin able to open with no network; the kiosk's needs nothing. */
  readonly prepareOrigin?: (packId: string) => Promise<void>;
};

let running: Promise<void> | undefined;
/** Somebody called while a run was under way: it works from an older list of releases, so another follows it. */
let calledMeanwhile = false;

/**
 * Brings the tablet's packs to what the prison released: missing and newer versions come, withdrawn ones are hidden.
 * Called after each contact with the gateway, records first (content-packs.md 6.6). One run at a time; a second call
 * resolves after one more run, which sees what was released meanwhile. Failures are told on the shelf and tried again at the next contact.
 */
export function updatePacks(context: UpdateContext): Promise<void> {
  calledMeanwhile ||= running !== undefined;
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
  const { database, now, prepareOrigin } = context;
  const shelf = createPackShelf(database);
  await hideRevoked(context, shelf);
  const releases = await database.table<StoredRelease>(PACK_STORE.releases).toArray();
  const installed = await shelf.installed();
  for (const pack of installed.filter((one) => one.live && !releases.some((release) => release.packId === one.id))) await shelf.withdraw(pack.id as PackRelease['packId']);
  const isHere = (release: StoredRelease) => installed.some((pack) => pack.live && pack.damaged !== true && pack.id === release.packId && pack.manifestSha256 === release.manifestSha256);
  const wanted = releases.filter((release) => !isHere(release));
  for (const release of wanted) tellComing(release.packId, { state: 'waiting' });
  for (const release of wanted) await bring(release, context, shelf);
  await shelf.sweep([...openFiles].flat(), now());
  await checkStoredFiles(shelf, context.chance);
  for (const pack of await shelf.installed()) if (pack.live) await prepareOrigin?.(pack.id);
}

async function bring(release: StoredRelease, { shell, database, now, prepareOrigin }: UpdateContext, shelf: PackShelf): Promise<void> {
  // First, because a pack on the shelf must open: the network may go the moment after it is installed (law 1).
  await prepareOrigin?.(release.packId);
  const startedAt = now();
  const result = await installPack(release, {
    shell,
    shelf,
    now,
    room,
    pause,
    openFiles: () => [...openFiles].flat(),
    isPaused: () => loadPaused(database),
    onProgress: (done, total) => { tellComing(release.packId, { state: 'fetching', done, total, startedAt, now: now() }); },
  });
  tellComing(release.packId, result.ok ? undefined : { state: 'failed', failure: result.error });
}

/** What was taken back goes from the shelf at once; what people did in it lies elsewhere and stays (PACK-18). */
async function hideRevoked({ shell, database }: UpdateContext, shelf: PackShelf): Promise<void> {
  const release = await shell.fetchRelease();
  // No network, or a list that is not believed: what was live stays live, and the banner says how old it is.
  if (!release.ok || release.value === null) return;
  await saveReleaseAge(database, release.value);
  for (const pack of await shelf.installed()) if (pack.live && isRevoked(pack, release.value.revoked)) await shelf.withdraw(pack.id as PackRelease['packId']);
}

function isRevoked(pack: InstalledPack, revoked: Revoked): boolean {
  return (
    revoked.packs.some((one) => one.packId === pack.id && (one.version ?? pack.version) === pack.version) ||
    revoked.manifests.some((one) => one === pack.manifestSha256) ||
    (pack.signedBy ?? []).some((keyId) => revoked.keyIds.includes(keyId))
  );
}

/** Room in the origin's storage; persistent storage is asked for so that the browser does not evict it. */
async function room(): Promise<Room | undefined> {
  await navigator.storage.persist().catch(() => false);
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : { free: quota - usage, quota };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
