import type { z } from 'zod/mini';
import type { BridgeCalls } from '#protocol/shell/bridge.ts';
import type { MainCallName } from '#protocol/shell/vault-port.ts';
import { fail, type Result } from '#protocol/result.ts';
import { judgeInput, type InputRefusal } from '../../calls/answer-call.ts';
import { isAppPage } from '../page-addresses.ts';

/** Who called, as far as it matters. */
export type Caller = {
  /** The page is the one in the tablet's window. */
  readonly isOurPage: boolean;
  /** The frame is the page itself, not a frame inside it. */
  readonly isMainFrame: boolean;
  readonly url: string;
};

/** Why a call is not answered. The page is told the code and nothing else. */
export type CallRefusal = InputRefusal | { readonly code: 'not-ours' };

/**
 * True when a message comes from the tablet's own document: a pack, a frame or a page from elsewhere is never
 * answered, whatever it asks (security.md 4.1 item 17).
 */
export function isTrustedCaller(caller: Caller): boolean {
  return caller.isOurPage && caller.isMainFrame && isAppPage(caller.url);
}

/** Judges one call before anything is done for it; returns the parsed input. */
export function judgeCall<Name extends MainCallName>(
  name: Name,
  caller: Caller,
  input: unknown,
  mayCall: () => boolean,
): Result<z.infer<BridgeCalls[Name]['input']>, CallRefusal> {
  return isTrustedCaller(caller) ? judgeInput(name, input, mayCall) : fail({ code: 'not-ours' });
}
