import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { encodeBase64Url } from '#protocol/base64.ts';
import { enrolReplySchema } from '#protocol/enrolment/schema.ts';
import type { ClientCredential } from './request.ts';
import { writeDurably } from './write-durably.ts';

/** What enrolment gave this tablet; kept as it came, less what the browser adapter alone needs. */
export const enrolmentSchema = z.omit(enrolReplySchema, { packKeys: true, packRoots: true });
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** The tablet's identity on this disk. */
export type TabletCredential = {
  /** The enrolment, or undefined before there is one. */
  readonly enrolment: () => Enrolment | undefined;
  /** Certificate and key for the gateway, once enrolled. */
  readonly client: () => ClientCredential | undefined;
  /** SPKI DER of the key this tablet made, base64url. The private half never leaves. */
  readonly publicKey: () => string;
  /** Keeps what enrolment gave; on the disk when it returns. */
  readonly keep: (enrolment: Enrolment) => void;
};

/**
 * Reads the identity from `<folder>/identity`, making the P-256 key at first use. The key is a file for now; a
 * hardware key takes its place in issue 5. A torn enrolment counts as none: staff enrol the tablet again.
 */
export function loadTabletCredential(folder: string): TabletCredential {
  const home = join(folder, 'identity');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const privateKey = loadOrMakeKey(join(home, 'tablet-key.pem'));
  const file = join(home, 'enrolment.json');
  let enrolment = readEnrolment(file);
  return {
    enrolment: () => enrolment,
    client: () =>
      enrolment?.certificate === undefined ? undefined : { certificate: enrolment.certificate, privateKey },
    publicKey: () => encodeBase64Url(createPublicKey(privateKey).export({ type: 'spki', format: 'der' })),
    keep: (given) => {
      writeDurably(file, JSON.stringify(given));
      enrolment = given;
    },
  };
}

function loadOrMakeKey(file: string): string {
  const there = readText(file);
  if (there !== undefined && isPrivateKey(there)) return there;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeDurably(file, pem);
  return pem;
}

function isPrivateKey(pem: string): boolean {
  try {
    createPublicKey(pem);
    return true;
  } catch {
    return false;
  }
}

function readEnrolment(file: string): Enrolment | undefined {
  const text = readText(file);
  if (text === undefined) return undefined;
  try {
    return enrolmentSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
