import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { ok } from '#protocol/result.ts';
import type { GatewayDatabase } from './db/gateway-database.ts';
import { areaOf, isOwnOrigin, type PublicOrigin, webHeaderContext } from './http/door-context.ts';
import { createServer } from './http/create-server.ts';
import type { GatewayFeature } from './http/gateway-feature.ts';
import { overviewSchema } from './http/staff-api.ts';
import { securityHeaders } from './http/security-headers.ts';
import { servePages } from './http/static-pages.ts';
import { staffRoute, type StaffRoute } from './http/staff-route.ts';
import { registerStaffScope } from './http/staff-scope.ts';
import { secureServerOptions } from './http/tablet-door.ts';
import { registerTabletScope, type TabletScopeDependencies } from './http/tablet-scope.ts';
import { placeOf } from './http/host-names.ts';
import { webDoorFactory } from './http/web-door.ts';
import { can, mergePolicies, type Policy } from './staff/policy.ts';
import type { FirstAdministrator } from './staff/first-administrator.ts';
import type { SignInBrake } from './staff/sign-in-brake.ts';
import type { Authority } from './tablets-ca/authority.ts';

/** A door of the gateway (ADR 0014): tablets over TLS with certificates, browsers over the web. */
export type Door = 'tablet' | 'web';

/** What the doors are put together from. Made once; both doors share it. */
export type AppDependencies = {
  readonly database: GatewayDatabase;
  readonly log: FastifyBaseLogger;
  readonly clock: () => number;
  /** Milliseconds on a clock nobody can set back. */
  readonly uptime: () => number;
  readonly authority: Authority;
  readonly brake: SignInBrake;
  readonly firstAdministrator: FirstAdministrator;
  readonly findTablet: TabletScopeDependencies['findTablet'];
  readonly features: (door: Door) => readonly GatewayFeature[];
  /** Where the built pages are: `console`, `renderer`, `pack-origin`. */
  readonly pagesFolder: string;
  /** Host names besides this machine's own that the doors answer to. */
  readonly names: readonly string[];
  readonly publicOrigin: PublicOrigin;
  readonly bodyTimeoutMs: number;
  readonly requestsPerMinute: number;
};

/** Builds one door, ready to listen: its pipeline, then its scopes, then the features' routes in them. */
export function createApp(dependencies: AppDependencies, door: Door): Promise<FastifyInstance> {
  return door === 'tablet' ? createTabletDoor(dependencies) : createWebDoor(dependencies);
}

/** Every policy of the gateway, merged; also for the tests' matrix. */
export function policyOfAll(features: readonly GatewayFeature[]): Policy {
  return mergePolicies(features.map((feature) => feature.policy));
}

async function createTabletDoor(dependencies: AppDependencies): Promise<FastifyInstance> {
  const headers = securityHeaders('api', { packSources: [], appOrigins: [], secure: true });
  const app = await createServer({
    ...dependencies,
    headers: () => headers,
    behindProxy: false,
    https: secureServerOptions(dependencies.authority),
  });
  app.addHook('onRequest', async (request, reply) => {
    if (placeOf(request.headers.host, dependencies.names).kind === 'app') return undefined;
    return reply.code(421).send({ code: 'host-refused', message: 'This gateway does not answer to that name.' });
  });
  registerHealth(app);
  const routes = dependencies.features('tablet').flatMap((feature) => feature.tabletRoutes ?? []);
  await app.register(
    async (scope) =>
      registerTabletScope(
        scope,
        { ...dependencies, proof: 'certificate', isOwnOrigin: () => true, secureCookies: true },
        routes,
      ),
    { prefix: '/tablet' },
  );
  return app;
}

async function createWebDoor(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { publicOrigin } = dependencies;
  const context = webHeaderContext(publicOrigin);
  const packs = await createPackOrigins(dependencies);
  const app = await createServer({
    ...dependencies,
    headers: ({ url }) => securityHeaders(areaOf(url), context),
    behindProxy: publicOrigin !== undefined,
    serverFactory: webDoorFactory({
      names: dependencies.names,
      packs: (request, response) => packs.routing(request, response),
      headers: context,
    }),
  });
  app.addHook('onClose', () => packs.close());
  registerHealth(app);
  const features = dependencies.features('web');
  const policy = policyOfAll(features);
  const own = { isOwnOrigin: isOwnOrigin(publicOrigin), secureCookies: context.secure };
  const staffRoutes = [
    ...features.flatMap((feature) => feature.staffRoutes),
    overviewRoute(dependencies, features, policy),
  ];
  await app.register(async (scope) => registerStaffScope(scope, { ...dependencies, ...own, policy }, staffRoutes), {
    prefix: '/api/staff',
  });
  const tabletRoutes = features.flatMap((feature) => feature.tabletRoutes ?? []);
  await app.register(
    async (scope) => registerTabletScope(scope, { ...dependencies, ...own, proof: 'cookie' }, tabletRoutes),
    { prefix: '/tablet' },
  );
  await servePages(app, { folder: `${dependencies.pagesFolder}/console`, prefix: '/staff/', page: 'index.html' });
  await servePages(app, { folder: `${dependencies.pagesFolder}/renderer`, prefix: '/tablet/', page: 'index.html' });
  // Browsers ask for it whatever a page says; none is no trouble.
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  for (const from of ['/', '/staff', '/tablet'])
    app.get(from, (_request, reply) => reply.redirect(from === '/tablet' ? '/tablet/' : '/staff/'));
  return app;
}

/** The origins packs play in: our player's files under /__host/, and nothing else whatever the address. */
async function createPackOrigins(dependencies: AppDependencies): Promise<FastifyInstance> {
  const context = webHeaderContext(dependencies.publicOrigin);
  const app = await createServer({
    ...dependencies,
    headers: () => securityHeaders('pack', context),
    behindProxy: dependencies.publicOrigin !== undefined,
  });
  await servePages(app, {
    folder: `${dependencies.pagesFolder}/pack-origin`,
    prefix: '/__host/',
    page: undefined,
    workerFile: 'service-worker.js',
  });
  await app.ready();
  return app;
}

/** Says that the process answers, nothing about what is in it. */
function registerHealth(app: FastifyInstance): void {
  app.get('/health', () => ({ status: 'ok' }));
}

function overviewRoute(dependencies: AppDependencies, features: readonly GatewayFeature[], policy: Policy): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/overview',
    action: 'overview.read',
    reply: overviewSchema,
    handle: async ({ staff, now }) => {
      const counts = await Promise.all(
        features.map((feature) => feature.counts?.(dependencies.database, now) ?? Promise.resolve([])),
      );
      const seen = counts.flat().filter((count) => can(policy, staff.role, count.action));
      return ok({ counts: seen.map(({ name, count }) => ({ name, count })) });
    },
  });
}
