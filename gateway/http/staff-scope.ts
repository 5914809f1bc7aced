import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { z } from 'zod/mini';
import { can, type Policy } from '../staff/policy.ts';
import { callerOf, registerSessionRoutes, type SessionDependencies } from '../staff/session-routes.ts';
import { errorReply, type RouteFailure } from './error-replies.ts';
import { sendStoredFile } from './send-stored-file.ts';
import type { StaffCaller, StaffFile, StaffRoute } from './staff-route.ts';

/** What the scope needs beside the routes. */
export type StaffScopeDependencies = SessionDependencies & {
  readonly isOwnOrigin: (request: FastifyRequest) => boolean;
};

/**
 * Everything below /api/staff. Who calls, whether their page may call, and whether their role may do what the route
 * declares is settled here, before a route sees anything: a route cannot forget it.
 */
export function registerStaffScope(
  app: FastifyInstance,
  dependencies: StaffScopeDependencies,
  routes: readonly StaffRoute[],
): void {
  refuseUndeclared(dependencies.policy, routes);
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && !dependencies.isOwnOrigin(request))
      return refuse(reply, { code: 'origin-refused' });
    return undefined;
  });
  registerSessionRoutes(app, dependencies);
  for (const route of routes) {
    if (route.uploadBytes === undefined) app.route(routeOptions(dependencies, route));
    // A context of its own, because there any kind of body may stream past the parsers.
    else
      void app.register((upload, _options, done) => {
        upload.addContentTypeParser(
          'application/octet-stream',
          { bodyLimit: route.uploadBytes ?? 0 },
          (_request, payload, parsed) => parsed(null, payload),
        );
        upload.route({ ...routeOptions(dependencies, route), bodyLimit: route.uploadBytes ?? 0 });
        done();
      });
  }
}

function routeOptions(dependencies: StaffScopeDependencies, route: StaffRoute) {
  return {
    method: route.method,
    url: route.path,
    config: { action: route.action, upload: route.uploadBytes !== undefined },
    // Before the body is read: nobody without the right may make us parse or store anything.
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      const staff = await callerOf(dependencies, request);
      if (staff === undefined) return refuse(reply, { code: 'not-signed-in' });
      if (!can(dependencies.policy, staff.role, route.action)) return refuse(reply, { code: 'not-allowed' });
      callers.set(request, staff);
      return undefined;
    },
    handler: (request: FastifyRequest, reply: FastifyReply) => answer(dependencies, route, request, reply),
  };
}

/** Who the scope found; kept beside the request so that nothing a client sends can be mistaken for it. */
const callers = new WeakMap<FastifyRequest, StaffCaller>();

async function answer(
  dependencies: StaffScopeDependencies,
  route: StaffRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const staff = callers.get(request);
  if (staff === undefined) return refuse(reply, { code: 'not-signed-in' });
  const params = parse(route.params, request.params);
  const query = parse(route.query, request.query);
  if (route.uploadBytes !== undefined && !(request.body instanceof Readable))
    return refuse(reply, { code: 'type-refused' });
  const body = route.uploadBytes === undefined ? parse(route.body, request.body) : { ok: true, value: request.body };
  if (!params.ok || !query.ok || !body.ok) return refuse(reply, { code: params.ok ? 'invalid-request' : 'not-found' });
  const input = { staff, params: params.value, query: query.value, body: body.value, now: dependencies.clock() };
  const outcome = await route.handle(input as never);
  if (!outcome.ok) return refuse(reply, outcome.error);
  if (route.sendsFile === true) return sendStoredFile(request, reply, outcome.value as StaffFile);
  if (route.sendsPicture === true) return reply.type('image/jpeg').header('content-disposition', 'inline').send(Buffer.from(outcome.value as Uint8Array));
  // Through the schema on the way out as well: a field nobody declared does not leave (security.md 178).
  return route.reply.parse(outcome.value);
}

function parse(schema: z.ZodMiniType | undefined, value: unknown): { readonly ok: boolean; readonly value?: unknown } {
  if (schema === undefined) return { ok: true };
  const parsed = schema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false };
}

function refuse(reply: FastifyReply, failure: RouteFailure): FastifyReply {
  const { status, body } = errorReply(failure);
  return reply.code(status).send(body);
}

/** A route whose action stands in no policy would be allowed to nobody, or, worse, be forgotten. It stops the start. */
function refuseUndeclared(policy: Policy, routes: readonly StaffRoute[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    if (!Object.hasOwn(policy, route.action))
      throw new Error(`The route ${name} declares the action "${route.action}", which stands in no policy`);
    if (seen.has(name)) throw new Error(`The route ${name} is declared twice`);
    seen.add(name);
  }
}
