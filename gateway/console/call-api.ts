import type { z } from 'zod/mini';
import { fail, ok, type Result } from '#protocol/result.ts';
import { errorReplySchema } from '../http/staff-api.ts';

/** What went wrong with a call. `code` is the gateway's, or `offline` and `reply-invalid` of this side. */
export type CallFailure = { readonly code: string; readonly detail?: string | undefined; readonly retryAfter?: number | undefined };

/** One call: method, path below `/api/staff`, and what the reply must look like. */
export type Call<Reply> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly reply: z.ZodMiniType<Reply>;
  /** Sent as JSON. Files go by `send-file.ts`. */
  readonly body?: unknown;
};

/** Calls the gateway as the signed-in member of staff; every reply is parsed. */
export async function callApi<Reply>(call: Call<Reply>): Promise<Result<Reply, CallFailure>> {
  const response = await send(call);
  if (response === undefined) return fail({ code: 'offline' });
  const answer = readReply(response.status, await response.json().catch(() => undefined), call.reply);
  if (answer.ok && call.method !== 'GET') changes.dispatchEvent(new Event(CHANGED));
  return answer;
}

/** Judges an answer of the gateway: its value, or its coded failure. Takes the HTTP status and the parsed body. */
export function readReply<Reply>(status: number, body: unknown, schema: Call<Reply>['reply']): Result<Reply, CallFailure> {
  if (status >= 200 && status < 300) {
    const reply = schema.safeParse(body);
    return reply.success ? ok(reply.data) : fail({ code: 'reply-invalid' });
  }
  const error = errorReplySchema.safeParse(body);
  if (!error.success) return fail({ code: 'reply-invalid' });
  if (error.data.code === 'not-signed-in') window.dispatchEvent(new Event(SIGNED_OUT));
  return fail({ code: error.data.code, detail: error.data.detail, retryAfter: error.data.retryAfter });
}

/** Runs `listener` when the gateway no longer knows this session; answers the way to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  window.addEventListener(SIGNED_OUT, listener);
  return () => { window.removeEventListener(SIGNED_OUT, listener); };
}

/** Runs `listener` when something was changed from this desk, so that what counts it says so at once; answers the way to stop listening. */
export function onChanged(listener: () => void): () => void {
  changes.addEventListener(CHANGED, listener);
  return () => { changes.removeEventListener(CHANGED, listener); };
}

const SIGNED_OUT = 'throughline-signed-out';
const CHANGED = 'changed';
/** What this desk changed, for whoever counts. */
const changes = new EventTarget();

async function send(call: Call<unknown>): Promise<Response | undefined> {
  try {
    return await fetch(`/api/staff${call.path}`, {
      method: call.method,
      credentials: 'same-origin',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body), headers: { 'Content-Type': 'application/json' } }),
    });
  } catch {
    return undefined;
  }
}
