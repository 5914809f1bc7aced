import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWordSearch, findInFiles } from '../support/prison/find-words.ts';
import { givenTablet } from '../support/prison/given-tablet.ts';
import { makeRoleKey } from '../support/prison/make-role-key.ts';
import { processesOf, wordsInMemory, type FoundProcess } from '../support/prison/process-memory.ts';
import { until } from '../support/prison/until.ts';
import { writeEverywhere, type Written } from '../support/prison/write-everywhere.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

const MINUTE = 60_000;

describe('a word of its own in every field of self-help', () => {
  let prison: Prison;

  beforeAll(async () => {
    prison = await openPrison();
    await makeRoleKey(prison, 'keyworker');
  });
  afterAll(() => prison.close());

  /** The fields whose words lie in a file of the tablet or of the prison's programs. */
  const fieldsOnDisk = (written: Written, tablet: Tablet): readonly string[] =>
    findInFiles(createWordSearch([...written.values()]), [tablet.dataFolder, prison.folder]).map(({ word, file }) => `${fieldOf(written, word)} in ${file}`);

  it('is in no file of the kiosk or the gateway after signing out, the process of the page ends, and none that is left has it, main among them', async () => {
    const tablet = await givenTablet(prison, prison.daniel, 'kiosk');
    const written = await writeEverywhere(tablet);
    expect(written.size).toBeGreaterThan(100);
    await tablet.handOverAll();
    const pages = processesOf(tablet.processId()).filter(({ kind }) => kind === 'renderer');
    expect(fieldsInMemory(written, pages), 'the search finds what is there').not.toEqual([]);
    await tablet.signOut();
    const left = (): readonly FoundProcess[] => processesOf(tablet.processId());
    await until(() => !left().some(({ pid }) => pages.some((page) => page.pid === pid)), 'the process of the page to end');
    expect(left().map(({ kind }) => kind)).toContain('browser');
    expect(fieldsInMemory(written, left())).toEqual([]);
    expect(fieldsOnDisk(written, tablet)).toEqual([]);
    await tablet.stop();
    expect(fieldsOnDisk(written, tablet), 'what is written at the end of the program').toEqual([]);
  }, 8 * MINUTE);

  // Its memory is another matter: SECURITY.md says what stays there.
  it('is in no file of a managed Chromium or the gateway after signing out', async () => {
    const tablet = await givenTablet(prison, prison.rhys);
    const written = await writeEverywhere(tablet, { techniques: 2 });
    await tablet.handOverAll();
    await tablet.signOut();
    expect(fieldsOnDisk(written, tablet)).toEqual([]);
    await tablet.stop();
    expect(fieldsOnDisk(written, tablet), 'what is written at the end of the program').toEqual([]);
  }, 6 * MINUTE);
});

/** The fields whose words lie in the memory of these processes, and of which; throws where it may not be read. */
function fieldsInMemory(written: Written, processes: readonly FoundProcess[]): readonly string[] {
  const search = createWordSearch([...written.values()]);
  return processes.flatMap(({ pid, kind }) => wordsInMemory(pid, search).map((word) => `${fieldOf(written, word)} in ${kind}`));
}

function fieldOf(written: Written, word: string): string {
  return [...written].find(([, one]) => one === word)?.[0] ?? word;
}
