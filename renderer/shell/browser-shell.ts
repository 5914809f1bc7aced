import { enrolReplySchema, parseCode } from '#protocol/enrolment/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import type { BridgeCalls, ShellPort } from '#protocol/shell/bridge.ts';
import { exchangeReplySchema } from '#protocol/sync/exchange.ts';
import type { z } from 'zod/mini';
import type { KeyValueFile } from '../db/key-value-file.ts';
import { createBrowserVaultStore, type BrowserVaultStore } from '../vault/browser-vault-store.ts';
import type { VaultWorker } from '../vault/start-vault-worker.ts';
import type { Bytes } from '#protocol/session/key-hierarchy.ts';
import { createBrowserPackSource } from './browser-pack-source.ts';
import { createBrowserSignIns } from './browser-sign-ins.ts';
import { knownCode, type DoorFailure, type GatewayDoor } from './gateway-door.ts';

const ENROL_CODES = ['code-unknown', 'code-used', 'code-expired', 'too-many-tries', 'already-enrolled'] as const;

/** What the browser adapter stands on. */
export type BrowserShellParts = {
  readonly door: GatewayDoor;
  readonly file: KeyValueFile;
  readonly startVault: () => VaultWorker;
  readonly randomBytes: (count: number) => Bytes;
  readonly monotonicNow: () => number;
  readonly appVersion: string;
  readonly freeBytes: () => Promise<number | undefined>;
  /** Whether the browser knows of a camera. */
  readonly hasCamera: () => Promise<boolean>;
};

type Status = z.infer<BridgeCalls['status']['output']>;

/**
 * The shell port in a managed Chromium, for classroom laptops and development: same conversation, same origin as the
 * gateway. It has no lockdown of its own and says so in its report.
 */
export function createBrowserShell(parts: BrowserShellParts): ShellPort {
  const { door, file, randomBytes, monotonicNow } = parts;
  const store = createBrowserVaultStore(file, randomBytes);
  let vault = parts.startVault();
  const calls = () => vault.calls;
  const status = async (): Promise<Status> => {
    const enrolment = await store.enrolment();
    const tablet = enrolment && { tabletId: enrolment.tabletId, name: enrolment.name, establishment: enrolment.establishment };
    return { shell: 'browser', appVersion: parts.appVersion, tablet: tablet ?? null, vaultBinding: 'browser-storage', hasCamera: await parts.hasCamera() };
  };
  return {
    status,
    enrol: async ({ code }) => {
      const enrolled = await enrol(parts, store, code);
      return enrolled.ok ? ok(await status()) : enrolled;
    },
    ...createBrowserSignIns({ door, store, vault: calls, monotonicNow }),
    signOut: async () => {
      // Ending the worker is what makes its keys unreachable; the page itself is loaded anew by whoever called.
      vault.end();
      vault = parts.startVault();
      return ok(null);
    },
    sealOperation: (input) => calls().seal(input),
    openChanges: (changes) => calls().open(changes),
    exchange: async (request) => {
      const reply = await door.post('/tablet/exchange', request, exchangeReplySchema);
      return reply.ok ? reply : fail(exchangeFailure(reply.error));
    },
    ...createBrowserPackSource({ door, store, file }),
    // Here a pack plays in a frame of its own origin, which the page opens by itself (renderer/packs): there is no
    // view to open, place or close.
    openPack: async () => fail({ code: 'already-open' }),
    placePack: async () => ok(null),
    closePack: async () => ok(null),
    // The browser itself asks whoever sits there; who manages the laptop says in its policy whether there is a camera.
    camera: async ({ on }) => (!on || (await parts.hasCamera()) ? ok(null) : fail({ code: 'no-camera' })),
    report: async () => {
      const freeBytes = await parts.freeBytes();
      return { appVersion: parts.appVersion, shell: 'browser', measures: [], ...(freeBytes === undefined ? {} : { freeBytes }) };
    },
    heartbeat: async () => ok(null),
  };
}

async function enrol({ door, appVersion }: BrowserShellParts, store: BrowserVaultStore, typed: string) {
  if ((await store.enrolment()) !== undefined) return fail({ code: 'already-enrolled' as const });
  const code = parseCode(typed);
  if (code === undefined) return fail({ code: 'code-unknown' as const });
  const reply = await door.post('/tablet/enrol', { code, appVersion }, enrolReplySchema);
  if (!reply.ok) return fail({ code: knownCode(ENROL_CODES, reply.error, 'unreachable') });
  const { certificate: _forKiosksOnly, ...enrolment } = reply.value;
  await store.keepEnrolment(enrolment);
  return ok(null);
}

function exchangeFailure(failure: DoorFailure) {
  const known = ['revoked', 'not-enrolled', 'reply-invalid', 'unreachable', 'busy'] as const;
  const busy = failure.status >= 500 || failure.status === 429;
  const code = known.find((name) => name === failure.code) ?? (busy ? ('busy' as const) : ('refused' as const));
  return { code, waitFor: failure.retryAfter };
}
