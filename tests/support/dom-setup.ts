import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom has typed arrays of its own, while Node's encoders, ciphers and clones give Node's: one kind for both, or
// what was stored and read again is "not a typed array". A browser has only one.
const encoded = new TextEncoder().encode('');
Object.assign(globalThis, { Uint8Array: encoded.constructor, ArrayBuffer: encoded.buffer.constructor });

// jsdom draws nothing, so it cannot scroll.
Element.prototype.scrollIntoView = () => undefined;

// React Testing Library tidies up by itself only where test functions are global; ours are imported.
afterEach(() => {
  cleanup();
});
