import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * The rings that run in Node. `unit` and `dom` lie beside the source they describe; the others need two runtimes
 * and lie in tests/. `flows` start real processes, so they run one file at a time and may take minutes.
 */
const MINUTE = 60_000;

export default defineConfig({
  define: { __TEST_BUILD__: 'true' },
  test: {
    // Flaky is failing: nothing is tried twice.
    retry: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Some start a real server and hash passwords: five seconds are not enough on two busy cores.
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
          environment: 'node',
          include: ['protocol', 'electron', 'gateway', 'family', 'content-packs', 'scripts'].map(
            (side) => `${side}/**/*.test.{ts,mts}`,
          ),
          exclude: ['content-packs/sources/**'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
          environment: 'jsdom',
          // One jsdom for each file, but what Node read and compiled is shared: a fifth of the time of a process for each.
          pool: 'vmThreads',
          include: ['renderer/**/*.test.{ts,tsx}', 'gateway/**/*.test.tsx', 'family/**/*.test.tsx'],
          setupFiles: ['tests/support/dom-setup.ts'],
        },
      },
      ring('contracts', 2 * MINUTE),
      ring('simulation', 10 * MINUTE),
      ring('flows', 5 * MINUTE, { fileParallelism: false }),
      ring('architecture', 2 * MINUTE),
    ],
  },
});

/** One folder of tests/ as a project; `limit` is the longest one test or hook may take, in milliseconds. */
function ring(name: string, limit: number, more: { readonly fileParallelism?: boolean } = {}) {
  return {
    extends: true as const,
    test: {
      name,
      environment: 'node' as const,
      include: [`tests/${name}/**/*.test.ts`],
      exclude: ['tests/architecture/fixtures/**'],
      testTimeout: limit,
      hookTimeout: limit,
      ...more,
    },
  };
}
