import type { PackRelease } from '#protocol/education/schema.ts';
import type { PackId } from '#protocol/ids.ts';
import type { FileEntry, FileList } from '#protocol/packs/file-list.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { indexPack, verifyFile, verifyFileList } from '#protocol/packs/verify-files.ts';
import { parseManifest } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { hashBytes } from './hash-bytes.ts';
import type { PackShelf } from './pack-shelf.ts';

/**
 * Why a pack did not come. Nothing on the tablet has changed: the version that was live still is.
 * `later`: no network or a busy gateway, files already here stay for the next try. `no-space`: says how much is missing.
 * `refused`: signature, hash, version or shape is wrong; told to the gateway and to staff.
 */
export type InstallFailure =
  | { readonly code: 'later' }
  | { readonly code: 'no-space'; readonly missingBytes: number }
  | { readonly code: 'refused'; readonly detail: string };

/** What an installation works with. `freeBytes` answers how much room there is, or undefined where nobody knows. */
export type InstallContext = {
  readonly shell: Pick<ShellPort, 'fetchManifest' | 'fetchFile'>;
  readonly shelf: PackShelf;
  readonly freeBytes: () => Promise<number | undefined>;
  readonly now: () => number;
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * Brings one released version onto the tablet: manifest first (verified by the shell with the keys it trusts), room
 * reserved before the first byte, each file verified before it is kept, and the version switched last, in one
 * transaction (PACK-29). Cut at any moment, the next call goes on where this one stopped.
 */
export async function installPack(release: PackRelease, context: InstallContext): Promise<Result<Manifest, InstallFailure>> {
  const packId = release.packId;
  const fetched = await context.shell.fetchManifest({ packId, version: release.version, highestVersionSeen: await context.shelf.highestVersion(packId) });
  if (!fetched.ok) return fail(toFailure(fetched.error.code));
  const read = await readPack(release, fetched.value);
  if (!read.ok) return read;
  const { manifest, files } = read.value;
  const brought = await bringFiles(release, files, context);
  if (!brought.ok) return brought;
  await context.shelf.activate({ packId, version: release.version, manifestSha256: release.manifestSha256, manifest: fetched.value.manifest, files, installedAt: context.now() });
  return ok(manifest);
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

/** Fetches what is not here yet, small files first so that lessons open early (content-packs.md 6.6). */
async function bringFiles(release: PackRelease, files: readonly FileEntry[], context: InstallContext): Promise<Result<true, InstallFailure>> {
  const missing = await context.shelf.missingFiles(files);
  const total = missing.reduce((sum, file) => sum + file.bytes, 0);
  const short = missingSpace(total, await context.freeBytes());
  if (short > 0) return fail({ code: 'no-space', missingBytes: short });
  let done = 0;
  for (const file of [...missing].sort((one, other) => one.bytes - other.bytes)) {
    context.onProgress(done, total);
    const kept = await bringFile(release.packId, release.version, file, context);
    if (!kept.ok) return kept;
    done += file.bytes;
  }
  context.onProgress(total, total);
  return ok(true);
}

async function bringFile(packId: PackId, version: number, file: FileEntry, context: InstallContext): Promise<Result<true, InstallFailure>> {
  const fetched = await context.shell.fetchFile({ packId, version, sha256: file.sha256, bytes: file.bytes });
  if (!fetched.ok) return fail(toFailure(fetched.error.code));
  const verified = await verifyFile(file, fetched.value, hashBytes);
  if (!verified.ok) return fail({ code: 'refused', detail: verified.error.code });
  const stored = await context.shelf.keepFile(file.sha256, new Blob([new Uint8Array(fetched.value)], { type: file.type }));
  return stored.ok ? ok(true) : fail({ code: 'no-space', missingBytes: file.bytes });
}

/** Room to keep free for the person's own work: the larger of 64 MiB and a tenth of the pack. */
const RESERVE_BYTES = 64 * 1024 * 1024;

function missingSpace(needed: number, free: number | undefined): number {
  if (free === undefined || needed === 0) return 0;
  return Math.max(0, needed + Math.max(RESERVE_BYTES, needed / 10) - free);
}

function toFailure(code: string): InstallFailure {
  const later = ['unreachable', 'busy', 'not-enrolled', 'revoked', 'not-found'];
  return later.includes(code) ? { code: 'later' } : { code: 'refused', detail: code };
}
