import type { z } from 'zod/mini';
import { bridgeCalls, type BridgeCallName, type BridgeCalls } from '#protocol/shell/bridge.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { isAppPage } from '../page-addresses.ts';

/** Who called, as far as it matters. */
export type Caller = {
  /** The page is the one in the tablet's window. */
  readonly isOurPage: boolean;
  /** The frame is the page itself, not a frame inside it. */
  readonly isMainFrame: boolean;
  readonly url: string;
};

/** One handler a call: parsed input in, something that fits the output schema out. */
export type BridgeHandlers = {
  readonly [Name in BridgeCallName]: (
    input: z.infer<BridgeCalls[Name]['input']>,
  ) => Promise<z.infer<BridgeCalls[Name]['output']>>;
};

/** Why a call is not answered. The page is told the code and nothing else. */
export type CallRefusal = { readonly code: 'not-ours' | 'too-often' | 'input-invalid' };

/**
 * True when a message comes from the tablet's own document: a pack, a frame or a page from elsewhere is never
 * answered, whatever it asks (security.md 4.1 item 17).
 */
export function isTrustedCaller(caller: Caller): boolean {
  return caller.isOurPage && caller.isMainFrame && isAppPage(caller.url);
}

/** Judges one call before anything is done for it; returns the parsed input. */
export function judgeCall<Name extends BridgeCallName>(
  name: Name,
  caller: Caller,
  input: unknown,
  mayCall: () => boolean,
): Result<z.infer<BridgeCalls[Name]['input']>, CallRefusal> {
  if (!isTrustedCaller(caller)) return fail({ code: 'not-ours' });
  // Before parsing: a flood of large inputs costs the most there (security.md 5 F86).
  if (!mayCall()) return fail({ code: 'too-often' });
  const parsed = bridgeCalls[name].input.safeParse(input);
  return parsed.success ? ok(parsed.data as z.infer<BridgeCalls[Name]['input']>) : fail({ code: 'input-invalid' });
}
