import type { z } from 'zod/mini';
import { fail } from '#protocol/result.ts';
import type { BridgeCalls } from '#protocol/shell/bridge.ts';
import type { VaultCallName } from '#protocol/shell/vault-port.ts';
import { TooOften, type CallHandlers } from '../calls/answer-call.ts';
import type { AskMain } from './ask-main.ts';
import type { SignInPlace } from './vault-messages.ts';
import type { VaultAnswers, VaultAsk, VaultRequest } from './vault-requests.ts';

type Input<Name extends keyof BridgeCalls> = z.infer<BridgeCalls[Name]['input']>;

/** Asks the vault; its answer has the type of what was asked. */
export type AskVault = <Ask extends VaultAsk>(request: Extract<VaultRequest, { ask: Ask }> & { ask: Ask }) => Promise<VaultAnswers[Ask]>;

/** One answer for each call of a page that comes to the vault: its own answers joined with what main knows. */
export function createSignIns(vault: AskVault, main: AskMain): CallHandlers<VaultCallName> {
  return {
    firstSignIn: (request) => signInFirst(vault, main, request),
    signIn: (request) => signInAgain(vault, main, request),
    sealOperation: (operation) => vault({ ask: 'seal', ...operation }),
    openChanges: (changes) => vault({ ask: 'open', changes }),
    makeRecoverySheet: () => vault({ ask: 'make-sheet' }),
    readRecoverySheet: (request) => vault({ ask: 'read-sheet', ...request }),
  };
}

/**
 * Keys first, then the gateway, then the record: cut off at any point, the same steps with the same code and PIN end
 * in the same place (the vault finds its pending keys, the gateway knows the repeat by its public key).
 */
async function signInFirst(
  vault: AskVault,
  main: AskMain,
  request: Input<'firstSignIn'>,
): ReturnType<CallHandlers<VaultCallName>['firstSignIn']> {
  const { prisonerNumber, pin, code } = request;
  const place = await findPlace(main, 'firstSignIn', prisonerNumber);
  if (place === undefined) return fail({ code: 'not-enrolled' });
  const person = { tabletId: place.tabletId, prisonerNumber, pin };
  const prepared = await vault({ ask: 'prepare', ...person, forgotten: request.forgotten === true });
  if (!prepared.ok) return fail({ code: prepared.error.code });
  const taken = await main.ask({ ask: 'first-sign-in', prisonerNumber, code, publicKey: prepared.value.publicKey });
  if (!taken.ok) return taken;
  const completed = await vault({ ask: 'complete', ...person, gatewayKey: place.gatewayKey, ...taken.value });
  if (completed.ok) return completed;
  if (completed.error.code === 'storage-full') return fail({ code: 'storage-full' });
  throw new Error('The vault lost what it had just prepared');
}

async function signInAgain(
  vault: AskVault,
  main: AskMain,
  { prisonerNumber, pin }: Input<'signIn'>,
): ReturnType<CallHandlers<VaultCallName>['signIn']> {
  const place = await findPlace(main, 'signIn', prisonerNumber);
  if (place === undefined) return fail({ code: 'not-enrolled' });
  const unlocked = await vault({ ask: 'unlock', ...place, prisonerNumber, pin });
  if (unlocked.ok) {
    main.tell({ tell: 'tried', prisonerNumber, learnedAt: null });
    return unlocked;
  }
  const { error } = unlocked;
  // Only people of this tablet get an entry, so tries with made-up numbers do not fill main's memory.
  if ('learnedAt' in error) main.tell({ tell: 'tried', prisonerNumber, learnedAt: error.learnedAt });
  return fail({ code: error.code, ...('waitFor' in error ? { waitFor: error.waitFor } : {}) });
}

async function findPlace(
  main: AskMain,
  call: 'firstSignIn' | 'signIn',
  prisonerNumber: Input<'signIn'>['prisonerNumber'],
): Promise<SignInPlace | undefined> {
  const place = await main.ask({ ask: 'place', call, prisonerNumber });
  if (place.ok) return place.value;
  if (place.error.code === 'too-often') throw new TooOften();
  return undefined;
}
