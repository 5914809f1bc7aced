import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom has a world of objects of its own, while Node's encoders, ciphers and clones give Node's: one kind for both, or
// what was stored and read again is "not a typed array". A browser has only one.
Object.assign(globalThis, { Uint8Array: Object.getPrototypeOf(Buffer) as unknown, ArrayBuffer: Buffer.from('node').buffer.constructor, TextEncoder, TextDecoder });

// jsdom has no ciphers; every browser has.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

// jsdom draws nothing, so it cannot scroll.
Element.prototype.scrollIntoView = () => undefined;

// A busy machine may need more than the library's one second until words are loaded and a database has answered.
configure({ asyncUtilTimeout: 20_000 });

// React Testing Library tidies up by itself only where test functions are global; ours are imported.
afterEach(() => {
  cleanup();
});
