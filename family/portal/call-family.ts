import type { z } from 'zod/mini';
import { fail, ok, type Result } from '#protocol/result.ts';
import { familyErrorSchema } from '../family-api.ts';

/** What went wrong. `code` is the service's own, or `offline` and `reply-invalid` of this side. */
export type CallFailure = { readonly code: string; readonly retryAfter?: number | undefined };

export type Call<Reply> = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below /api. */
  readonly path: string;
  readonly reply: z.ZodMiniType<Reply>;
  readonly body?: unknown;
};

/** Longest wait for an answer on a bad line, in milliseconds. */
const PATIENCE = 30_000;

const SIGNED_OUT = 'throughline-signed-out';

/** Calls the family service as whoever is signed in; every reply is parsed. */
export async function callFamily<Reply>(call: Call<Reply>): Promise<Result<Reply, CallFailure>> {
  const response = await send(call);
  if (response === undefined) return fail({ code: 'offline' });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const reply = call.reply.safeParse(body);
    return reply.success ? ok(reply.data) : fail({ code: 'reply-invalid' });
  }
  const error = familyErrorSchema.safeParse(body);
  if (!error.success) return fail({ code: 'reply-invalid' });
  if (error.data.code === 'not-signed-in') window.dispatchEvent(new Event(SIGNED_OUT));
  return fail({ code: error.data.code, retryAfter: error.data.retryAfter });
}

/** Runs `listener` when the service no longer knows this session; answers the way to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  window.addEventListener(SIGNED_OUT, listener);
  return () => {
    window.removeEventListener(SIGNED_OUT, listener);
  };
}

async function send(call: Call<unknown>): Promise<Response | undefined> {
  try {
    return await fetch(`/api${call.path}`, {
      method: call.method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
      ...(call.body === undefined
        ? {}
        : { body: JSON.stringify(call.body), headers: { 'Content-Type': 'application/json' } }),
    });
  } catch {
    return undefined;
  }
}
