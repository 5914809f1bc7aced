import type { BridgeCalls } from '#protocol/shell/bridge.ts';
import type { z } from 'zod/mini';

type FailureCode<Output> = Extract<Output, { readonly ok: false }> extends { readonly error: { readonly code: infer Code } } ? Code : never;
type CodesOf<Name extends keyof BridgeCalls> = FailureCode<z.infer<BridgeCalls[Name]['output']>>;

/**
 * Why somebody did not come in: what the shell said, or `unexpected` where it broke. Each has a sentence in
 * `text/…/session.ts`. `waitFor` is milliseconds until the next try.
 */
export type SessionFault = {
  readonly code: CodesOf<'enrol'> | CodesOf<'firstSignIn'> | CodesOf<'signIn'> | 'unexpected' | 'another-person';
  readonly waitFor?: number | undefined;
};
