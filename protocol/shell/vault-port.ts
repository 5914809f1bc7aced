import { z } from 'zod/mini';
import type { BridgeCallName } from './bridge.ts';

/**
 * Calls of the bridge that carry what a person wrote, their PIN, their words of recovery or their keys. In the kiosk they
 * go from the page to the vault's own process over a port of their own: main hands the port over and never has what
 * passes through it (ADR 0029).
 */
export const VAULT_CALLS = [
  'firstSignIn',
  'signIn',
  'sealOperation',
  'openChanges',
  'makeRecoverySheet',
  'readRecoverySheet',
] as const satisfies readonly BridgeCallName[];
export type VaultCallName = (typeof VAULT_CALLS)[number];

/** Calls that main answers itself. */
export type MainCallName = Exclude<BridgeCallName, VaultCallName>;

/** True for a call that goes past main. */
export function isVaultCall(name: BridgeCallName): name is VaultCallName {
  return (VAULT_CALLS as readonly BridgeCallName[]).includes(name);
}

/** The preload's message that gives main one end of a new port for the vault; with it a `vaultLineSchema`. */
export const VAULT_PORT_MESSAGE = 'shell:vault-port';

/** Main's message that a line has ended: what waits on it is answered by nobody. With it a `VaultLineEnd`. */
export const VAULT_GONE_MESSAGE = 'shell:vault-gone';

/** The name of a line, made up by the preload: word that one has ended must not end the next. */
export const vaultLineSchema = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** Which line has ended, and why: the vault's process is gone (`failed`), or main would not hand the port over. */
export type VaultLineEnd = { readonly line: string; readonly code: 'failed' | 'not-ours' | 'too-often' };

/** The vault's first reply on a new line answers this turn, which nobody asked; only then does the page say anything. */
export const VAULT_LINE_OPEN = 0;

/** One call on its way from the page to the vault. `input` is judged by the call's own schema. */
export const vaultCallSchema = z.strictObject({ turn: z.int().check(z.gt(VAULT_LINE_OPEN)), call: z.enum(VAULT_CALLS), input: z.unknown() });
export type VaultCall = z.infer<typeof vaultCallSchema>;

/** What comes back: something that fits the call's output schema, or the code of why it is not answered. */
export type VaultReply = { readonly turn: number } & ({ readonly answer: unknown } | { readonly refused: string });
