/** Which kind of page or reply a response is; each has its own content security policy. */
export type Area = 'api' | 'console' | 'tablet' | 'pack';

/** Every power of a browser that nothing of ours uses (security.md 4.3). */
const DENIED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Headers every response of a door carries, also 404 and 500: an error page without them was a way out (XDC-01-002). */
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'cache-control': 'no-store',
} as const;

/** What a policy needs to know of the door. */
export type HeaderContext = {
  /** Sources of pack origins that the tablet page may frame, for example `http://*.packs.throughline.localhost:*`. */
  readonly packSources: readonly string[];
  /** Origins of the app that may frame a pack. */
  readonly appOrigins: readonly string[];
  /** Whether the door is reached over TLS only. */
  readonly secure: boolean;
};

/** The headers of one response. */
export function securityHeaders(area: Area, context: HeaderContext): Readonly<Record<string, string>> {
  return {
    ...EVERYWHERE,
    'permissions-policy': permissionsOf(area),
    'content-security-policy': policyOf(area, context),
    ...(area === 'pack'
      ? // A process of its own where the browser gives it: a lesson that loops must not hold up the app around it.
        { 'origin-agent-cluster': '?1' }
      : {
          'x-frame-options': 'DENY',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
        }),
    ...(context.secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** The tablet's own page alone may ask for the camera, for photographs of work on paper; a pack in it may not. */
function permissionsOf(area: Area): string {
  return DENIED.map((power) => (area === 'tablet' && power === 'camera' ? 'camera=(self)' : `${power}=()`)).join(', ');
}

function policyOf(area: Area, context: HeaderContext): string {
  switch (area) {
    case 'api':
      return "default-src 'none'; frame-ancestors 'none'; sandbox";
    case 'console':
      return [
        ...OWN_PAGE.filter((rule) => !rule.startsWith('script-src')),
        // WebAssembly is Argon2id: what people share opens in the desk's own browser, with a key under a password (ADR 0023).
        "script-src 'self' 'wasm-unsafe-eval'",
        // A draft is looked at in the very player, in an origin of its own (content-packs.md 6.9).
        `frame-src ${context.packSources.join(' ')}`,
        "worker-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; ');
    case 'tablet':
      // No trusted types: the page registers its service worker and its vault worker by address. WebAssembly is
      // Argon2id, which in the kiosk runs in a process of its own and here in a worker.
      return [
        'sandbox allow-scripts allow-same-origin allow-forms',
        ...OWN_PAGE.filter((rule) => !rule.startsWith('script-src')),
        "script-src 'self' 'wasm-unsafe-eval'",
        `frame-src ${context.packSources.join(' ')}`,
        "worker-src 'self'",
      ].join('; ');
    case 'pack':
      // Our player alone: what a pack brought comes from its service worker, with a policy of its own (PACK-32). No
      // trusted types: the page registers that worker by address.
      return [
        'sandbox allow-scripts allow-same-origin allow-forms',
        ...OWN_PAGE.filter((rule) => !rule.startsWith('frame-ancestors')),
        "frame-src 'self'",
        "worker-src 'self'",
        `frame-ancestors ${context.appOrigins.join(' ')}`,
      ].join('; ');
  }
}

/** What every page of ours keeps to: its own files and nothing from anywhere else. */
const OWN_PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
];
