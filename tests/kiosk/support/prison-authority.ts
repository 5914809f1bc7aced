import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate authority as a prison has one, and what it can sign. */
export type PrisonAuthority = {
  readonly caPem: string;
  readonly signServer: () => Promise<{ readonly certificate: string; readonly key: string }>;
  /** Signs a tablet's key, given as SPKI DER. */
  readonly signTablet: (tabletId: string, spki: Uint8Array) => Promise<string>;
};

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
x509.cryptoProvider.set(webcrypto as Crypto);

/** Makes a fresh authority; its certificates are valid for a day. */
export async function createPrisonAuthority(): Promise<PrisonAuthority> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 86_400_000) };
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test prison authority',
    keys: keys as CryptoKeyPair,
    signingAlgorithm: ALGORITHM,
    ...validity,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const sign = async (
    subject: string,
    publicKey: webcrypto.CryptoKey,
    extensions: x509.Extension[],
  ): Promise<string> => {
    const certificate = await x509.X509CertificateGenerator.create({
      subject,
      issuer: ca.subject,
      publicKey: publicKey as CryptoKey,
      signingKey: keys.privateKey as CryptoKey,
      signingAlgorithm: ALGORITHM,
      ...validity,
      extensions,
    });
    return certificate.toString('pem');
  };
  return {
    caPem: ca.toString('pem'),
    signServer: async () => {
      const pair = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
      const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey);
      const names = new x509.SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'dns', value: 'localhost' },
      ]);
      const key = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(pkcs8).toString('base64')}\n-----END PRIVATE KEY-----\n`;
      return { certificate: await sign('CN=gateway', pair.publicKey, [names]), key };
    },
    signTablet: async (tabletId, spki) => {
      const publicKey = await webcrypto.subtle.importKey('spki', new Uint8Array(spki), ALGORITHM, true, ['verify']);
      return sign(`CN=${tabletId}`, publicKey, [
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
      ]);
    },
  };
}
