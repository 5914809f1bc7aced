import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify';
import { describeFamilyError, familyErrors, type FamilyFailure } from './family-errors.ts';

/** Largest body from a browser: one sealed reply is at most 60 kB. */
const BODY_LIMIT = 128 * 1024;
/** Longest a body may take, in milliseconds: a bad line, not a slow attack. */
const REQUEST_TIMEOUT = 60_000;

export type FamilyServerOptions = {
  readonly logger: FastifyServerOptions['logger'];
  /** Reached over TLS only (behind a proxy that ends it): adds HSTS. */
  readonly secure: boolean;
  /** Requests one address may make in a minute, over all routes. */
  readonly requestsPerMinute: number;
};

/** Headers of every response, whatever its status. The page loads nothing from anywhere else, and nobody frames it. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-dns-prefetch-control': 'off',
  'cache-control': 'no-store',
} as const;

/** A Fastify with one way to fail and headers on everything. Routes come after. */
export async function createFamilyServer(options: FamilyServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    // Behind the proxy every family would have one address, and one flood would shut them all out.
    trustProxy: options.secure ? 'loopback' : false,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (error, _request, reply) => {
      setHeaders(reply, options.secure);
      void sendFailure(reply, describeFamilyError(error).failure);
    },
  }) as unknown as FastifyInstance;
  app.addHook('onRequest', (_request, reply, done) => {
    setHeaders(reply, options.secure);
    done();
  });
  app.setErrorHandler((error, request, reply) => {
    const { failure, unexpected } = describeFamilyError(error);
    // The route's pattern, never the address or the body: they may hold what somebody typed.
    if (unexpected)
      request.log.error({ err: error, route: request.routeOptions.url, requestId: request.id }, 'request failed');
    return sendFailure(reply, failure);
  });
  app.setNotFoundHandler((_request, reply) => sendFailure(reply, { code: 'not-found' }));
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    addHeaders: {},
    addHeadersOnExceeding: {},
  });
  return app;
}

/** Sends a coded failure. */
export function sendFailure(reply: FastifyReply, failure: FamilyFailure): FastifyReply {
  if (failure.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(failure.retryAfter / 1000)));
  return reply.code(familyErrors[failure.code]).type('application/json; charset=utf-8').send(failure);
}

function setHeaders(reply: FastifyReply, secure: boolean): void {
  reply.headers(HEADERS);
  if (secure) reply.header('strict-transport-security', 'max-age=31536000');
}
