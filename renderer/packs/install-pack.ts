import type { PackRelease } from '#protocol/education/schema.ts';
import type { FileEntry, FileList } from '#protocol/packs/file-list.ts';
import { packSignaturesSchema, type Manifest } from '#protocol/packs/manifest.ts';
import { readJson } from '#protocol/packs/read-json.ts';
import { indexPack, verifyFileList } from '#protocol/packs/verify-files.ts';
import { parseManifest } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { bringFiles, toFailure, type BringContext } from './bring-files.ts';
import { hashBytes } from './hash-bytes.ts';
import type { InstallFailure } from './install-failure.ts';
import { missingRoom } from './pack-room.ts';

/** What an installation works with. `openFiles`: files of packs that are open now, which are never freed (PACK-30). */
export type InstallContext = BringContext & {
  readonly shell: Pick<ShellPort, 'fetchManifest' | 'fetchFile' | 'fetchFiles'>;
  readonly openFiles: () => readonly FileEntry[];
  readonly now: () => number;
};

/**
 * Brings one released version onto the tablet: manifest first (verified by the shell with the keys it trusts), room
 * reserved before the first byte, each file verified before it is kept, and the version switched last, in one
 * transaction (PACK-29). Cut at any moment, the next call goes on where this one stopped.
 */
export async function installPack(release: PackRelease, context: InstallContext): Promise<Result<Manifest, InstallFailure>> {
  const { packId, version } = release;
  const { shelf } = context;
  const fetched = await context.shell.fetchManifest({ packId, version, highestVersionSeen: await shelf.highestVersion(packId) });
  if (!fetched.ok) return fail(toFailure(fetched.error.code));
  const read = await readPack(release, fetched.value);
  if (!read.ok) return read;
  const { manifest, files } = read.value;
  const reserved = await reserveRoom(files, context);
  if (!reserved.ok) return reserved;
  const before = (await shelf.installed()).find((pack) => pack.id === packId && pack.live)?.files ?? [];
  const brought = await bringFiles({ packId, version, missing: reserved.value, before }, context);
  if (!brought.ok) return brought;
  const signedBy = signersIn(fetched.value.signatures);
  const switched = await shelf.activate({ packId, version, manifestSha256: release.manifestSha256, manifest: fetched.value.manifest, files, installedAt: context.now(), signedBy });
  return switched.ok ? ok(manifest) : fail({ code: 'later' });
}

type FetchedManifest = { readonly manifest: string; readonly fileLists: readonly string[] };

/** Checks that what came is what was released, and that its lists agree with it. */
async function readPack(release: PackRelease, fetched: FetchedManifest): Promise<Result<{ manifest: Manifest; files: readonly FileEntry[] }, InstallFailure>> {
  const bytes = new TextEncoder().encode(fetched.manifest);
  if ((await hashBytes(bytes)) !== release.manifestSha256) return fail({ code: 'refused', detail: 'not-the-released-manifest' });
  const parsed = parseManifest(bytes);
  if (!parsed.ok) return fail({ code: 'refused', detail: parsed.error.code });
  const lists: FileList[] = [];
  for (const [at, reference] of parsed.value.fileLists.entries()) {
    const list = await verifyFileList(reference, new TextEncoder().encode(fetched.fileLists[at] ?? ''), hashBytes);
    if (!list.ok) return fail({ code: 'refused', detail: list.error.code });
    lists.push(list.value);
  }
  const index = indexPack(parsed.value, lists);
  if (!index.ok) return fail({ code: 'refused', detail: index.error.code });
  return ok({ manifest: parsed.value, files: [...index.value.values()] });
}

/**
 * Says which files to bring, once there is room for them (MOVE-4, MOVE-5). What nobody needs goes first: files no pack
 * names, then the versions before; then the pack comes without its optional files. What people wrote is never touched.
 */
async function reserveRoom(files: readonly FileEntry[], context: InstallContext): Promise<Result<readonly FileEntry[], InstallFailure>> {
  const { shelf, room } = context;
  const missing = await shelf.missingFiles(files);
  const short = async (wanted: readonly FileEntry[]) => missingRoom(wanted.reduce((sum, file) => sum + file.bytes, 0), await room());
  if ((await short(missing)) === 0) return ok(missing);
  const keep = [...context.openFiles(), ...files];
  await shelf.sweep(keep, context.now());
  if ((await short(missing)) === 0) return ok(missing);
  await shelf.dropPrevious();
  await shelf.sweep(keep, context.now());
  if ((await short(missing)) === 0) return ok(missing);
  const required = missing.filter((file) => file.optional !== true);
  const missingBytes = await short(required);
  return missingBytes === 0 ? ok(required) : fail({ code: 'no-space', missingBytes });
}

/** Names of the keys that signed; the shell has judged the signatures. */
function signersIn(signatures: string): readonly string[] {
  const parsed = packSignaturesSchema.safeParse(readJson(new TextEncoder().encode(signatures)));
  return parsed.success ? parsed.data.map((signature) => signature.keyId) : [];
}
