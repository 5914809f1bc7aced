/** Where a request wants to go, by its Host header. */
export type RequestPlace =
  | { readonly kind: 'app'; readonly host: string }
  /** A pack's own origin: `<pack id>.packs.<name>`. `appHost` is the host of the app that may frame it. */
  | { readonly kind: 'pack'; readonly packId: string; readonly host: string; readonly appHost: string }
  | { readonly kind: 'refused' };

/**
 * Names this machine always answers to. `[::1]` is how a Host header writes the IPv6 loopback; `throughline.localhost`
 * is the demonstration's name that packs can be below (renderer/shell/own-site.ts).
 */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', 'throughline.localhost'];

const PACK_LABEL = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.packs\.(.+)$/;

/**
 * Reads a Host header against the allow-list (DNS rebinding, ASVS 13.4.2). Takes the header as it came and the
 * configured names; returns the place, `refused` for everything else.
 */
export function placeOf(header: string | undefined, names: readonly string[]): RequestPlace {
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/.exec((header ?? '').toLowerCase());
  const name = match?.[1];
  if (match === null || name === undefined) return { kind: 'refused' };
  const port = match[2] ?? '';
  const known = [...LOOPBACK, ...names.map((each) => each.toLowerCase())];
  if (known.includes(name)) return { kind: 'app', host: `${name}${port}` };
  const [, packId, parent] = PACK_LABEL.exec(name) ?? [];
  if (packId !== undefined && parent !== undefined && known.includes(parent))
    return { kind: 'pack', packId, host: `${name}${port}`, appHost: `${parent}${port}` };
  return { kind: 'refused' };
}
