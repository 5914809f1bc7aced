import type { FastifyRequest } from 'fastify';
import type { Area, HeaderContext } from './security-headers.ts';

/** How the web door is known outside: undefined in the demonstration, where it is plain HTTP on loopback. */
export type PublicOrigin = URL | undefined;

/** What security headers need to know of the web door. */
export function webHeaderContext(publicOrigin: PublicOrigin): HeaderContext {
  const own = ['http://localhost:*', 'http://127.0.0.1:*', 'http://throughline.localhost:*'];
  if (publicOrigin === undefined)
    return { packSources: ['http://*.packs.throughline.localhost:*'], appOrigins: own, secure: false };
  const { protocol, hostname, host, origin } = publicOrigin;
  const port = host.slice(hostname.length);
  return {
    packSources: [`${protocol}//*.packs.${hostname}${port}`],
    appOrigins: [origin],
    secure: protocol === 'https:',
  };
}

/** Which area an address of the web door belongs to. */
export function areaOf(url: string): Area {
  if (url.startsWith('/staff/')) return 'console';
  // Below /tablet/ are the page's files and the tablet's own calls; the stricter of the two policies fits both.
  return url.startsWith('/tablet/') ? 'tablet' : 'api';
}

/**
 * Whether a write comes from a page of the same origin. Browsers send `Origin` with every write, and no page can
 * change it; a caller without one is not a browser's page, and may not use a cookie.
 */
export function isOwnOrigin(publicOrigin: PublicOrigin): (request: FastifyRequest) => boolean {
  return (request) => {
    const { origin } = request.headers;
    if (origin === undefined) return false;
    return publicOrigin === undefined
      ? origin === `http://${request.headers.host ?? ''}`
      : origin === publicOrigin.origin;
  };
}
