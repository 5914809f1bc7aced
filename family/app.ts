import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { createPasswordHasher } from './accounts/password.ts';
import { createSignInBrake } from './accounts/sign-in-brake.ts';
import type { FamilyDatabase } from './db/open-family-database.ts';
import { accountRoutes } from './http/account-routes.ts';
import { createFamilyServer } from './http/create-family-server.ts';
import { registerFamilyScope } from './http/family-scope.ts';
import { certificateRoute } from './certificates/certificate-route.ts';
import { threadRoutes } from './http/thread-routes.ts';
import { registerLinkScope } from './link/link-scope.ts';

/** What the family service is made of. */
export type FamilyAppDependencies = {
  readonly database: FamilyDatabase;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly linkToken: string;
  /** Where the built portal is; it is served at `/` if it exists. */
  readonly portalFolder: string;
  /** The portal's address from outside, `https://…`; undefined for a demonstration over plain HTTP on this machine. */
  readonly origin: string | undefined;
  readonly requestsPerMinute: number;
  /** Ids and codes only; see `createFamilyServer`. */
  readonly logger: FastifyServerOptions['logger'];
};

/** Puts the family service together: the prison's calls under /link, the portal's under /api, the portal itself at /. */
export async function createFamilyApp(dependencies: FamilyAppDependencies): Promise<FastifyInstance> {
  const { database, clock, origin } = dependencies;
  const secure = origin?.startsWith('https://') === true;
  const app = await createFamilyServer({
    logger: dependencies.logger,
    secure,
    requestsPerMinute: dependencies.requestsPerMinute,
  });
  app.get('/health', async () => {
    await database.selectFrom('contacts').select('id').limit(1).execute();
    return { ok: true };
  });
  await app.register((scope, _options, done) => {
    registerLinkScope(scope, { database, clock, token: dependencies.linkToken });
    done();
  });
  const accounts = accountRoutes({ database, passwords: createPasswordHasher(), brake: createSignInBrake(), secure });
  await app.register(
    (scope, _options, done) => {
      registerFamilyScope(scope, { database, clock, origin }, [...accounts, ...threadRoutes(database), certificateRoute(database)]);
      done();
    },
    { prefix: '/api' },
  );
  if (existsSync(dependencies.portalFolder)) {
    await app.register(fastifyStatic, { root: dependencies.portalFolder, cacheControl: false, setHeaders: setCaching });
  }
  return app;
}

/** Files with a hash in their name never change; the page itself is asked for each time. */
function setCaching(reply: { header: (name: string, value: string) => unknown }, path: string): void {
  reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}
