import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenTablet } from '../support/prison/given-tablet.ts';
import { findFaults } from '../support/screens/find-faults.ts';
import { press } from '../support/screens/press.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

describe('one person and two tablets', () => {
  let prison: Prison;
  let first: Tablet;
  let second: Tablet;
  let words: readonly string[];

  beforeAll(async () => {
    prison = await openPrison();
    first = await givenTablet(prison, prison.daniel);
    second = await givenTablet(prison, prison.daniel);
  });
  afterAll(() => prison.close());

  it('twelve words written down on one tablet bring the diary to the other', async () => {
    await first.fillInDiary({ mood: 'Low', pull: 6, note: 'Only I can read this' });
    await goToWords(first);
    await press(first.page(), 'Write down my words');
    await first.page().getByRole('list', { name: 'Your twelve words' }).waitFor();
    expect(await findFaults(first.page())).toEqual([]);
    words = await first.page().locator('.recovery-words b').allTextContents();
    await press(first.page(), 'I have written them down');
    await typeAsked(first, words);
    expect(await findFaults(first.page())).toEqual([]);
    await press(first.page(), 'My sheet is ready');
    await first.sees('Your sheet is ready');
    await first.handOverAll();
    await second.handOverAll();
    await goToWords(second);
    await press(second.page(), 'Type my words');
    await typeAsked(second, words);
    expect(await findFaults(second.page())).toEqual([]);
    await press(second.page(), 'Bring my diary back');
    await second.sees('Your diary is here');
    await second.goTo('My diary');
    await second.sees('Only I can read this');
  });

  it('a list that both change unplugged is kept twice, and each tablet says so after its contact', async () => {
    for (const tablet of [first, second]) await tablet.unplug();
    await addToLookFor(first, 'My sister in Rhyl');
    await addToLookFor(second, 'The chapel on Sundays');
    for (const tablet of [first, second, first]) {
      await tablet.plug();
      await tablet.handOverAll();
    }
    for (const tablet of [first, second]) {
      await openPlaces(tablet);
      await tablet.sees('There are two versions: People and places');
    }
  });

  it('what the person chooses on one of them, unplugged, counts on both', async () => {
    await first.unplug();
    await press(first.page(), 'Look at both');
    await first.sees('My sister in Rhyl');
    await first.sees('The chapel on Sundays');
    expect(await findFaults(first.page())).toEqual([]);
    await press(first.page(), 'Put both together');
    await first.sees(/^Done\. Your other tablet gets it/);
    await first.plug();
    for (const tablet of [first, second]) await tablet.handOverAll();
    for (const tablet of [first, second]) {
      await openPlaces(tablet);
      await tablet.sees('My sister in Rhyl');
      await tablet.sees('The chapel on Sundays');
      await tablet.page().locator('[data-choices=none]').waitFor({ state: 'attached' });
      expect(await tablet.page().getByText('There are two versions').count()).toBe(0);
    }
  });
});

async function goToWords(tablet: Tablet): Promise<void> {
  await tablet.goTo('My tablet');
  await press(tablet.page(), 'My recovery words');
}

/** Types every word that the screen asks for, by its number. */
async function typeAsked(tablet: Tablet, words: readonly string[]): Promise<void> {
  for (const [at, word] of words.entries()) {
    const field = tablet.page().getByLabel(`Word ${String(at + 1)}`, { exact: true });
    if (await field.isVisible()) await field.fill(word);
  }
}

async function openPlaces(tablet: Tablet): Promise<void> {
  await tablet.goTo('Self-help');
  await press(tablet.page(), /^My plans/);
  await press(tablet.page(), /^(People and places|Open the list)/);
  await tablet.page().getByRole('heading', { level: 1, name: 'People and places' }).waitFor();
}

async function addToLookFor(tablet: Tablet, words: string): Promise<void> {
  await openPlaces(tablet);
  await tablet.page().getByLabel('Who or where to look for').fill(words);
  await press(tablet.page(), /^Save$/);
  await tablet.page().getByRole('heading', { level: 1, name: 'My plans' }).waitFor();
}
