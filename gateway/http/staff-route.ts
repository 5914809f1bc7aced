import type { Readable } from 'node:stream';
import { z } from 'zod/mini';
import type { Result } from '#protocol/result.ts';
import type { StaffId, StaffRole } from '../staff/staff-api.ts';
import type { RouteFailure } from './error-replies.ts';

/** The member of staff who calls, as the session cookie proved. */
export type StaffCaller = {
  readonly staffId: StaffId;
  readonly username: string;
  readonly name: string;
  readonly role: StaffRole;
};

type Schema = z.ZodMiniType | undefined;
type Parsed<S extends Schema> = S extends z.ZodMiniType ? z.infer<S> : undefined;

/** What a handler is given: everything parsed by the route's schemas. */
export type StaffCall<Params extends Schema, Query extends Schema, Body extends Schema> = {
  readonly staff: StaffCaller;
  readonly params: Parsed<Params>;
  readonly query: Parsed<Query>;
  readonly body: Parsed<Body>;
  /** Milliseconds since 1970 by the gateway's clock, at the start of the request. */
  readonly now: number;
};

type TypedStaffRoute<Params extends Schema, Query extends Schema, Body extends Schema, Reply extends z.ZodMiniType> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/staff. */
  readonly path: string;
  /** What is done, in the words of some `policy.ts`; a route whose action stands in none stops the start. */
  readonly action: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  readonly handle: (call: StaffCall<Params, Query, Body>) => Promise<Result<z.infer<Reply>, RouteFailure>>;
};

/** A route as the scope registers it. */
export type StaffRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly action: string;
  readonly params?: z.ZodMiniType | undefined;
  readonly query?: z.ZodMiniType | undefined;
  readonly body?: z.ZodMiniType | undefined;
  /** Set for an upload: the body is a stream of at most this many bytes, and `body` is that stream. */
  readonly uploadBytes?: number;
  /** Set for a download: the handler names a file, and the scope sends it, or the part of it that was asked for. */
  readonly sendsFile?: true;
  /** Set for a picture: the handler gives a JPEG, and the scope sends it as that. */
  readonly sendsPicture?: true;
  readonly reply: z.ZodMiniType;
  readonly handle: (call: StaffCall<undefined, undefined, undefined>) => Promise<Result<unknown, RouteFailure>>;
};

/** Declares one route of the console, with its types taken from its schemas. */
export function staffRoute<
  Reply extends z.ZodMiniType,
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
>(route: TypedStaffRoute<Params, Query, Body, Reply>): StaffRoute {
  // The scope parses by the schemas before it calls, so what a handler says it takes is what it gets.
  return route as unknown as StaffRoute;
}

/** Declares an upload: the handler gets the bytes as they arrive. What it leaves unread is passed over. */
export function staffUpload<
  Reply extends z.ZodMiniType,
  Params extends Schema = undefined,
  Query extends Schema = undefined,
>(
  route: Pick<TypedStaffRoute<Params, Query, undefined, Reply>, 'path' | 'action' | 'params' | 'query' | 'reply'> & {
    readonly method?: 'POST' | 'PUT' | 'PATCH';
    readonly maxBytes: number;
    readonly handle: (
      call: Omit<StaffCall<Params, Query, undefined>, 'body'> & { readonly bytes: Readable },
    ) => Promise<Result<z.infer<Reply>, RouteFailure>>;
  },
): StaffRoute {
  const { maxBytes, handle, method = 'POST', ...rest } = route;
  return {
    ...rest,
    method,
    uploadBytes: maxBytes,
    handle: ({ body, ...call }) => handle({ ...(call as object), bytes: body as unknown as Readable } as never),
  };
}

/** A file of ours that a download sends: where it lies and how many bytes it has. */
export type StaffFile = { readonly path: string; readonly bytes: number };

/**
 * Declares a download. The bytes go out as an attachment of no type, under a policy that lets nothing run: what they
 * are is for the page that asked, and no address of the console's own origin ever shows somebody's page.
 */
export function staffDownload<Params extends Schema = undefined, Query extends Schema = undefined>(
  route: Pick<TypedStaffRoute<Params, Query, undefined, z.ZodMiniType>, 'path' | 'action' | 'params' | 'query'> & {
    readonly handle: (
      call: Omit<StaffCall<Params, Query, undefined>, 'body'>,
    ) => Promise<Result<StaffFile, RouteFailure>>;
  },
): StaffRoute {
  return {
    ...route,
    method: 'GET',
    sendsFile: true,
    reply: z.object({ path: z.string(), bytes: z.int() }),
    handle: (call) => route.handle(call as never),
  };
}

/**
 * Declares a picture of somebody else's making: the handler gives bytes that it has found to be a JPEG, and they go out
 * as that and as nothing else. What every reply has beside (no sniffing, a policy that lets nothing run) holds for it.
 */
export function staffPicture<Params extends Schema = undefined>(
  route: Pick<TypedStaffRoute<Params, undefined, undefined, z.ZodMiniType>, 'path' | 'action' | 'params'> & {
    readonly handle: (call: Omit<StaffCall<Params, undefined, undefined>, 'body'>) => Promise<Result<Uint8Array, RouteFailure>>;
  },
): StaffRoute {
  return {
    ...route,
    method: 'GET',
    sendsPicture: true,
    reply: z.instanceof(Uint8Array),
    handle: (call) => route.handle(call as never),
  };
}
