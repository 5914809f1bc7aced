import { EMPTY_MEMORY, releaseMemorySchema, takeRelease, type ReleaseMemory } from '#protocol/packs/release-memory.ts';
import { releaseReplySchema } from '#protocol/packs/release.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { KeyValueFile } from '../db/key-value-file.ts';
import type { BrowserVaultStore } from '../vault/browser-vault-store.ts';
import { fetchFailure } from './fetch-failure.ts';
import type { GatewayDoor } from './gateway-door.ts';
import { sha256Hex, verifyEd25519 } from './web-digests.ts';

const KEPT_UNDER = 'release';

/** What this browser remembers of roles and release; kept in a database that no pack's origin can reach (ROLE-5). */
export async function loadBrowserMemory(file: KeyValueFile): Promise<ReleaseMemory> {
  return releaseMemorySchema.safeParse(await file.get(KEPT_UNDER)).data ?? EMPTY_MEMORY;
}

/** As the kiosk's main process does: asks for roles and release, judges them, and keeps what is believed (PACK-17). */
export async function fetchBrowserRelease({ door, store, file }: { readonly door: GatewayDoor; readonly store: BrowserVaultStore; readonly file: KeyValueFile }): ReturnType<ShellPort['fetchRelease']> {
  const enrolment = await store.enrolment();
  if (enrolment === undefined) return fail({ code: 'not-enrolled' });
  if (enrolment.packRoots === undefined) return ok(null);
  const memory = await loadBrowserMemory(file);
  const path = `/tablet/release?roles=${String(memory.roles?.version ?? 0)}&serial=${String(memory.release?.content.serial ?? 0)}`;
  const reply = await door.get(path, releaseReplySchema);
  if (!reply.ok) {
    const code = reply.error.code === 'reply-invalid' ? 'file-refused' : fetchFailure(reply.error);
    return fail({ code: code === 'file-refused' ? 'release-refused' : code });
  }
  const taken = await takeRelease(memory, enrolment.packRoots, reply.value, { sha256: sha256Hex, verifySignature: verifyEd25519 });
  if (!taken.ok || taken.value.release === null) return fail({ code: 'release-refused' });
  if (taken.value !== memory) await file.put(KEPT_UNDER, taken.value);
  const { serial, issuedAt, revoked, packs } = taken.value.release.content;
  return ok({ serial, issuedAt, revoked, packs });
}
