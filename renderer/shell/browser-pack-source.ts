import { z } from 'zod/mini';
import { sha256Schema } from '#protocol/ids.ts';
import { demandFor } from '#protocol/packs/pack-trust.ts';
import { verifyFileList, indexPack } from '#protocol/packs/verify-files.ts';
import { verifyManifest } from '#protocol/packs/verify-pack.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { KeyValueFile } from '../db/key-value-file.ts';
import type { BrowserVaultStore } from '../vault/browser-vault-store.ts';
import { fetchBrowserFiles } from './fetch-browser-files.ts';
import { fetchBrowserPiece } from './fetch-browser-piece.ts';
import { fetchBrowserRelease, loadBrowserMemory } from './fetch-browser-release.ts';
import { fetchFailure } from './fetch-failure.ts';
import { manifestRefusalCode } from './manifest-refusal-code.ts';
import type { GatewayDoor } from './gateway-door.ts';
import { sha256Hex, verifyEd25519 } from './web-digests.ts';

const replySchema = z.object({ manifest: z.string(), signatures: z.string() });
const seenSchema = z.record(z.string(), z.object({ version: z.int(), manifestSha256: sha256Schema }));

/** What fetching packs stands on in the browser adapter. */
export type BrowserPackParts = { readonly door: GatewayDoor; readonly store: BrowserVaultStore; readonly file: KeyValueFile };

/** Fetches and verifies packs as the kiosk's main process does; nothing is handed on before it is verified (PACK-3 to PACK-15). */
export function createBrowserPackSource(parts: BrowserPackParts): Pick<ShellPort, 'fetchManifest' | 'fetchPiece' | 'fetchFiles' | 'fetchRelease' | 'stick'> {
  return {
    fetchRelease: () => fetchBrowserRelease(parts),
    fetchFiles: ({ files }) => fetchBrowserFiles(parts.door, files),
    fetchManifest: (wanted) => fetchManifest(parts, wanted),
    fetchPiece: (wanted) => fetchBrowserPiece(parts.door, wanted),
    // A browser has no place where sticks are mounted.
    stick: async () => ({ state: 'none' }),
  };
}

type Wanted = Parameters<ShellPort['fetchManifest']>[0];

async function fetchManifest({ door, store, file }: BrowserPackParts, wanted: Wanted): ReturnType<ShellPort['fetchManifest']> {
  const enrolment = await store.enrolment();
  if (enrolment === undefined) return fail({ code: 'not-enrolled' });
  if (wanted.version < wanted.highestVersionSeen) return fail({ code: 'rolled-back' });
  const trust = { keys: enrolment.packKeys, threshold: 1, requiredRoles: [], roots: enrolment.packRoots };
  const demand = demandFor(trust, await loadBrowserMemory(file), { packId: wanted.packId, version: wanted.version });
  // Told of it before the list that names it: it comes with the next contact (ROLE-5).
  if (demand === undefined) return fail({ code: 'not-found' });
  const reply = await door.get(`/tablet/packs/${wanted.packId}/${String(wanted.version)}/manifest`, replySchema);
  if (!reply.ok) return fail({ code: fetchFailure(reply.error) });
  const highestSeen = seenSchema.safeParse(await file.get('packs-seen')).data ?? {};
  const verified = await verifyManifest({
    manifestBytes: new TextEncoder().encode(reply.value.manifest),
    signatures: parseJson(reply.value.signatures),
    ...demand,
    highestSeen,
    verifySignature: verifyEd25519,
    sha256: sha256Hex,
  });
  if (!verified.ok) return fail({ code: manifestRefusalCode(verified.error.code) });
  const { manifest, manifestSha256 } = verified.value;
  const lists = await fetchFileLists(door, manifest.fileLists);
  if (!lists.ok) return lists;
  if (!indexPack(manifest, lists.value.parsed).ok) return fail({ code: 'file-refused' });
  await file.put('packs-seen', { ...highestSeen, [wanted.packId]: { version: manifest.version, manifestSha256 } });
  return ok({ ...reply.value, fileLists: lists.value.texts, source: 'network' });
}

type FileListReference = Parameters<typeof verifyFileList>[0];
type FileList = Extract<Awaited<ReturnType<typeof verifyFileList>>, { readonly ok: true }>['value'];

async function fetchFileLists(door: GatewayDoor, references: readonly FileListReference[]) {
  const texts: string[] = [];
  const parsed: FileList[] = [];
  for (const reference of references) {
    const bytes = await door.getBytes(`/tablet/blobs/${reference.sha256}`, reference.bytes);
    if (!bytes.ok) return fail({ code: fetchFailure(bytes.error) });
    const list = await verifyFileList(reference, bytes.value, sha256Hex);
    if (!list.ok) return fail({ code: 'file-refused' as const });
    parsed.push(list.value);
    texts.push(new TextDecoder().decode(bytes.value));
  }
  return ok({ texts, parsed });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
