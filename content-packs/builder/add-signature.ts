import { lstat } from 'node:fs/promises';
import { ok, type Result } from '#protocol/result.ts';
import { openArchiveStage } from './archive-stage.ts';
import { loadPack, type LoadedPack, type PackRefusal } from './load-pack.ts';
import type { Edition } from './pack-carrier.ts';
import { replaceSignatures, type EditionHead } from './pack-stage.ts';
import { signPack, type SigningKey } from './sign-pack.ts';
import { trustOf } from './trust-of.ts';

/** Adds one signature to a built pack, folder or `.pack`, after checking that the pack hangs together. */
export async function addSignature(
  path: string,
  key: SigningKey,
  which?: Edition,
): Promise<Result<LoadedPack, PackRefusal>> {
  const isFolder = (await lstat(path).catch(() => undefined))?.isDirectory() === true;
  const loaded = await loadPack(path, { which });
  if (!loaded.ok) return loaded;
  const { manifest, manifestBytes } = loaded.value;
  const signatures = signPack(manifestBytes, loaded.value.signatures, key);
  const head = { packId: manifest.packId, version: manifest.version, manifestBytes, signatures };
  const replaced = isFolder ? ok(await replaceSignatures(path, head)) : await rewriteArchive(path, head, which);
  return replaced.ok ? loadPack(path, { which, trust: trustOf([key]) }) : replaced;
}

/** An archive is written anew beside itself, blob by blob, and renamed over the old one. */
async function rewriteArchive(
  file: string,
  head: EditionHead,
  which: Edition | undefined,
): Promise<Result<unknown, PackRefusal>> {
  const stage = await openArchiveStage(file, head);
  try {
    const copied = await loadPack(file, { which, takeBlob: stage.putBlob });
    if (copied.ok) await stage.commit(head);
    return copied;
  } finally {
    await stage.abandon();
  }
}
