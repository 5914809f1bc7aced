import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from './chromium-path.mts';
import { giveTo, ordinaryUser, type OrdinaryUser } from './ordinary-user.mts';

/** Chromium for looking at packs, with a profile that is thrown away. */
export type CheckingBrowser = { readonly context: BrowserContext; readonly close: () => Promise<void> };

/** Nothing of the outside can be reached by name, and nothing of Chromium's own asks for it. */
const SWITCHES = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE throughline.localhost, EXCLUDE *.throughline.localhost',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Debian's Chromium is; undefined where there is none. */
export function checkingBrowserPath(): string | undefined {
  return findChromium();
}

/**
 * Opens Chromium with its sandbox on: what is looked at came from outside and nobody has approved it yet. Started by
 * root, it runs as an ordinary user, because the sandbox refuses to work for root. Undefined where there is none.
 */
export async function openCheckingBrowser(): Promise<CheckingBrowser | undefined> {
  const executable = checkingBrowserPath();
  if (executable === undefined) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'throughline-check-'));
  const user = ordinaryUser();
  mkdirSync(join(home, 'profile'));
  const executablePath = user === undefined ? executable : writeWrapper(home, user, executable);
  if (user !== undefined) giveTo(user, home);
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath,
    chromiumSandbox: true,
    args: SWITCHES,
    env: { HOME: home, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: process.env['LANG'] ?? 'C.UTF-8' },
    viewport: { width: 1280, height: 800 },
    acceptDownloads: false,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function writeWrapper(home: string, { uid, gid }: OrdinaryUser, executable: string): string {
  const wrapper = join(home, 'chromium');
  const become = `setpriv --reuid=${String(uid)} --regid=${String(gid)} --clear-groups --no-new-privs`;
  writeFileSync(wrapper, `#!/bin/sh\nexec ${become} ${executable} "$@"\n`);
  chmodSync(wrapper, 0o755);
  return wrapper;
}
