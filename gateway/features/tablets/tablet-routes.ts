import { enrolRequestSchema, type EnrolReply, firstSignInRequestSchema } from '#protocol/enrolment/schema.ts';
import type { TrustedKey } from '#protocol/packs/manifest.ts';
import { fail, ok } from '#protocol/result.ts';
import { type ExchangeRequest, exchangeRequestSchema } from '#protocol/sync/exchange.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { credentialCookie } from '../../http/cookies.ts';
import { openTabletRoute, type TabletRoute, tabletRoute } from '../../http/tablet-route.ts';
import type { TryLimiter } from '../../http/try-limiter.ts';
import type { HandleExchange } from '../../sync/exchange.ts';
import type { Authority } from '../../tablets-ca/authority.ts';
import type { ContactBook } from './contact-book.ts';
import { enrolTablet } from './enrol-tablet.ts';
import { takeFirstSignIn } from './first-sign-in.ts';

/** What the tablets' own routes need. */
export type TabletRouteDependencies = {
  readonly database: GatewayDatabase;
  readonly authority: Pick<Authority, 'issue'>;
  readonly codeSecret: Uint8Array;
  /** 65 raw bytes. */
  readonly gatewayPublicKey: Uint8Array;
  readonly establishmentName: () => Promise<string>;
  readonly packKeys: () => Promise<readonly TrustedKey[]>;
  /** Where the browser adapter's chain of trust begins; undefined where there is none (ROLE-1). */
  readonly packRoots: () => Promise<EnrolReply['packRoots']>;
  readonly exchange: HandleExchange;
  readonly contacts: ContactBook;
  /** Five tries a minute from one place; shared by both doors. */
  readonly tries: TryLimiter;
  /** Milliseconds on a clock nobody can set back. */
  readonly uptime: () => number;
  readonly secureCookies: boolean;
};

/** A single sealed operation may be this large (protocol/sync/operation.ts: 400,000 characters), with room for the rest. */
const EXCHANGE_LIMIT = 640 * 1024;
/** Chromium keeps no cookie longer than 400 days. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** Enrolment, first sign-in and exchange: the same routes on both doors. */
export function createTabletRoutes(
  dependencies: TabletRouteDependencies,
  door: 'tablet' | 'web',
): readonly TabletRoute[] {
  return [enrolRoute(dependencies, door), firstSignInRoute(dependencies), exchangeRoute(dependencies)];
}

function enrolRoute(dependencies: TabletRouteDependencies, door: 'tablet' | 'web'): TabletRoute {
  return openTabletRoute({
    method: 'POST',
    path: '/enrol',
    body: enrolRequestSchema,
    handle: async ({ body, request, reply }) => {
      // A key belongs to the tablet door, a cookie to the web door; neither proof is taken at the other (ADR 0014).
      if ((body.publicKey !== undefined) !== (door === 'tablet')) return fail({ code: 'invalid-request' });
      const wait = dependencies.tries.take(request.ip, dependencies.uptime());
      if (wait > 0) return fail({ code: 'too-many-tries', retryAfter: wait });
      const enrolled = await enrolTablet(dependencies, body);
      if (!enrolled.ok) return enrolled;
      dependencies.tries.forgive(request.ip);
      const { value } = enrolled;
      if ('token' in value) {
        const { name, options } = credentialCookie('tablet', dependencies.secureCookies);
        reply.setCookie(name, value.token, { ...options, maxAge: COOKIE_SECONDS });
      }
      return ok<EnrolReply>({
        tabletId: value.tabletId,
        name: value.name,
        establishment: await dependencies.establishmentName(),
        ...('certificate' in value ? { certificate: value.certificate } : {}),
        gatewayKey: Buffer.from(dependencies.gatewayPublicKey).toString('base64url'),
        packKeys: [...(await dependencies.packKeys())],
        packRoots: await dependencies.packRoots(),
      });
    },
  });
}

function firstSignInRoute(dependencies: TabletRouteDependencies): TabletRoute {
  return tabletRoute({
    method: 'POST',
    path: '/first-sign-in',
    body: firstSignInRequestSchema,
    handle: async ({ tablet, body }) => {
      const wait = dependencies.tries.take(tablet.tabletId, dependencies.uptime());
      if (wait > 0) return fail({ code: 'too-many-tries', retryAfter: wait });
      const outcome = await dependencies.database.committer.submit((tx) =>
        takeFirstSignIn(tx, dependencies.codeSecret, tablet.tabletId, body),
      );
      if (outcome.ok) dependencies.tries.forgive(tablet.tabletId);
      return outcome;
    },
  });
}

function exchangeRoute(dependencies: TabletRouteDependencies): TabletRoute {
  return tabletRoute({
    method: 'POST',
    path: '/exchange',
    body: exchangeRequestSchema,
    bodyLimit: EXCHANGE_LIMIT,
    handle: async ({ tablet, body, now }) => {
      dependencies.contacts.noteContact(tablet.tabletId, now);
      return ok(await dependencies.exchange(tablet.tabletId, body satisfies ExchangeRequest));
    },
  });
}
