import type { z } from 'zod/mini';
import { fail, ok, type Result } from '#protocol/result.ts';
import { bridgeCalls, type BridgeCallName, type BridgeCalls } from '#protocol/shell/bridge.ts';

/** One handler a call: parsed input in, something that fits the output schema out. */
export type CallHandlers<Name extends BridgeCallName> = {
  readonly [One in Name]: (input: z.infer<BridgeCalls[One]['input']>) => Promise<z.infer<BridgeCalls[One]['output']>>;
};

/** Why a call is not done. The page is told the code and nothing else. */
export type InputRefusal = { readonly code: 'too-often' | 'input-invalid' };

/** Told which call was refused or failed, and by which code; never what was in it. */
export type NoteCall = (event: 'bridge-refused' | 'bridge-failed', call: string, code: string) => void;

/** Thrown by a handler that may not go on for now; the page is told that it asks too often. */
export class TooOften extends Error {}

/** Judges how often and what, before anything is done for a call; returns the parsed input. */
export function judgeInput<Name extends BridgeCallName>(
  name: Name,
  input: unknown,
  mayCall: () => boolean,
): Result<z.infer<BridgeCalls[Name]['input']>, InputRefusal> {
  // Before parsing: a flood of large inputs costs the most there (security.md 5 F86).
  if (!mayCall()) return fail({ code: 'too-often' });
  const parsed = bridgeCalls[name].input.safeParse(input);
  return parsed.success ? ok(parsed.data as z.infer<BridgeCalls[Name]['input']>) : fail({ code: 'input-invalid' });
}

/**
 * Does one call whose input was judged, and judges whether the answer is one the page may have. `failed` stands for a bug
 * or a broken disk: the page gets a word it can show, nothing about what happened inside.
 */
export async function doCall(
  name: BridgeCallName,
  handle: (input: unknown) => Promise<unknown>,
  input: unknown,
  note: NoteCall,
): Promise<Result<unknown, { readonly code: 'failed' | 'too-often' }>> {
  const outcome = await attempt(handle, input);
  if (!outcome.ok && outcome.error.code === 'too-often') {
    note('bridge-refused', name, 'too-often');
    return fail({ code: 'too-often' });
  }
  const output = outcome.ok ? bridgeCalls[name].output.safeParse(outcome.value) : undefined;
  if (output?.success === true) return ok(output.data);
  note('bridge-failed', name, outcome.ok ? 'output-invalid' : outcome.error.code);
  return fail({ code: 'failed' });
}

async function attempt(
  handle: (input: unknown) => Promise<unknown>,
  input: unknown,
): Promise<Result<unknown, { readonly code: string }>> {
  try {
    return ok(await handle(input));
  } catch (cause) {
    return fail({ code: cause instanceof TooOften ? 'too-often' : describe(cause) });
  }
}

/** The name only: a message may quote what somebody wrote. A test build says where, for whoever looks for the bug. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  return __TEST_BUILD__ ? (cause.stack ?? cause.name) : cause.name;
}
