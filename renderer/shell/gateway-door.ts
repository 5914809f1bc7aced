import { z } from 'zod/mini';
import { fail, ok, type Result } from '#protocol/result.ts';

/** How the gateway says no: a code, and perhaps how long to wait (milliseconds). */
const errorBodySchema = z.object({ code: z.string().check(z.maxLength(60)), retryAfter: z.optional(z.number()) });

/** An answer that was not the one asked for; `unreachable` when there was none at all. */
export type DoorFailure = { readonly code: string; readonly status: number; readonly retryAfter?: number };

/** Longer than any wait the gateway may promise (SPEC STORM-2). */
const TIME_OUT = 60_000;

/** Asks the gateway's web door, which is where this page came from. Its cookie says which tablet asks. */
export type GatewayDoor = {
  readonly post: <Value>(path: string, body: unknown, schema: z.ZodMiniType<Value>) => Promise<Result<Value, DoorFailure>>;
  readonly get: <Value>(path: string, schema: z.ZodMiniType<Value>) => Promise<Result<Value, DoorFailure>>;
  /** The bytes at an address, at most `bytes` of them. */
  readonly getBytes: (path: string, bytes: number) => Promise<Result<Uint8Array<ArrayBuffer>, DoorFailure>>;
  /** The bytes of an address from `from` to `to`, both included, handed on as they come; ends like `postForBytes`. */
  readonly getRange: (path: string, range: { readonly from: number; readonly to: number }, onPiece: (piece: Uint8Array) => Promise<boolean>) => Promise<Result<boolean, DoorFailure>>;
  /**
   * Posts, and hands the answer's bytes on as they come; true at the end, false when `onPiece` wanted no more or there
   * were more than `bytes`. A line that is cut is a failure: what came before has been handed on.
   */
  readonly postForBytes: (path: string, body: unknown, bytes: number, onPiece: (piece: Uint8Array) => Promise<boolean>) => Promise<Result<boolean, DoorFailure>>;
};

/** Takes the fetch function, so that tests need no network. */
export function createGatewayDoor(request: typeof fetch): GatewayDoor {
  const ask = async (path: string, options: RequestInit): Promise<Response | undefined> => {
    try {
      return await request(path, { ...options, credentials: 'same-origin', redirect: 'error', signal: AbortSignal.timeout(TIME_OUT) });
    } catch {
      return undefined;
    }
  };
  return {
    post: async (path, body, schema) => {
      const headers = { 'content-type': 'application/json' };
      return readValue(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }), schema);
    },
    get: async (path, schema) => readValue(await ask(path, { method: 'GET' }), schema),
    getBytes: async (path, bytes) => {
      const response = await ask(path, { method: 'GET' });
      if (response?.ok !== true) return readValue(response, z.never());
      try {
        const body = new Uint8Array(await response.arrayBuffer());
        return body.length > bytes ? fail({ code: 'reply-invalid', status: response.status }) : ok(body);
      } catch {
        return fail({ code: 'unreachable', status: 0 });
      }
    },
    getRange: async (path, { from, to }, onPiece) => {
      const response = await ask(path, { method: 'GET', headers: { range: `bytes=${String(from)}-${String(to)}` } });
      if (response?.ok !== true || response.body === null) return readValue(response, z.never());
      // A sender that knows no ranges begins at the start of the file.
      if (response.status !== 206 && from > 0) return ok(false);
      return handOn(response.body, to - from + 1, onPiece);
    },
    postForBytes: async (path, body, bytes, onPiece) => {
      const headers = { 'content-type': 'application/json' };
      const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (response?.ok !== true || response.body === null) return readValue(response, z.never());
      return handOn(response.body, bytes, onPiece);
    },
  };
}

async function handOn(body: ReadableStream<Uint8Array>, bytes: number, onPiece: (piece: Uint8Array) => Promise<boolean>): Promise<Result<boolean, DoorFailure>> {
  const reader = body.getReader();
  let received = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      received += next.value.length;
      if (received > bytes || !(await onPiece(next.value))) {
        await reader.cancel();
        return ok(false);
      }
    }
    return ok(true);
  } catch {
    return fail({ code: 'unreachable', status: 0 });
  }
}

async function readValue<Value>(response: Response | undefined, schema: z.ZodMiniType<Value>): Promise<Result<Value, DoorFailure>> {
  if (response === undefined) return fail({ code: 'unreachable', status: 0 });
  const { status } = response;
  const json: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const value = schema.safeParse(json);
    return value.success ? ok(value.data) : fail({ code: 'reply-invalid', status });
  }
  const error = errorBodySchema.safeParse(json);
  if (!error.success) return fail({ code: status >= 500 || status === 429 ? 'busy' : 'reply-invalid', status });
  const { code, retryAfter } = error.data;
  return fail({ code, status, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

/**
 * The gateway's code where the caller knows it; `busyCode` while the gateway is busy or away; `reply-invalid` for
 * anything else, because a tablet may be older than its gateway.
 */
export function knownCode<Code extends string, Busy extends string>(
  known: readonly Code[],
  failure: DoorFailure,
  busyCode: Busy,
): Code | Busy | 'reply-invalid' {
  const found = known.find((code) => code === failure.code);
  if (found !== undefined) return found;
  return failure.status === 0 || failure.code === 'busy' || failure.status >= 500 ? busyCode : 'reply-invalid';
}
