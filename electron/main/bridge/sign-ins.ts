import type { z } from 'zod/mini';
import { fail } from '#protocol/result.ts';
import type { BridgeCalls } from '#protocol/shell/bridge.ts';
import type { GatewayLink } from '../gateway-link/create-gateway-link.ts';
import type { VaultProcess } from '../vault-process.ts';
import type { BridgeHandlers } from './judge-call.ts';

type Input<Name extends keyof BridgeCalls> = z.infer<BridgeCalls[Name]['input']>;

/** People coming and going: the vault's answers joined with the gateway's. */
export type SignIns = {
  readonly first: BridgeHandlers['firstSignIn'];
  readonly again: BridgeHandlers['signIn'];
  readonly seal: BridgeHandlers['sealOperation'];
  readonly open: BridgeHandlers['openChanges'];
  readonly makeSheet: BridgeHandlers['makeRecoverySheet'];
  readonly readSheet: BridgeHandlers['readRecoverySheet'];
  readonly end: () => Promise<void>;
};

/** Creates them. Keeps, for each prison number tried, when its last wrong PIN was learned of: the vault forgets with its process. */
export function createSignIns(vault: VaultProcess, link: GatewayLink): SignIns {
  const learnedAt = new Map<string, number>();
  return {
    first: (request) => signInFirst(vault, link, request),
    again: (request) => signInAgain(vault, link, learnedAt, request),
    seal: (operation) => vault.ask({ ask: 'seal', ...operation }),
    open: (changes) => vault.ask({ ask: 'open', changes }),
    makeSheet: () => vault.ask({ ask: 'make-sheet' }),
    readSheet: (request) => vault.ask({ ask: 'read-sheet', ...request }),
    end: () => vault.end(),
  };
}

/**
 * Keys first, then the gateway, then the record: cut off at any point, the same steps with the same code and PIN end
 * in the same place (the vault finds its pending keys, the gateway knows the repeat by its public key).
 */
async function signInFirst(
  vault: VaultProcess,
  link: GatewayLink,
  request: Input<'firstSignIn'>,
): ReturnType<SignIns['first']> {
  const enrolment = link.enrolment();
  if (enrolment === undefined) return fail({ code: 'not-enrolled' });
  const { prisonerNumber, pin, code } = request;
  const person = { tabletId: enrolment.tabletId, prisonerNumber, pin };
  const prepared = await vault.ask({ ask: 'prepare', ...person, forgotten: request.forgotten === true });
  if (!prepared.ok) return fail({ code: prepared.error.code });
  const taken = await link.firstSignIn({ prisonerNumber, code, publicKey: prepared.value.publicKey });
  if (!taken.ok) return taken;
  const completed = await vault.ask({ ask: 'complete', ...person, gatewayKey: enrolment.gatewayKey, ...taken.value });
  if (completed.ok) return completed;
  if (completed.error.code === 'storage-full') return fail({ code: 'storage-full' });
  throw new Error('The vault lost what it had just prepared');
}

async function signInAgain(
  vault: VaultProcess,
  link: GatewayLink,
  learnedAt: Map<string, number>,
  { prisonerNumber, pin }: Input<'signIn'>,
): ReturnType<SignIns['again']> {
  const enrolment = link.enrolment();
  if (enrolment === undefined) return fail({ code: 'not-enrolled' });
  const known = learnedAt.get(prisonerNumber);
  const unlocked = await vault.ask({
    ask: 'unlock',
    tabletId: enrolment.tabletId,
    gatewayKey: enrolment.gatewayKey,
    prisonerNumber,
    pin,
    ...(known === undefined ? {} : { learnedAt: known }),
  });
  if (unlocked.ok) {
    learnedAt.delete(prisonerNumber);
    return unlocked;
  }
  const { error } = unlocked;
  // Only people of this tablet get an entry, so tries with made-up numbers do not fill the memory.
  if ('learnedAt' in error) learnedAt.set(prisonerNumber, error.learnedAt);
  return fail({ code: error.code, ...('waitFor' in error ? { waitFor: error.waitFor } : {}) });
}
