import type { PackId, Sha256 } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import { verifyFile } from '#protocol/packs/verify-files.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { hashBytes } from './hash-bytes.ts';
import type { InstallFailure } from './install-failure.ts';
import { missingRoom, type Room } from './pack-room.ts';
import type { PackShelf } from './pack-shelf.ts';
import { planBatches, type Batch, type Wanted } from './plan-batches.ts';

/** What bringing files works with. */
export type BringContext = {
  readonly shell: Pick<ShellPort, 'fetchFile' | 'fetchFiles'>;
  readonly shelf: PackShelf;
  readonly room: () => Promise<Room | undefined>;
  /** Whether somebody asked for downloads to wait. */
  readonly isPaused: () => Promise<boolean>;
  /** Waits that many milliseconds: the gateway serves others first. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
};

/** Which edition, what of it is missing, and the files of the version that is here. */
export type FilesToBring = {
  readonly packId: PackId;
  readonly version: number;
  readonly missing: readonly FileEntry[];
  readonly before: readonly FileEntry[];
};

/** How often a gateway that is busy, or a line that gives nothing, is asked again before the next contact. */
const PATIENCE = 20;
/** The gateway's word for how long to wait is believed up to a minute. */
const LONGEST_WAIT = 60_000;

/**
 * Brings files batch by batch (MOVE-1): room is looked at before each, every file is judged before it is kept, and what
 * is kept stays kept, so that a cut costs at most one batch and there is no state of a transfer that could break.
 */
export async function bringFiles(wanted: FilesToBring, context: BringContext): Promise<Result<true, InstallFailure>> {
  const total = wanted.missing.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  for (const batch of planBatches(wanted.missing, wanted.before)) {
    if (await context.isPaused()) return fail({ code: 'paused' });
    const short = missingRoom(total - done, await context.room());
    if (short > 0) return fail({ code: 'no-space', missingBytes: short });
    const brought = await bringBatch(wanted, batch, context, (bytes) => {
      done += bytes;
      context.onProgress(done, total);
    });
    if (!brought.ok) return brought;
  }
  return ok(true);
}

type Kept = (bytes: number) => void;

async function bringBatch(wanted: FilesToBring, batch: Batch, context: BringContext, kept: Kept): Promise<Result<true, InstallFailure>> {
  if (batch.kind === 'single') return bringSingle(wanted, batch.file, context, kept);
  let left = batch.files;
  for (let tries = 0; left.length > 0; tries += 1) {
    const { packId, version } = wanted;
    const fetched = await context.shell.fetchFiles({ packId, version, files: await withBases(left, context.shelf) });
    if (!fetched.ok) {
      const { code, waitFor } = fetched.error;
      if (code !== 'busy' || tries >= PATIENCE) return fail(toFailure(code));
      await context.pause(Math.min(waitFor ?? 1000, LONGEST_WAIT));
      continue;
    }
    const files = await judge(left, fetched.value.files);
    if (!files.ok) return files;
    const stored = await context.shelf.keepFiles(files.value);
    if (!stored.ok) return fail({ code: 'no-space', missingBytes: left.reduce((sum, one) => sum + one.file.bytes, 0) });
    const here = new Set(files.value.map((file) => file.sha256));
    kept(left.reduce((sum, one) => sum + (here.has(one.file.sha256) ? one.file.bytes : 0), 0));
    left = left.filter((one) => !here.has(one.file.sha256));
    if (here.size === 0 && tries >= PATIENCE) return fail({ code: 'later' });
  }
  return ok(true);
}

/** The old files go along, because only this page has them; one that is not here any more is fetched whole. */
async function withBases(wanted: readonly Wanted[], shelf: PackShelf): Promise<Parameters<ShellPort['fetchFiles']>[0]['files']> {
  return Promise.all(
    wanted.map(async ({ file: { sha256, bytes }, base }) => {
      const old = base === undefined ? undefined : await shelf.loadFile(base.sha256);
      if (base === undefined || old === undefined) return { sha256, bytes };
      return { sha256, bytes, base: { sha256: base.sha256, data: new Uint8Array(await old.arrayBuffer()) } };
    }),
  );
}

type Fetched = readonly { readonly sha256: Sha256; readonly data: Uint8Array }[];
type Judged = readonly { readonly sha256: Sha256; readonly blob: Blob }[];

/** The shell judged them already; what is kept for months is judged by whoever keeps it too (PACK-14). */
async function judge(wanted: readonly Wanted[], fetched: Fetched): Promise<Result<Judged, InstallFailure>> {
  const judged: { sha256: Sha256; blob: Blob }[] = [];
  for (const { sha256, data } of fetched) {
    const file = wanted.find((one) => one.file.sha256 === sha256)?.file;
    if (file === undefined) return fail({ code: 'refused', detail: 'not-asked-for' });
    const verified = await verifyFile(file, data, hashBytes);
    if (!verified.ok) return fail({ code: 'refused', detail: verified.error.code });
    judged.push({ sha256, blob: new Blob([new Uint8Array(data)], { type: file.type }) });
  }
  return ok(judged);
}

async function bringSingle({ packId, version }: FilesToBring, file: FileEntry, context: BringContext, kept: Kept): Promise<Result<true, InstallFailure>> {
  const fetched = await context.shell.fetchFile({ packId, version, sha256: file.sha256, bytes: file.bytes });
  if (!fetched.ok) return fail(toFailure(fetched.error.code));
  const files = await judge([{ file }], [{ sha256: file.sha256, data: fetched.value }]);
  if (!files.ok) return files;
  const stored = await context.shelf.keepFiles(files.value);
  if (!stored.ok) return fail({ code: 'no-space', missingBytes: file.bytes });
  kept(file.bytes);
  return ok(true);
}

/** What a shell's refusal means for an installation. */
export function toFailure(code: string): InstallFailure {
  const later = ['unreachable', 'busy', 'not-enrolled', 'revoked', 'not-found'];
  return later.includes(code) ? { code: 'later' } : { code: 'refused', detail: code };
}
