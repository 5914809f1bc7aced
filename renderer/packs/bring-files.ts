import type { Sha256 } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import { verifyFile } from '#protocol/packs/verify-files.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { bringBigFile } from './bring-big-file.ts';
import { LONGEST_WAIT, PATIENCE, toFailure, type BringContext, type FilesToBring, type Kept } from './bring-context.ts';
import { countMissingBytes } from './count-missing-bytes.ts';
import { hashBytes } from './hash-bytes.ts';
import type { InstallFailure } from './install-failure.ts';
import { missingRoom } from './pack-room.ts';
import type { PackShelf } from './pack-shelf.ts';
import { planBatches, type Batch, type Wanted } from './plan-batches.ts';

/**
 * Brings files batch by batch (MOVE-1): room is looked at before each, every file is judged before it is kept, and what
 * is kept stays kept, so that a cut costs at most one batch and there is no state of a transfer that could break.
 */
export async function bringFiles(wanted: FilesToBring, context: BringContext): Promise<Result<true, InstallFailure>> {
  const total = wanted.missing.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  const batches = planBatches(wanted.missing, wanted.before);
  for (const [index, batch] of batches.entries()) {
    if (await context.isPaused()) return fail({ code: 'paused' });
    const short = missingRoom(await countMissingBytes(batches.slice(index).flatMap(filesOf), context.shelf), await context.room.look());
    if (short > 0) return fail({ code: 'no-space', missingBytes: short });
    const kept: Kept = (bytes, source) => {
      done += bytes;
      if (source !== undefined) context.room.noteKept(bytes);
      context.onProgress(done, total, source);
    };
    const brought = batch.kind === 'single' ? await bringBigFile(wanted, batch.file, context, kept) : await bringBatch(wanted, batch, context, kept);
    if (!brought.ok) return brought;
  }
  return ok(true);
}

function filesOf(batch: Batch): readonly FileEntry[] {
  return batch.kind === 'single' ? [batch.file] : batch.files.map(({ file }) => file);
}

async function bringBatch(wanted: FilesToBring, batch: Extract<Batch, { readonly kind: 'batch' }>, context: BringContext, kept: Kept): Promise<Result<true, InstallFailure>> {
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
    kept(left.reduce((sum, one) => sum + (here.has(one.file.sha256) ? one.file.bytes : 0), 0), fetched.value.source);
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
