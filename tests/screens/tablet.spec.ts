import { expect, test } from '@playwright/test';
import { CHROMIUM_SHELL } from '../support/prison/browser-tablet.ts';
import { openPrison, type Prison } from '../support/prison-in-a-box.ts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { findCutOff } from '../support/screens/find-cut-off.ts';
import { LANGUAGES, type Stop, type Walk } from '../support/screens/stop.ts';
import { walkTablet } from '../support/screens/walk-tablet.ts';

// Consoles and portal have tests of their own beside this one.

let prison: Prison;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  prison = await openPrison({ browser: CHROMIUM_SHELL });
});
test.afterAll(() => prison.close());

test('axe finds nothing on any screen of the tablet, in three languages, text twice as large cuts nothing off, and no screen complains in the console', async () => {
  test.setTimeout(1_500_000);
  expect(await faultsOf(walkTablet(prison))).toEqual([]);
});

/** Walks to the end and returns every fault with its screen, language and rule. */
async function faultsOf(walk: Walk): Promise<readonly string[]> {
  const faults: string[] = [];
  const heard = new Set<unknown>();
  let seen = 0;
  for await (const stop of walk) {
    if (!heard.has(stop.page)) {
      heard.add(stop.page);
      stop.page.on('console', (message) => {
        // Unplugged, the browser says so at every try: that is no complaint of the screen.
        if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED')) faults.push(`${stop.program}: ${message.text()}`);
      });
    }
    // English last: the walk goes on in it.
    for (const language of [...LANGUAGES].reverse()) {
      await stop.speak(language);
      faults.push(...(await faultsHere(stop, language.code)));
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(30);
  return faults;
}

async function faultsHere({ page, program, name }: Stop, language: string): Promise<readonly string[]> {
  return [...(await findAxeFaults(page)), ...(await findCutOff(page))].map((fault) => `${program} ${name} ${language}: ${fault}`);
}
