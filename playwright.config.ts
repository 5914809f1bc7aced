import { defineConfig } from '@playwright/test';
import { chromiumShellPath } from './scripts/lib/chromium-path.mts';

/** Switches for Debian's Chromium on a machine without an outside network; it may run as root in a container. */
const CHROMIUM_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const resultsFile = process.env['THROUGHLINE_PLAYWRIGHT_RESULTS'];

/**
 * `kiosk` drives the real Electron (run it under xvfb-run where there is no display), `screens` drives Chromium.
 * One worker, because each test owns a machine-wide resource: a display, a port or a kiosk. No retries: flaky is failing.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'out/test-results',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: resultsFile === undefined ? 'list' : [['list'], ['json', { outputFile: resultsFile }]],
  projects: [
    {
      name: 'kiosk',
      testMatch: 'kiosk/**/*.spec.ts',
      timeout: 120_000,
      use: { viewport: null },
    },
    {
      name: 'screens',
      testMatch: 'screens/**/*.spec.ts',
      timeout: 60_000,
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        hasTouch: true,
        launchOptions: {
          executablePath: chromiumShellPath(),
          args: CHROMIUM_SWITCHES,
        },
        // A trace photographs the page at every step, whether it is kept or not: `--trace on` for the test that puzzles you.
        trace: 'off',
        screenshot: 'only-on-failure',
      },
    },
  ],
});
