import type { RecordId } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { PackContents, PackDifference } from '#protocol/packs/compare-packs.ts';
import { comparePacks } from '#protocol/packs/compare-packs.ts';
import { type Manifest, manifestSchema } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import type { StaffFile } from '../../http/staff-route.ts';
import type { BlobStore } from '../blob-store.ts';
import type { PackTables } from '../tables.ts';
import { type BuiltPack, blobIn, readLists } from './built-pack.ts';
import { findBuilt } from './decide-draft.ts';
import { draftFolder } from './draft-folder.ts';
import type { DraftPreview, DraftState } from './staff-api.ts';

export type PreviewDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly blobs: BlobStore;
};

/** Stages at which there is something to look at. */
const BUILT: readonly DraftState[] = ['ready', 'submitted', 'returned', 'approved'];
/** Files of runtime packs a course needs answer below this part (PACK-33). */
const RUNTIME = /^__runtime\/([a-z][a-z0-9-]{0,62})\/(.+)$/;

/** What the player needs to open each item of a draft. */
export async function loadPreview(
  dependencies: PreviewDependencies,
  draftId: RecordId,
): Promise<Result<DraftPreview, RouteFailure>> {
  const built = await findBuilt(dependencies, draftId, BUILT);
  if (!built.ok) return built;
  const { manifest } = built.value.pack;
  return ok({
    languages: [...manifest.languages],
    items: manifest.items.map(({ activityId, kind, title, entry, params = {} }) => ({
      activityId,
      kind,
      title,
      entry,
      params,
    })),
    files: filesOf(built.value.pack).map(({ path, type, bytes }) => ({ path, type, bytes })),
  });
}

/** One file of a draft, by its path in the pack; a path that stands in no list has no file, whatever it says. */
export async function findPreviewFile(
  dependencies: PreviewDependencies,
  draftId: RecordId,
  path: string,
): Promise<Result<StaffFile, RouteFailure>> {
  const built = await findBuilt(dependencies, draftId, BUILT);
  if (!built.ok) return built;
  const [, runtime, rest] = RUNTIME.exec(path) ?? [];
  if (runtime !== undefined && rest !== undefined)
    return findRuntimeFile(dependencies, built.value.pack.manifest, runtime, rest);
  const file = filesOf(built.value.pack).find((one) => one.path === path);
  if (file === undefined) return fail({ code: 'not-found' });
  return ok({ path: blobIn(draftFolder(dependencies.dataFolder, draftId).built, file.sha256), bytes: file.bytes });
}

/** A draft against the newest edition here, as its approver sees it. */
export async function compareDraft(
  dependencies: PreviewDependencies,
  draftId: RecordId,
): Promise<Result<{ readonly against: number | null; readonly difference: PackDifference }, RouteFailure>> {
  const built = await findBuilt(dependencies, draftId, BUILT);
  if (!built.ok) return built;
  const { manifest } = built.value.pack;
  const before = await loadEdition(dependencies, manifest.packId, manifest.version);
  return ok({ against: before?.manifest.version ?? null, difference: comparePacks(before, built.value.pack) });
}

/** The newest edition of a pack that is kept here, below `version`. */
export async function loadEdition(
  { database, blobs }: Pick<PreviewDependencies, 'database' | 'blobs'>,
  packId: string,
  version: number,
): Promise<PackContents | undefined> {
  const row = await database
    .reads<PackTables>()
    .selectFrom('pack_editions')
    .select('manifest')
    .where('pack_id', '=', packId)
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const manifest = manifestSchema.parse(JSON.parse(row.manifest));
  return { manifest, lists: await readLists(manifest, blobs.pathOf) };
}

async function findRuntimeFile(
  dependencies: PreviewDependencies,
  manifest: Manifest,
  runtime: string,
  path: string,
): Promise<Result<StaffFile, RouteFailure>> {
  if ((manifest.runtimes ?? []).every((one) => one.packId !== runtime)) return fail({ code: 'not-found' });
  const edition = await loadEdition(dependencies, runtime, Number.MAX_SAFE_INTEGER);
  const file = edition === undefined ? undefined : filesOf(edition).find((one) => one.path === path);
  if (file === undefined) return fail({ code: 'not-found' });
  return ok({ path: dependencies.blobs.pathOf(file.sha256), bytes: file.bytes });
}

function filesOf({ lists }: Pick<BuiltPack, 'lists'>): readonly FileEntry[] {
  return lists.flatMap(({ files }) => files);
}
