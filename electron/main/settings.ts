import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { z } from 'zod/mini';
import { signerRoleSchema, trustedKeySchema, type SignerRole } from '#protocol/packs/manifest.ts';
import type { PackTrust } from '#protocol/packs/pack-trust.ts';
import { pinnedRootsSchema } from '#protocol/packs/roles.ts';
import { fail, ok, type Result } from '#protocol/result.ts';

/** Where the tablet image keeps its settings, on the read-only part of the disk. */
export const SETTINGS_FILE = '/etc/throughline/tablet.json';

/** What the image says about this tablet; everything else comes from enrolment. */
export const tabletSettingsSchema = z.strictObject({
  /** The gateway's address for tablets; HTTPS only. */
  gatewayTabletUrl: z.url({ protocol: /^https$/ }).check(z.maxLength(300)),
  /** The prison's own certificate authority, PEM. Nothing else is trusted (security.md 5 M191). */
  gatewayCaPem: z.string().check(z.maxLength(20_000), z.refine(isCertificate)),
  /** Whose signatures make a pack trustworthy here (ADR 0014). */
  packKeys: z.array(trustedKeySchema).check(z.maxLength(50)),
  /** The root keys; where they stand, the roles they signed say whose packs count, and `packKeys` does not (ROLE-1). */
  packRoots: z.optional(pinnedRootsSchema),
  establishment: z.string().check(z.minLength(1), z.maxLength(120)),
  /** How many of the keys must have signed a pack, and in which roles; see `packTrust` for what holds otherwise. */
  packThreshold: z.optional(z.int().check(z.gte(1), z.lte(10))),
  packRoles: z.optional(z.array(signerRoleSchema)),
  /**
   * Where the image mounts USB sticks with packs, read-only and with nothing on them allowed to run (ADR 0021). A whole
   * path; this tablet takes no sticks where it is missing.
   */
  usbFolder: z.optional(z.string().check(z.regex(/^\/[^\0]*$/), z.maxLength(500))),
  /** This model has a camera that may be used for photographs of work on paper; no camera where nothing is said. */
  camera: z.optional(z.boolean()),
  /** Where this tablet's data lies; Electron's own choice when missing. */
  userData: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
});
export type TabletSettings = z.infer<typeof tabletSettingsSchema>;

/**
 * The rule for packs. Where a prison trusts an education and a security key, both must have signed: two people
 * (content-packs.md 6.4), unless its settings say otherwise.
 */
export function packTrust(settings: TabletSettings): PackTrust {
  const keys = settings.packKeys;
  const roles: readonly SignerRole[] = ['education', 'security'];
  const twoPeople = roles.filter((role) => keys.some((key) => key.role === role));
  const requiredRoles = settings.packRoles ?? twoPeople;
  const threshold = settings.packThreshold ?? Math.max(1, requiredRoles.length);
  return { keys, requiredRoles, threshold, roots: settings.packRoots };
}

/**
 * Why there are no settings. The tablet shows its safe screen and names the code to staff.
 * - `missing` no file · `unreadable` the file cannot be read · `not-json` · `not-valid` a field is wrong (`detail` says which)
 */
export type SettingsFailure = {
  readonly code: 'missing' | 'unreadable' | 'not-json' | 'not-valid';
  readonly detail?: string;
};

/** Reads and judges the settings file. Synchronous, because Chromium must be set up before anything else happens. */
export function readSettings(file: string): Result<TabletSettings, SettingsFailure> {
  const text = readText(file);
  if (!text.ok) return text;
  return parseSettings(text.value);
}

/** Judges the text of a settings file. */
export function parseSettings(text: string): Result<TabletSettings, SettingsFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail({ code: 'not-json' });
  }
  const parsed = tabletSettingsSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return fail({ code: 'not-valid', detail: parsed.error.issues[0]?.path.join('.') ?? '' });
}

function readText(file: string): Result<string, SettingsFailure> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (cause) {
    return fail({ code: (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' });
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}
