/** A name for this machine that packs can be below: `<pack id>.packs.throughline.localhost` is the same site. */
const OWN_SITE = 'throughline.localhost';

/**
 * Where the page should be instead, or undefined where it is right. A plain `localhost` has no names below it that a
 * browser counts as the same site, and Chromium refuses a service worker to a frame of another site, so packs could
 * not play. A gateway with a name of its own has no such trouble (architecture, decision 5). Browsers resolve every
 * name under `localhost` to this machine without asking anybody.
 */
export function ownSiteAddress(address: string): string | undefined {
  const url = new URL(address);
  if (url.protocol !== 'http:' || !['localhost', '127.0.0.1'].includes(url.hostname)) return undefined;
  url.hostname = OWN_SITE;
  return url.href;
}
