import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// React Testing Library tidies up by itself only where test functions are global; ours are imported.
afterEach(() => {
  cleanup();
});
