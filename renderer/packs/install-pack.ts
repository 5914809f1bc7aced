import type { PackRelease } from '#protocol/education/schema.ts';
import type { PackId } from '#protocol/ids.ts';
import type { FileEntry, FileList } from '#protocol/packs/file-list.ts';
import { packSignaturesSchema, type Manifest } from '#protocol/packs/manifest.ts';
import { readJson } from '#protocol/packs/read-json.ts';
import { indexPack, verifyFileList } from '#protocol/packs/verify-files.ts';
import { parseManifest } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { toFailure, type BringContext } from './bring-context.ts';
import { bringFiles } from './bring-files.ts';
import { countMissingBytes } from './count-missing-bytes.ts';
import { hashBytes } from './hash-bytes.ts';
import type { InstallFailure } from './install-failure.ts';
import { missingRoom } from './pack-room.ts';
import type { GivenUp } from './pack-shelf.ts';
import { tryTwice } from './try-twice.ts';

/** What an installation works with. `openFiles`: files of packs that are open now, which are never freed (PACK-30). */
export type InstallContext = BringContext & {
  readonly shell: Pick<ShellPort, 'fetchManifest' | 'fetchPiece' | 'fetchFiles'>;
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
  const expected = await expectPack(packId, files, context);
  if (!expected.ok) return expected;
  const reserved = await reserveRoom(packId, files, context);
  if (!reserved.ok) return reserved;
  const before = (await shelf.installed()).find((pack) => pack.id === packId && pack.live)?.files ?? [];
  const brought = await bringFiles({ packId, version, missing: reserved.value, before }, context);
  if (!brought.ok) return brought;
  const signedBy = signersIn(fetched.value.signatures);
  const switched = await shelf.activate({ packId, version, manifestSha256: release.manifestSha256, manifest: fetched.value.manifest, files, installedAt: context.now(), signedBy });
  if (switched.ok) return ok(manifest);
  return fail(switched.error.code === 'storage-full' ? { code: 'no-space', missingBytes: fetched.value.manifest.length } : { code: 'later' });
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

async function expectPack(packId: PackId, files: readonly FileEntry[], { shelf, room, openFiles, now }: InstallContext): Promise<Result<true, InstallFailure>> {
  const expected = await tryTwice(() => shelf.expectPack(packId, files), () => room.makeRoom(() => shelf.sweep([...openFiles(), ...files], now())));
  if (expected.ok) return ok(true);
  return fail({ code: 'no-space', missingBytes: await countMissingBytes(await shelf.missingFiles(files), shelf) });
}

/**
 * Says which files to bring, once there is room for them (MOVE-4, MOVE-5). What nobody needs goes first: files no pack
 * names, then the versions before; then the pack comes without its optional files; at the very last what came of other
 * packs goes. What people wrote is never touched.
 */
async function reserveRoom(packId: PackId, files: readonly FileEntry[], context: InstallContext): Promise<Result<readonly FileEntry[], InstallFailure>> {
  const { shelf, room } = context;
  const missing = await shelf.missingFiles(files);
  const required = missing.filter((file) => file.optional !== true);
  const short = async (wanted: readonly FileEntry[]) => missingRoom(await countMissingBytes(wanted, shelf), await room.look());
  if ((await short(missing)) === 0) return ok(missing);
  const keep = [...context.openFiles(), ...files];
  const sweep = () => room.makeRoom(() => shelf.sweep(keep, context.now()));
  await sweep();
  const [previous, others]: readonly [GivenUp, GivenUp] = [{}, { comingBut: packId }];
  for (const [given, wanted] of [[undefined, missing], [previous, missing], [undefined, required], [previous, required], [others, missing], [others, required]] as const) {
    const lacking = await short(wanted);
    if (lacking === 0) return ok(wanted);
    // Never in vain: what another pack has here would have to come again from its first byte (MOVE-1).
    if (given === undefined || (await shelf.wouldFree(given, keep, context.now())) < lacking) continue;
    await shelf.giveUp(given);
    await sweep();
    if ((await short(wanted)) === 0) return ok(wanted);
  }
  return fail({ code: 'no-space', missingBytes: await short(required) });
}

/** Names of the keys that signed; the shell has judged the signatures. */
function signersIn(signatures: string): readonly string[] {
  const parsed = packSignaturesSchema.safeParse(readJson(new TextEncoder().encode(signatures)));
  return parsed.success ? parsed.data.map((signature) => signature.keyId) : [];
}
