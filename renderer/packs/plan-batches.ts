import { MAX_PATCH_BYTES } from '#protocol/packs/blob-frames.ts';
import { CHUNKED_ABOVE_BYTES, type FileEntry } from '#protocol/packs/file-list.ts';
import { indexOlder } from './index-older.ts';

/** Most bytes of files in one batch: 8 MiB, so that a page holds little and a cut costs little (content-packs.md 6.6). */
export const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_FILES = 1000;
/** Files up to here come first, all of them: they are what a lesson needs to open. */
const SMALL_BYTES = 256 * 1024;

/** A file to bring, and the file of the version before that it came from, where there is one. */
export type Wanted = { readonly file: FileEntry; readonly base?: FileEntry | undefined };

/** What is asked for at once: many files, or one big one by itself, which goes on where it was cut (PACK-13). */
export type Batch = { readonly kind: 'batch'; readonly files: readonly Wanted[] } | { readonly kind: 'single'; readonly file: FileEntry };

/** Types that change a little from version to version; media is new or the same. */
const CHANGES_A_LITTLE = /^(text\/|application\/(json|xml|xhtml|oebps|x-dtbncx|smil)|image\/svg)/;

/**
 * Orders what is missing: small files first so that lessons open early, then in the order of the items, in batches of
 * at most `BATCH_BYTES`. `before` are the files of the version that is here: of text a difference is asked for, from the
 * one that `indexOlder` finds.
 */
export function planBatches(missing: readonly FileEntry[], before: readonly FileEntry[]): readonly Batch[] {
  const findOlder = indexOlder(before.filter(changesALittle));
  const wanted = missing.map((file): Wanted => ({ file, base: baseOf(file, findOlder(file)) }));
  const ordered = [...wanted.filter((one) => one.file.bytes <= SMALL_BYTES), ...wanted.filter((one) => one.file.bytes > SMALL_BYTES)];
  const batches: Batch[] = [];
  let files: Wanted[] = [];
  let bytes = 0;
  const close = () => {
    if (files.length > 0) batches.push({ kind: 'batch', files });
    [files, bytes] = [[], 0];
  };
  for (const one of ordered) {
    if (one.base === undefined && one.file.bytes > CHUNKED_ABOVE_BYTES) {
      // What stands before it comes before it: small files first, or a film would keep every lesson waiting.
      close();
      batches.push({ kind: 'single', file: one.file });
      continue;
    }
    const more = one.file.bytes + (one.base?.bytes ?? 0);
    if (bytes + more > BATCH_BYTES || files.length >= BATCH_FILES) close();
    files.push(one);
    bytes += more;
  }
  close();
  return batches;
}

function changesALittle({ type }: FileEntry): boolean {
  return CHANGES_A_LITTLE.test(type);
}

function baseOf(file: FileEntry, older: FileEntry | undefined): FileEntry | undefined {
  if (older === undefined || older.sha256 === file.sha256 || !changesALittle(file)) return undefined;
  return Math.max(older.bytes, file.bytes) <= MAX_PATCH_BYTES && older.bytes > 0 ? older : undefined;
}
