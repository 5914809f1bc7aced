import type { Readable } from 'node:stream';
import type { z } from 'zod/mini';
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

/** Declares an upload: the handler gets the bytes as they arrive and must read or destroy them. */
export function staffUpload<Reply extends z.ZodMiniType>(
  route: Pick<TypedStaffRoute<undefined, undefined, undefined, Reply>, 'path' | 'action' | 'reply'> & {
    readonly maxBytes: number;
    readonly handle: (call: {
      readonly staff: StaffCaller;
      readonly bytes: Readable;
      readonly now: number;
    }) => Promise<Result<z.infer<Reply>, RouteFailure>>;
  },
): StaffRoute {
  return {
    method: 'POST',
    path: route.path,
    action: route.action,
    uploadBytes: route.maxBytes,
    reply: route.reply,
    handle: ({ staff, body, now }) => route.handle({ staff, bytes: body as unknown as Readable, now }),
  };
}
