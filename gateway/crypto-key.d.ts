import type { webcrypto } from 'node:crypto';

// @hpke/core names the browser's global type; Node has the same class under another name.
declare global {
  type CryptoKey = webcrypto.CryptoKey;
  type CryptoKeyPair = webcrypto.CryptoKeyPair;
}
