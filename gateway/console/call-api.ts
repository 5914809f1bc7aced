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
  /** Sent as JSON; a Blob is sent as it is (a pack). */
  readonly body?: unknown;
};

/** Calls the gateway as the signed-in member of staff; every reply is parsed. */
export async function callApi<Reply>(call: Call<Reply>): Promise<Result<Reply, CallFailure>> {
  const response = await send(call);
  if (response === undefined) return fail({ code: 'offline' });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const error = errorReplySchema.safeParse(body);
    return fail(error.success ? { code: error.data.code, detail: error.data.detail, retryAfter: error.data.retryAfter } : { code: 'reply-invalid' });
  }
  const reply = call.reply.safeParse(body);
  return reply.success ? ok(reply.data) : fail({ code: 'reply-invalid' });
}

async function send(call: Call<unknown>): Promise<Response | undefined> {
  const file = call.body instanceof Blob ? call.body : undefined;
  try {
    return await fetch(`/api/staff${call.path}`, {
      method: call.method,
      credentials: 'same-origin',
      ...(call.body === undefined ? {} : { body: file ?? JSON.stringify(call.body), headers: { 'Content-Type': file === undefined ? 'application/json' : 'application/octet-stream' } }),
    });
  } catch {
    return undefined;
  }
}
