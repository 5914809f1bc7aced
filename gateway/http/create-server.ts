import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
} from 'fastify';
import type { SecureServerOptions } from './tablet-door.ts';
import { describeError } from './describe-error.ts';
import { errorReply, type RouteFailure } from './error-replies.ts';
import { parseJsonBody } from './json-body.ts';
import { LogSampler } from './log-sampler.ts';

/** Largest body where a route says nothing else (security.md 7.4). */
export const BODY_LIMIT = 256 * 1024;
/** A pack of 512 MB on a slow line needs minutes; everything else has `bodyTimeoutMs`. */
const UPLOAD_TIMEOUT = 15 * 60_000;
const HEADERS_TIMEOUT = 15_000;

export type ServerOptions = {
  readonly log: FastifyBaseLogger;
  /** The headers of a response to this request, whatever its status. */
  readonly headers: (request: { readonly url: string; readonly host: string }) => Readonly<Record<string, string>>;
  /** Milliseconds a body may take; uploads are exempt. */
  readonly bodyTimeoutMs: number;
  /** Requests one source may make in a minute, over all routes. */
  readonly requestsPerMinute: number;
  /** Trust `X-Forwarded-For` from a proxy on this machine. */
  readonly behindProxy: boolean;
  readonly https?: SecureServerOptions;
  readonly serverFactory?: FastifyServerFactory;
};

/** A Fastify of ours: one way to read bodies, one way to fail, headers on everything. Routes come after. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogSampler(),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.behindProxy ? 'loopback' : false,
    requestTimeout: UPLOAD_TIMEOUT,
    connectionTimeout: 0,
    keepAliveTimeout: 75_000,
    http: { headersTimeout: HEADERS_TIMEOUT },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    ...(options.https === undefined ? {} : { https: options.https as never }),
    ...(options.serverFactory === undefined ? {} : { serverFactory: options.serverFactory }),
    frameworkErrors: (error, request, reply) => {
      setHeaders(options, request, reply);
      void sendFailure(reply, describeError(error).failure);
    },
  }) as unknown as FastifyInstance;
  listRoutes(app);
  app.addHook('onRequest', (request, reply, done) => {
    setHeaders(options, request, reply);
    limitBodyTime(request, reply, options.bodyTimeoutMs);
    done();
  });
  readBodies(app);
  failUniformly(app);
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    addHeaders: NO_LIMIT_HEADERS,
    addHeadersOnExceeding: NO_LIMIT_HEADERS,
  });
  return app;
}

/** How much is left is nobody's business but a guesser's. */
const NO_LIMIT_HEADERS = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/** Sends a coded failure. */
export function sendFailure(reply: FastifyReply, failure: RouteFailure): FastifyReply {
  const { status, body } = errorReply(failure);
  if (failure.retryAfter !== undefined) reply.header('retry-after', Math.ceil(failure.retryAfter / 1000));
  return reply.code(status).type('application/json; charset=utf-8').send(body);
}

function setHeaders(options: ServerOptions, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(options.headers({ url: request.raw.url ?? '/', host: request.headers.host ?? '' }));
}

/** Keeps a list of what is registered: the authorisation matrix is tested against it, not against a copy. */
function listRoutes(app: FastifyInstance): void {
  const routes: DeclaredRoute[] = [];
  app.decorate('declaredRoutes', routes);
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) routes.push({ method, path: route.url, action: route.config?.action });
  });
}

/** Only JSON by our own rules; an upload route takes its stream itself. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    const parsed = parseJsonBody(text as string);
    if (parsed.ok) done(null, parsed.value);
    else done(Object.assign(new Error('json-unreadable'), { code: 'FST_ERR_CTP_INVALID_JSON_BODY' }));
  });
}

function failUniformly(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { failure, unexpected } = describeError(error);
    // The route's pattern, never the address: an address may hold what somebody typed.
    if (unexpected) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    return sendFailure(reply, failure);
  });
  app.setNotFoundHandler((_request, reply) => sendFailure(reply, { code: 'not-found' }));
}

/** A body that trickles in holds a connection, not a thread, but a thousand of them are an outage (security.md 179). */
function limitBodyTime(request: FastifyRequest, reply: FastifyReply, limit: number): void {
  const { raw } = request;
  if (raw.method === 'GET' || raw.method === 'HEAD' || request.routeOptions.config.upload === true) return;
  const timer = setTimeout(() => {
    if (raw.complete || reply.sent) return;
    reply.raw.once('finish', () => raw.destroy());
    sendFailure(reply.header('connection', 'close'), { code: 'slow-request' });
  }, limit);
  raw.once('close', () => clearTimeout(timer));
  raw.once('end', () => clearTimeout(timer));
}

/** A route as Fastify has it. */
export type DeclaredRoute = { readonly method: string; readonly path: string; readonly action: string | undefined };

declare module 'fastify' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging into Fastify's own needs an interface
  interface FastifyInstance {
    readonly declaredRoutes: readonly DeclaredRoute[];
  }
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging into Fastify's own needs an interface
  interface FastifyContextConfig {
    /** The body is streamed by the route itself. */
    readonly upload?: boolean;
    /** The action of `policy.ts` that a staff route declares. */
    readonly action?: string;
  }
}
