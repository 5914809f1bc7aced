import type { PackRelease } from '#protocol/education/schema.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { installPack } from './install-pack.ts';
import { createPackShelf } from './pack-shelf.ts';
import { tellComing } from './pack-status.ts';
import { PACK_STORE } from './pack-stores.ts';

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
  readonly shell: Pick<ShellPort, 'fetchManifest' | 'fetchFile'>;
  readonly database: TabletDatabase;
  readonly now: () => number;
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

async function runUpdate({ shell, database, now, prepareOrigin }: UpdateContext): Promise<void> {
  const shelf = createPackShelf(database);
  const releases = await database.table<StoredRelease>(PACK_STORE.releases).toArray();
  const installed = await shelf.installed();
  for (const pack of installed.filter((one) => one.live && !releases.some((release) => release.packId === one.id))) await shelf.withdraw(pack.id as PackRelease['packId']);
  const wanted = releases.filter((release) => !installed.some((pack) => pack.live && pack.id === release.packId && pack.manifestSha256 === release.manifestSha256));
  for (const release of wanted) tellComing(release.packId, { state: 'waiting' });
  for (const release of wanted) {
    // First, because a pack on the shelf must open: the network may go the moment after it is installed (law 1).
    await prepareOrigin?.(release.packId);
    const result = await installPack(release, { shell, shelf, now, freeBytes, onProgress: (done, total) => { tellComing(release.packId, { state: 'fetching', done, total }); } });
    tellComing(release.packId, result.ok ? undefined : { state: 'failed', failure: result.error });
  }
  await shelf.sweep([...openFiles].flat());
  for (const pack of await shelf.installed()) if (pack.live) await prepareOrigin?.(pack.id);
}

/** Room in the origin's storage; persistent storage is asked for so that the browser does not evict it. */
async function freeBytes(): Promise<number | undefined> {
  await navigator.storage.persist().catch(() => false);
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}
