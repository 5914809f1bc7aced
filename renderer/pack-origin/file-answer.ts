import type { PackFileReply } from '#protocol/shell/bridge.ts';
import { contentPolicy, isContentType } from '#protocol/shell/content-policy.ts';

/** What every other file of a pack is opened under: as a document it can do nothing at all. */
const NOTHING = "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The browser adapter's answer with a pack's file, as the kiosk's protocol gives it: the signed type, one policy for
 * pages and scripts and another for all else. Takes the host name of the pack's origin, below which the app's is.
 */
export function answerWithFile(reply: PackFileReply | undefined, host: string): Response {
  if (reply === undefined || !('body' in reply)) {
    return new Response(null, { status: reply?.status ?? 404, headers: { 'Content-Security-Policy': NOTHING } });
  }
  const headers = new Headers({
    'Content-Type': reply.type,
    'Content-Length': String(reply.body.byteLength),
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    // The whole origin in a process of its own: a lesson that loops must not hold up the app beside it.
    'Origin-Agent-Cluster': '?1',
    'Content-Security-Policy': isContentType(reply.type) ? contentPolicy([appSource(host)]) : NOTHING,
  });
  if (reply.status === 206) headers.set('Content-Range', `bytes ${String(reply.from)}-${String(reply.to)}/${String(reply.size)}`);
  return new Response(reply.body, { status: reply.status, headers });
}

/** The app's origin stands around the host page too: `<pack id>.packs.<app host>` is the pack's (architecture, decision 5). */
function appSource(host: string): string {
  return host.replace(/^[^.]+\.packs\./, '');
}
