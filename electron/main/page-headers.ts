import { contentPolicy } from '#protocol/shell/content-policy.ts';

/**
 * Every power that both the test runtime's Chromium 114 and the shipped one know, each taken away (security.md 4.3).
 * A name a Chromium does not know only fills its console; what stands in no such list is refused by the permissions
 * measure and the disabled Blink features.
 */
const PERMISSIONS_POLICY = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'identity-credentials-get',
  'keyboard-map',
  'magnetometer',
  'microphone',
  'midi',
  'picture-in-picture',
  'publickey-credentials-get',
  'sync-xhr',
  'window-management',
]
  .map((power) => `${power}=()`)
  .join(', ');

/**
 * No `allow-modals` (print, alert), no `allow-popups`, no `allow-downloads`, no `allow-top-navigation`: Blink itself
 * then refuses what Electron has no switch for (security.md 0.2).
 */
const SANDBOX = 'sandbox allow-scripts allow-same-origin allow-forms';

/** The tablet's own page: nothing from anywhere but itself, no script from text. */
const APP_POLICY = [
  SANDBOX,
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'none'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Headers of every answer at `app://tablet`, also of "not found": an answer without a policy is a way round it (Cure53 XDC-01-002). */
export const APP_HEADERS: Readonly<Record<string, string>> = withSafeguards(APP_POLICY);

/** The same on a tablet with a camera: the page itself may ask for it, and the permissions measure says when it gets it. */
export const APP_HEADERS_WITH_CAMERA: Readonly<Record<string, string>> = {
  ...APP_HEADERS,
  'Permissions-Policy': PERMISSIONS_POLICY.replace('camera=()', 'camera=(self)'),
};

/**
 * Headers of the player's own files in a pack's origin. Its scripts come from `/__host/` only; what a pack brings runs
 * in a frame below it and never in this page.
 */
export function playerHeaders(packId: string): Readonly<Record<string, string>> {
  const host = `pack://${packId}/__host/`;
  const policy = [
    SANDBOX,
    "default-src 'none'",
    `script-src ${host}`,
    `style-src ${host}`,
    "img-src 'self' blob:",
    `font-src ${host}`,
    "media-src 'self' blob:",
    "connect-src 'self'",
    `worker-src ${host}`,
    "manifest-src 'none'",
    // Somebody else's page plays in a frame of the same origin, under a policy of its own (PACK-32).
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // One policy, for the address of the worker in which a PDF is read (renderer/pack-origin/player-script.ts).
    'trusted-types player-script',
  ].join('; ');
  return withSafeguards(policy);
}

/** Headers of the pages and scripts that a pack brings. */
export const CONTENT_HEADERS: Readonly<Record<string, string>> = withSafeguards(contentPolicy());

/** Headers of a pack's own files: opened as documents they can do nothing at all. */
export const PACK_FILE_HEADERS: Readonly<Record<string, string>> = withSafeguards(
  "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
);

function withSafeguards(policy: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policy,
    'Permissions-Policy': PERMISSIONS_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}
