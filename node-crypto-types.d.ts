/**
 * Browsers call the types of WebCrypto by these global names, and so do packages that run in both (HPKE, X.509).
 * Node's types have them inside `webcrypto` only, so for the projects that run in Node they are named here.
 * tests/ sees the browser's instead: code that uses the global names and the global `crypto` fits both.
 */
type CryptoKey = import('node:crypto').webcrypto.CryptoKey;
type CryptoKeyPair = import('node:crypto').webcrypto.CryptoKeyPair;
