import type { Page } from '@playwright/test';
import { findAxeFaults } from './find-axe-faults.ts';
import { findCutOff } from './find-cut-off.ts';
import { LANGUAGES } from './stop.ts';
import { speakInside } from './walk-tablet.ts';

/**
 * What axe finds, and what text twice as large cuts off, on a screen of a tablet that is on no walk, in three languages.
 * English last: the story goes on in it.
 */
export async function findFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const language of [...LANGUAGES].reverse()) {
    await speakInside(page, language);
    const here = [...(await findAxeFaults(page)), ...(await findCutOff(page))];
    faults.push(...here.map((fault) => `${language.code}: ${fault}`));
  }
  return faults;
}
