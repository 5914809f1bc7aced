import type {} from '@fastify/cookie';
import { createHash } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod/mini';
import type { Result } from '#protocol/result.ts';
import { credentialCookie } from './cookies.ts';
import { errorReply, type RouteFailure } from './error-replies.ts';
import { SENT, type TabletCaller, type TabletRoute } from './tablet-route.ts';

/** What a request shows to prove which tablet it is from. */
export type TabletProof =
  /** SHA-256 of the client certificate whose key the TLS handshake has proved. */
  | { readonly kind: 'certificate'; readonly sha256: Uint8Array }
  /** SHA-256 of the cookie's token. */
  | { readonly kind: 'cookie'; readonly sha256: Uint8Array };

export type TabletScopeDependencies = {
  /** Looked up on every request, so that a revocation works at once (ADR 0014). */
  readonly findTablet: (
    proof: TabletProof,
  ) => Promise<Result<TabletCaller, { readonly code: 'not-enrolled' | 'revoked' }>>;
  /** Which proof this door takes: never both, so that a stolen cookie is worth nothing at the tablet door. */
  readonly proof: 'certificate' | 'cookie';
  readonly isOwnOrigin: (request: FastifyRequest) => boolean;
  readonly secureCookies: boolean;
  readonly clock: () => number;
};

/** Everything tablets call, below /tablet. Which tablet calls is settled here, before a route sees anything. */
export function registerTabletScope(
  app: FastifyInstance,
  dependencies: TabletScopeDependencies,
  routes: readonly TabletRoute[],
): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
      // Before the body is read: a tablet that is not ours may not make us parse anything.
      onRequest: async (request, reply) => {
        const found = await identify(dependencies, route, request);
        if (!found.ok) return refuse(reply, found.error);
        if (found.value !== undefined) callers.set(request, found.value);
        return undefined;
      },
      handler: (request, reply) => answer(dependencies, route, request, reply),
    });
  }
}

/** Who the scope found; kept beside the request so that nothing a client sends can be mistaken for it. */
const callers = new WeakMap<FastifyRequest, TabletCaller>();

async function identify(
  dependencies: TabletScopeDependencies,
  route: TabletRoute,
  request: FastifyRequest,
): Promise<Result<TabletCaller | undefined, RouteFailure>> {
  // A browser sends its cookie for any page that asks; only our own page may (CSRF).
  if (dependencies.proof === 'cookie' && request.method !== 'GET' && !dependencies.isOwnOrigin(request))
    return { ok: false, error: { code: 'origin-refused' } };
  if (route.open === true) return { ok: true, value: undefined };
  const proof =
    dependencies.proof === 'certificate' ? certificateOf(request) : cookieOf(request, dependencies.secureCookies);
  return proof === undefined ? { ok: false, error: { code: 'not-enrolled' } } : dependencies.findTablet(proof);
}

async function answer(
  dependencies: TabletScopeDependencies,
  route: TabletRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const tablet = callers.get(request);
  if (tablet === undefined && route.open !== true) return refuse(reply, { code: 'not-enrolled' });
  const params = parse(route.params, request.params);
  const body = parse(route.body, request.body);
  if (!params.ok || !body.ok) return refuse(reply, { code: params.ok ? 'invalid-request' : 'not-found' });
  const call = { tablet, params: params.value, body: body.value, now: dependencies.clock(), request, reply };
  const outcome = await route.handle(call as never);
  if (!outcome.ok) return refuse(reply, outcome.error);
  return outcome.value === SENT ? reply : outcome.value;
}

function certificateOf({ socket }: FastifyRequest): TabletProof | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const certificate = socket.getPeerX509Certificate();
  return certificate === undefined
    ? undefined
    : { kind: 'certificate', sha256: createHash('sha256').update(certificate.raw).digest() };
}

function cookieOf(request: FastifyRequest, secure: boolean): TabletProof | undefined {
  const token = request.cookies[credentialCookie('tablet', secure).name];
  return token === undefined ? undefined : { kind: 'cookie', sha256: createHash('sha256').update(token).digest() };
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
