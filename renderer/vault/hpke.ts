import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { Bytes } from '#protocol/session/key-hierarchy.ts';

/** A person's key pair on this tablet: raw private scalar (32 bytes) and raw public point (65 bytes). */
export type RawKeyPair = { readonly privateKey: Bytes; readonly publicKey: Bytes };

/** Length of the operation key, and the label it is exported under (RFC 9180 section 5.3). */
const OPERATION_KEY_BYTES = 32;
const OPERATION_KEY_LABEL = 'operation-key';

/** P-256, HKDF-SHA-256, AES-256-GCM (ADR 0013). The kiosk's vault does the same in electron/vault. */
function createSuite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** Makes a new key pair. */
export async function createKeyPair(): Promise<RawKeyPair> {
  const { kem } = createSuite();
  const pair = await kem.generateKeyPair();
  return {
    privateKey: new Uint8Array(await kem.serializePrivateKey(pair.privateKey)),
    publicKey: new Uint8Array(await kem.serializePublicKey(pair.publicKey)),
  };
}

/**
 * Agrees on one operation key with the gateway, in Auth mode: only this person's key can have made it. Takes the
 * gateway's raw public key (65 bytes) and the HPKE `info`; returns what the gateway needs (`enc`) and the key.
 */
export async function agreeOperationKey(
  person: RawKeyPair,
  gatewayKey: Bytes,
  info: string,
): Promise<{ readonly enc: Bytes; readonly key: Bytes }> {
  const suite = createSuite();
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(gatewayKey),
    senderKey: await toCryptoKeys(suite, person),
    info: utf8(info),
  });
  const key = await sender.export(utf8(OPERATION_KEY_LABEL), OPERATION_KEY_BYTES);
  return { enc: new Uint8Array(sender.enc), key: new Uint8Array(key) };
}

/** Opens what was sealed to the person in base mode; undefined when it was not, or was changed. */
export async function openSealed(person: RawKeyPair, enc: Bytes, box: Bytes, info: string): Promise<Bytes | undefined> {
  const suite = createSuite();
  try {
    const recipientKey = await toCryptoKeys(suite, person);
    const recipient = await suite.createRecipientContext({ recipientKey, enc, info: utf8(info) });
    return new Uint8Array(await recipient.open(box));
  } catch {
    return undefined;
  }
}

/** Seals bytes to somebody's public key (65 raw bytes) in base mode; only they open it, with the same `info`. */
export async function sealTo(publicKey: Bytes, plain: Bytes, info: string): Promise<{ readonly enc: Bytes; readonly box: Bytes }> {
  const suite = createSuite();
  const sender = await suite.createSenderContext({ recipientPublicKey: await suite.kem.deserializePublicKey(publicKey), info: utf8(info) });
  const box = new Uint8Array(await sender.seal(plain));
  return { enc: new Uint8Array(sender.enc), box };
}

async function toCryptoKeys(suite: CipherSuite, pair: RawKeyPair): Promise<CryptoKeyPair> {
  return {
    privateKey: await suite.kem.deserializePrivateKey(pair.privateKey),
    publicKey: await suite.kem.deserializePublicKey(pair.publicKey),
  };
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
