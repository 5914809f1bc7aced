import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';
import { settledTablet } from '../support/prison/given-tablet.ts';

/** Notes where the place of a lesson begins, in every picture of the screen from now on. */
const NOTE_STAGE = `
  window.stageTops = new Set();
  (function note() {
    const stage = document.querySelector('.education-stage');
    if (stage !== null) stageTops.add(Math.round(stage.getBoundingClientRect().top));
    requestAnimationFrame(note);
  })();
`;

/** The places noted, once two more pictures were drawn: the last thing that goes away moves what stays only in the next. */
const NOTED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done([...stageTops]))))';

describe('finding something to learn with the network off', () => {
  let prison: Prison;
  let tablet: Tablet;

  beforeAll(async () => {
    prison = await openPrison();
    tablet = await settledTablet(prison, prison.daniel);
    await tablet.unplug();
    await tablet.goTo('Learn');
  });
  afterAll(() => prison.close());

  const find = (words: string) => tablet.page().getByLabel('Find something to learn').fill(words);

  it('a learner finds a lesson by a misspelt word, is told it is a guess and why, and comes to the very page', async () => {
    const page = tablet.page();
    await find('percantages ');
    await page.getByRole('heading', { name: 'Near to what you typed' }).waitFor();
    const result = page.getByRole('button', { name: /Decimals and percentages/ }).first();
    expect(await result.locator('mark').first().textContent()).toMatch(/percentages/i);
    await page.evaluate(NOTE_STAGE);
    await result.click();
    await tablet.seesInPack(/percent/i);
    await page.getByText('Opening the course').waitFor({ state: 'hidden' });
    expect(await page.evaluate(NOTED), 'what opens stands still: a finger on its way to an answer meets that answer').toHaveLength(1);
    await page.getByRole('button', { name: 'Back to the course' }).click();
  });

  it('finds the Welsh page by another form of its word than stands there', async () => {
    const page = tablet.page();
    await tablet.goTo('Learn');
    await find('nghegin ');
    const result = page.getByRole('button', { name: /gegin/ }).first();
    await result.waitFor();
    expect(await result.locator('[lang=cy] mark').first().textContent()).toMatch(/gegin|cegin/i);
  });

  it('says so when there is nothing, and what to do', async () => {
    await find('xylophone');
    await tablet.sees('Nothing found for “xylophone”');
    await tablet.sees(/Or look through all courses/);
  });
});
