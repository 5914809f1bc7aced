import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_SHELL } from '../tests/support/prison/browser-tablet.ts';
import { openPrison } from '../tests/support/prison-in-a-box.ts';
import { LANGUAGES, type Stop } from '../tests/support/screens/stop.ts';
import { walkConsole } from '../tests/support/screens/walk-console.ts';
import { walkPortal } from '../tests/support/screens/walk-portal.ts';
import { walkTablet } from '../tests/support/screens/walk-tablet.ts';
import { inProject } from './lib/paths.mts';

// `npm run gallery`: every screen of tablet, consoles and portal as PNG, at both sizes, in the three languages, from a
// prison of real processes. `out/gallery/<program>/<screen>-<language>-<width>.png`.

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
] as const;

const folder = inProject('out/gallery');
rmSync(folder, { recursive: true, force: true });
const prison = await openPrison({ browser: CHROMIUM_SHELL });
const browser = await chromium.launch(CHROMIUM_SHELL);
let pictures = 0;
try {
  for await (const stop of walkTablet(prison)) await picture(stop);
  for await (const stop of walkConsole(prison, browser, prison.accounts)) await picture(stop);
  for await (const stop of walkPortal(prison)) await picture(stop);
} finally {
  await browser.close();
  await prison.close();
}
process.stdout.write(`${String(pictures)} pictures in out/gallery\n`);

async function picture(stop: Stop): Promise<void> {
  mkdirSync(join(folder, stop.program), { recursive: true });
  // English last: the walk goes on in it.
  for (const language of [...LANGUAGES].reverse()) {
    await stop.speak(language);
    for (const size of SIZES) {
      await stop.page.setViewportSize(size);
      await stop.page.screenshot({ path: join(folder, stop.program, `${stop.name}-${language.code}-${String(size.width)}.png`), animations: 'disabled' });
      pictures += 1;
    }
  }
  process.stdout.write(`${stop.program} ${stop.name}\n`);
}
