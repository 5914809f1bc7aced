import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { unlessFull } from '../db/stores.ts';
import { PACK_STORE } from './pack-stores.ts';

/** The signed list this tablet took last: how new it is, for the banner (PACK-18). */
export type ReleaseAge = { readonly serial: number; readonly issuedAt: number };

type StateRow = { readonly id: 'paused'; readonly paused: boolean } | ({ readonly id: 'release' } & ReleaseAge);

/** Whether somebody asked for courses to wait; kept over restarts. */
export async function loadPaused(database: TabletDatabase): Promise<boolean> {
  const row = await database.table<StateRow>(PACK_STORE.state).get('paused');
  return row?.id === 'paused' && row.paused;
}

/** Lets courses wait, or go on. */
export async function savePaused(database: TabletDatabase, paused: boolean): Promise<void> {
  await database.table<StateRow>(PACK_STORE.state).put({ id: 'paused', paused });
}

/** How new the list is; undefined before there was one. */
export async function loadReleaseAge(database: TabletDatabase): Promise<ReleaseAge | undefined> {
  const row = await database.table<StateRow>(PACK_STORE.state).get('release');
  return row?.id === 'release' ? row : undefined;
}

/** Remembers how new the list is; a full disk leaves it out, for what the list takes back must go all the same (PACK-18). */
export async function saveReleaseAge(database: TabletDatabase, { serial, issuedAt }: ReleaseAge): Promise<void> {
  await unlessFull(database.table<StateRow>(PACK_STORE.state).put({ id: 'release', serial, issuedAt }));
}

type FetchedRelease = Extract<Awaited<ReturnType<ShellPort['fetchRelease']>>, { readonly ok: true }>['value'];
/** What was taken back. */
export type Revoked = NonNullable<FetchedRelease>['revoked'];
