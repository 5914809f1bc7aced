import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod/mini';
import type { Result } from '#protocol/result.ts';
import { findVisitor, type Visitor } from '../accounts/sessions.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import { sendFailure } from './create-family-server.ts';
import type { FamilyFailure } from './family-errors.ts';

/** The cookie of a family's session. */
export const FAMILY_COOKIE = 'throughline-family';

/** One route below /api: `who` says whether a session is needed, and the schemas what comes in and goes out. */
export type FamilyRoute = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly who: 'anyone' | 'signed-in';
  /** Tries one address may make in a minute, where that is fewer than the server's own limit. */
  readonly triesPerMinute?: number;
  readonly params?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
  readonly handle: (call: never) => Promise<Result<unknown, FamilyFailure>>;
};

/** What a handler is given. `visitor` is undefined only where anyone may call. */
export type FamilyCall<Params, Body, Who extends 'anyone' | 'signed-in'> = {
  readonly params: Params;
  readonly body: Body;
  readonly visitor: Who extends 'signed-in' ? Visitor : Visitor | undefined;
  readonly now: number;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

type Schema = z.ZodMiniType | undefined;
type Parsed<S extends Schema> = S extends z.ZodMiniType ? z.infer<S> : undefined;

/** Declares a route with its types taken from its schemas. */
export function familyRoute<
  Who extends 'anyone' | 'signed-in',
  Reply extends z.ZodMiniType,
  Params extends Schema = undefined,
  Body extends Schema = undefined,
>(route: {
  readonly method: FamilyRoute['method'];
  readonly path: string;
  readonly who: Who;
  readonly triesPerMinute?: number;
  readonly params?: Params;
  readonly body?: Body;
  readonly reply: Reply;
  readonly handle: (
    call: FamilyCall<Parsed<Params>, Parsed<Body>, Who>,
  ) => Promise<Result<z.infer<Reply>, FamilyFailure>>;
}): FamilyRoute {
  return route as unknown as FamilyRoute;
}

export type FamilyScopeDependencies = {
  readonly database: FamilyDatabase;
  readonly clock: () => number;
  /** The portal's own origin; undefined means the one the request names as its host, over plain HTTP. */
  readonly origin: string | undefined;
};

/** Everything the portal's page may call. Who calls, and from which page, is settled before a route sees anything. */
export function registerFamilyScope(
  app: FastifyInstance,
  dependencies: FamilyScopeDependencies,
  routes: readonly FamilyRoute[],
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && !isOwnOrigin(request, dependencies.origin))
      return sendFailure(reply, { code: 'origin-refused' });
    return undefined;
  });
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.triesPerMinute === undefined
        ? {}
        : { config: { rateLimit: { max: route.triesPerMinute, timeWindow: 60_000 } } }),
      handler: (request, reply) => answer(dependencies, route, request, reply),
    });
  }
}

async function answer(
  dependencies: FamilyScopeDependencies,
  route: FamilyRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const now = dependencies.clock();
  const token = request.cookies[FAMILY_COOKIE];
  const visitor = token === undefined ? undefined : await findVisitor(dependencies.database, token, now);
  if (route.who === 'signed-in' && visitor === undefined) return sendFailure(reply, { code: 'not-signed-in' });
  const params = route.params?.safeParse(request.params);
  if (params?.success === false) return sendFailure(reply, { code: 'not-found' });
  const body = route.body?.safeParse(request.body);
  if (body?.success === false) return sendFailure(reply, { code: 'invalid-request' });
  const call = { params: params?.data, body: body?.data, visitor, now, request, reply };
  const outcome = await route.handle(call as never);
  if (!outcome.ok) return sendFailure(reply, outcome.error);
  // Through the schema on the way out as well: a field nobody declared does not leave.
  return reply.send(route.reply.parse(outcome.value));
}

/** A browser names the page that writes. A request without Origin comes from no page of ours. */
function isOwnOrigin(request: FastifyRequest, origin: string | undefined): boolean {
  const own = origin ?? `http://${request.headers.host ?? ''}`;
  return request.headers.origin === own;
}
