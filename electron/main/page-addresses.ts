/** The one origin of the tablet's own page. */
export const APP_ORIGIN = 'app://tablet';
/** The tablet's page; the only document the bridge listens to. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;
/** What is shown when the tablet cannot be used: how to get help without it. */
export const SAFE_PAGE = `${APP_ORIGIN}/safe.html`;

/** The document that plays a pack, in the pack's own origin. */
export function playerPage(packId: string): string {
  return `pack://${packId}/__host/player.html`;
}

/**
 * True when a page may go where it wants to: only to itself again (security.md 5 C). The app is one document and so
 * is the player; the shell itself opens them, which asks nobody. Fragments are the page's own business.
 */
export function mayNavigate(from: string, to: string): boolean {
  const target = withoutFragment(to);
  if (target !== withoutFragment(from)) return false;
  return (
    target === APP_PAGE || target === SAFE_PAGE || /^pack:\/\/[a-z][a-z0-9-]{2,62}\/__host\/player\.html$/.test(target)
  );
}

/**
 * True when a frame inside a page may go where it wants to: only under the player, and only to the pack's own files or
 * those of a runtime; never to the player again, which would be a frame that calls itself the lesson's bar.
 */
export function mayFrameNavigate(page: string, to: string): boolean {
  const origin = /^(pack:\/\/[a-z][a-z0-9-]{2,62})\/__host\/player\.html$/.exec(withoutFragment(page))?.[1];
  if (origin === undefined) return false;
  const target = withoutFragment(to);
  if (target === 'about:blank' || target === 'about:srcdoc') return true;
  return target.startsWith(`${origin}/`) && !target.startsWith(`${origin}/__host/`);
}

/** True when a frame shows the tablet's own page. */
export function isAppPage(url: string): boolean {
  return withoutFragment(url) === APP_PAGE;
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? '';
}
