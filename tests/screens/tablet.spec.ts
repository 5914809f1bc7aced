import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openPrison, type Prison } from '../support/prison-in-a-box.ts';
import { LANGUAGES, type Stop, type Walk } from '../support/screens/stop.ts';
import { walkTablet } from '../support/screens/walk-tablet.ts';

// Consoles and portal have tests of their own beside this one.

/** WCAG 2.2 AA and what axe thinks good beyond it (law 9). */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let prison: Prison;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  prison = await openPrison();
});
test.afterAll(() => prison.close());

test('axe finds nothing on any screen of the tablet, in three languages, and no screen complains in the console', async () => {
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
        if (message.type() === 'error') faults.push(`${stop.program}: ${message.text()}`);
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
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${program} ${name} ${language}: ${id} at ${node.target.join(' ')}`));
}
