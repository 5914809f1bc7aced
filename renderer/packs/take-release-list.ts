import { parseManifest } from '#protocol/packs/verify-pack.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { unlessFull } from '../db/stores.ts';
import { PACK_STORE } from './pack-stores.ts';
import type { StoredRelease } from './stored-release.ts';
import { tryTwice } from './try-twice.ts';

/** `makeRoom` frees what nobody needs. */
type Parts = { readonly shell: Pick<ShellPort, 'fetchManifest'>; readonly database: TabletDatabase; readonly makeRoom: () => Promise<unknown> };
type News = NonNullable<Extract<Awaited<ReturnType<ShellPort['fetchRelease']>>, { readonly ok: true }>['value']>;

/**
 * What the signed list says is for everyone comes to a tablet that hears of it from a stick alone. Everything else needs
 * the tablet's own records, which come by the network: a stick says nothing about people. What came this way goes when
 * a newer list no longer has it, and the tablet's own record stands again. A full disk
 * takes in nothing new, and what does not get its own record back now gets it another time.
 */
export async function takeReleaseList({ shell, database, makeRoom }: Parts, { packs }: Pick<News, 'packs'>, stickIsIn: boolean): Promise<void> {
  const table = database.table<StoredRelease>(PACK_STORE.releases);
  const known = new Map((await table.toArray()).map((row) => [row.id, row]));
  const forAll = new Map<string, News['packs'][number]>(packs.flatMap((pack) => (pack.everyone === true ? [[pack.packId, pack]] : [])));
  for (const row of known.values()) {
    if (row.fromList !== true || forAll.has(row.id)) continue;
    const { own } = row;
    if (own === undefined) await table.delete(row.id);
    else await tryTwice(() => unlessFull(table.put(own)), makeRoom);
  }
  if (!stickIsIn) return;
  for (const listed of forAll.values()) {
    const row = known.get(listed.packId);
    if (row !== undefined && row.version >= listed.version) continue;
    const about = await readAbout(shell, listed);
    if (about === undefined) continue;
    const own = row?.fromList === true ? row.own : row;
    const { publishedAt = 0, staffPick } = own ?? {};
    await unlessFull(table.put({ ...about, id: listed.packId, people: null, publishedAt, ...(staffPick === undefined ? {} : { staffPick }), ...(own === undefined ? {} : { own: { ...own, afterStick: true } }), fromList: true }));
  }
}

type Listed = News['packs'][number];

/** Title, size and kind stand in the manifest, which the shell verified; undefined where it does not come, or not now. */
async function readAbout(shell: Parts['shell'], { packId, version, manifestSha256 }: Listed): Promise<Omit<StoredRelease, 'id' | 'people' | 'publishedAt'> | undefined> {
  const fetched = await shell.fetchManifest({ packId, version, highestVersionSeen: 0 });
  const manifest = fetched.ok ? parseManifest(new TextEncoder().encode(fetched.value.manifest)) : undefined;
  if (manifest?.ok !== true) return undefined;
  const { title, totals, kind } = manifest.value;
  return { packId, version, manifestSha256, title, bytes: totals.bytes, ...(kind === 'runtime' ? { kind } : {}) };
}
