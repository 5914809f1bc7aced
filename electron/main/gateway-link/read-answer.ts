import { z } from 'zod/mini';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { GatewayAnswer } from './request.ts';

/** How the gateway says no: a code, and perhaps how long to wait (milliseconds). */
const errorBodySchema = z.object({
  code: z.string().check(z.maxLength(60)),
  message: z.optional(z.string()),
  retryAfter: z.optional(z.number()),
});

/** An answer that was not the one asked for. `code` is `reply-invalid` when it cannot be read. */
export type AnswerFailure = { readonly code: string; readonly status: number; readonly retryAfter?: number };

/** Reads an answer: the value by its schema, or the gateway's code for why there is none. */
export function readAnswer<Value>(answer: GatewayAnswer, schema: z.ZodMiniType<Value>): Result<Value, AnswerFailure> {
  const { status } = answer;
  const json = parseJson(answer.body);
  if (status >= 200 && status < 300) {
    const value = schema.safeParse(json);
    return value.success ? ok(value.data) : fail({ code: 'reply-invalid', status });
  }
  const error = errorBodySchema.safeParse(json);
  if (!error.success) return fail({ code: status >= 500 || status === 429 ? 'busy' : 'reply-invalid', status });
  const { code, retryAfter } = error.data;
  return fail({ code, status, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
