import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { createWordSearch } from '../support/prison/find-words.ts';
import { processesOf, wordsInMemory } from '../support/prison/process-memory.ts';
import { makePlace, startTablet } from './support/tablet.ts';

/** In three of four runs one to seven of so many were found when memory was not overwritten (launch-switch.ts). */
const WORDS = Array.from({ length: 150 }, (_, at) => {
  const bytes = createHash('sha256').update(`typed ${String(at)}`).digest().subarray(0, 12);
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
});

test('what was typed key by key is in no process that is left after signing out', async () => {
  const place = await makePlace();
  const tablet = await startTablet(place);
  await tablet.page.evaluate(() => { document.body.append(document.createElement('textarea')); });
  for (const word of WORDS) {
    await tablet.page.evaluate(() => {
      const area = document.querySelector('textarea');
      if (area !== null) area.value = '';
      area?.focus();
    });
    await tablet.page.keyboard.type(word);
  }
  const search = createWordSearch(WORDS);
  const found = (): readonly string[] => processesOf(tablet.app.process().pid ?? 0).flatMap(({ pid }) => wordsInMemory(pid, search));
  expect(found().length, 'the search finds what is there').toBeGreaterThanOrEqual(WORDS.length);
  const fresh = tablet.app.waitForEvent('window');
  await tablet.page.evaluate('window.shell.signOut()').catch(() => undefined);
  await (await fresh).waitForURL('app://tablet/index.html');
  await expect.poll(() => tablet.app.windows().length).toBe(1);
  await expect.poll(found, { timeout: 30_000 }).toEqual([]);
  await tablet.kill();
  place.remove();
});
