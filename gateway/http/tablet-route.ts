import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod/mini';
import type { TabletId } from '#protocol/ids.ts';
import type { Result } from '#protocol/result.ts';
import type { RouteFailure } from './error-replies.ts';

/** The tablet that calls, as its certificate or cookie proved on this very request. */
export type TabletCaller = { readonly tabletId: TabletId; readonly name: string };

/** What a handler is given. */
export type TabletCall<Params, Body> = {
  readonly tablet: TabletCaller;
  readonly params: Params;
  readonly body: Body;
  readonly now: number;
  /** For routes that stream, or set a cookie: when `reply` was sent, return `ok(SENT)`. */
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** What a handler returns when it has answered on `reply` itself. */
export const SENT = Symbol('sent');

/** A route tablets use, on both doors, below /tablet. */
export type TabletRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** True for the one route a tablet uses before it has a credential: enrolment. */
  readonly open?: boolean;
  /** Bytes of the largest body; 256 kB where nothing is said. */
  readonly bodyLimit?: number;
  readonly params?: z.ZodMiniType | undefined;
  readonly body?: z.ZodMiniType | undefined;
  readonly handle: (call: TabletCall<never, never>) => Promise<Result<unknown, RouteFailure>>;
};

type Schema = z.ZodMiniType | undefined;
type Parsed<S extends Schema> = S extends z.ZodMiniType ? z.infer<S> : undefined;
type Typed<Params extends Schema, Body extends Schema> = Omit<TabletRoute, 'params' | 'body' | 'handle' | 'open'> & {
  readonly params?: Params;
  readonly body?: Body;
};

/** Declares one route of the tablet, with its types taken from its schemas. */
export function tabletRoute<Params extends Schema = undefined, Body extends Schema = undefined>(
  route: Typed<Params, Body> & {
    readonly handle: (call: TabletCall<Parsed<Params>, Parsed<Body>>) => Promise<Result<unknown, RouteFailure>>;
  },
): TabletRoute {
  // The scope parses by the schemas before it calls, so what a handler says it takes is what it gets.
  return route;
}

/** Declares the route that comes before any credential. Its handler has no caller to trust. */
export function openTabletRoute<Body extends Schema = undefined>(
  route: Typed<undefined, Body> & {
    readonly handle: (
      call: Omit<TabletCall<undefined, Parsed<Body>>, 'tablet'>,
    ) => Promise<Result<unknown, RouteFailure>>;
  },
): TabletRoute {
  return { ...route, open: true };
}
