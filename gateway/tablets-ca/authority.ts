import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { fail, ok, type Result } from '#protocol/result.ts';
import { loadOrMakeSecretFile } from '../secrets/secret-file.ts';

/** The prison's own small certificate authority: it vouches for the tablet door, and for each tablet at it. */
export type Authority = {
  /** What tablets trust, PEM; goes into their image or settings. */
  readonly caPem: string;
  /** Key and certificate of the tablet door, PEM. */
  readonly server: { readonly keyPem: string; readonly certificatePem: string };
  /** A client certificate for a tablet's own P-256 key (SPKI DER). Fails when the bytes are no such key. */
  readonly issue: (
    publicKey: Uint8Array,
    tabletId: string,
  ) => Promise<Result<IssuedCertificate, { readonly code: 'key-unfit' }>>;
};

/** A tablet's certificate; the door knows it again by the SHA-256 of its DER. */
export type IssuedCertificate = { readonly pem: string; readonly sha256: Uint8Array };

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const SPKI_P256 = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/**
 * Certificates have no date that matters: a tablet whose battery died believes it is 1970, and must still reach the
 * gateway (CLOCK-2). What ends trust is revocation, looked up on every request, not a clock.
 * 9999-12-31 is RFC 5280's "no well-defined expiration date".
 */
const ALWAYS = { notBefore: new Date('1970-01-01T00:00:00Z'), notAfter: new Date('9999-12-31T23:59:59Z') };

x509.cryptoProvider.set(crypto as never);

/**
 * Opens the authority in its folder, or makes it there on first start. Keys are readable by the gateway's user alone.
 * `names` are host names or IP addresses under which tablets reach the door, besides this machine's own.
 */
export async function openAuthority(folder: string, names: readonly string[]): Promise<Authority> {
  const caKeyPem = await loadOrMakeSecretFile(`${folder}/ca-key.pem`, newKeyPem);
  const caKeys = await readKeys(caKeyPem);
  const caPem = await loadOrMakeSecretFile(`${folder}/ca.pem`, () => makeCa(caKeys));
  const ca = new x509.X509Certificate(caPem);
  const keyPem = await loadOrMakeSecretFile(`${folder}/door-key.pem`, newKeyPem);
  // Made at each start: its names may have changed, and it costs a millisecond.
  const certificatePem = await makeServerCertificate(ca, caKeys.privateKey, await readKeys(keyPem), names);
  return {
    caPem,
    server: { keyPem, certificatePem },
    issue: (publicKey, tabletId) => issue(ca, caKeys.privateKey, publicKey, tabletId),
  };
}

async function issue(
  ca: x509.X509Certificate,
  signingKey: CryptoKey,
  spki: Uint8Array,
  tabletId: string,
): ReturnType<Authority['issue']> {
  const isP256 =
    spki.length === SPKI_P256.length + 65 && Buffer.from(spki).subarray(0, SPKI_P256.length).equals(SPKI_P256);
  if (!isP256) return fail({ code: 'key-unfit' });
  let publicKey: CryptoKey;
  try {
    publicKey = await crypto.subtle.importKey('spki', Uint8Array.from(spki), CURVE, true, ['verify']);
  } catch {
    return fail({ code: 'key-unfit' });
  }
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: [{ CN: [tabletId] }],
    issuer: ca.subject,
    ...ALWAYS,
    publicKey,
    signingKey,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
      new x509.SubjectAlternativeNameExtension([{ type: 'url', value: `urn:throughline:tablet:${tabletId}` }]),
    ],
  });
  return ok({
    pem: certificate.toString('pem'),
    sha256: createHash('sha256').update(Buffer.from(certificate.rawData)).digest(),
  });
}

async function makeCa(keys: CryptoKeyPair): Promise<string> {
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: [{ CN: ['Throughline tablets'] }],
    ...ALWAYS,
    keys: keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return certificate.toString('pem');
}

async function makeServerCertificate(
  ca: x509.X509Certificate,
  signingKey: CryptoKey,
  keys: CryptoKeyPair,
  names: readonly string[],
): Promise<string> {
  const all = [...new Set(['localhost', '127.0.0.1', '::1', ...names])];
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: [{ CN: [names[0] ?? 'localhost'] }],
    issuer: ca.subject,
    ...ALWAYS,
    publicKey: keys.publicKey as never,
    signingKey,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        all.map((name) => ({ type: isAddress(name) ? ('ip' as const) : ('dns' as const), value: name })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(ca),
    ],
  });
  return certificate.toString('pem');
}

async function newKeyPem(): Promise<string> {
  const keys = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
}

/** Both halves from the private half's PEM: the public one is in the same JWK. */
async function readKeys(pem: string): Promise<CryptoKeyPair> {
  const [pkcs8] = x509.PemConverter.decode(pem);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8 ?? new ArrayBuffer(0), CURVE, true, ['sign']);
  const { d: _d, key_ops: _ops, ...jwk } = await crypto.subtle.exportKey('jwk', privateKey);
  const publicKey = await crypto.subtle.importKey('jwk', jwk, CURVE, true, ['verify']);
  return { privateKey, publicKey };
}

/** Sixteen random bytes, positive (RFC 5280: at most twenty octets, not negative). */
function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function isAddress(name: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || name.includes(':');
}
