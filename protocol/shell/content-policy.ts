/**
 * Pages that a pack brings (PACK-32). Whoever answers a pack's origin gives these files the policy below; every other
 * file of a pack is answered as something that can do nothing at all.
 */
const CONTENT_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/javascript']);

/** True when a file of this type is a page or a script of somebody else's making, and gets `contentPolicy`. */
export function isContentType(type: string): boolean {
  return CONTENT_TYPES.has(type);
}

/**
 * The content security policy of somebody else's page in a frame under our host page. It may run what it brought, in
 * whatever old way it was written (inline, from text), and reaches nothing but its own pack: no network, no window, no
 * dialogue, no download, no way out of its frame (security.md 4.3 and 8.3). `ancestors` are the sources that may stand
 * around it beside its own origin.
 */
export function contentPolicy(ancestors: readonly string[] = []): string {
  return [
    'sandbox allow-scripts allow-same-origin allow-forms',
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
    "connect-src 'self'",
    "form-action 'none'",
    ["frame-ancestors 'self'", ...ancestors].join(' '),
    "base-uri 'self'",
    "object-src 'none'",
    "worker-src 'none'",
  ].join('; ');
}
