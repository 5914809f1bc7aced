import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';
import { settledTablet } from '../support/prison/given-tablet.ts';
import { press } from '../support/screens/press.ts';

const TECHNIQUE = 'Mind traps';
const MOMENT = 'Your own moment';
const THOUGHT = 'They have all forgotten me, and it is my own doing';

describe('a power cut in the middle of self-help', () => {
  let prison: Prison;
  let tablet: Tablet;

  beforeAll(async () => {
    prison = await openPrison();
    tablet = await settledTablet(prison, prison.daniel);
    await tablet.unplug();
  });
  afterAll(() => prison.close());

  const cutAndReturn = async (): Promise<void> => {
    await tablet.kill();
    await tablet.start();
    await tablet.signIn(prison.daniel);
    await tablet.goTo('Self-help');
  };

  it('a technique goes on at its step, with every word that the screen called kept', async () => {
    await tablet.goTo('Self-help');
    await press(tablet.page(), /^Toolbox/);
    await press(tablet.page(), new RegExp(`^${TECHNIQUE}`));
    await press(tablet.page(), 'Start');
    await toStep(tablet, MOMENT);
    const thought = tablet.page().getByRole('textbox').nth(1);
    await thought.fill(THOUGHT);
    await tablet.sees('Kept on this tablet');
    // The last second: it may be there after the cut, and it may not.
    await thought.press('End');
    await thought.pressSequentially(', I think');
    await cutAndReturn();
    await press(tablet.page(), /^Toolbox/);
    await press(tablet.page(), new RegExp(`^${TECHNIQUE}`));
    await press(tablet.page(), 'Go on where I stopped');
    await tablet.page().getByRole('heading', { level: 1, name: MOMENT }).waitFor();
    expect((await tablet.page().getByRole('textbox').nth(1).inputValue()).slice(0, THOUGHT.length)).toBe(THOUGHT);
  });

  it('a questionnaire goes on at its question, with every answer that the screen called kept', async () => {
    const openMeasure = async (): Promise<void> => {
      await press(tablet.page(), /^Questions about me/);
      await tablet.page().getByRole('listitem').filter({ hasText: 'Mood and worry, short' }).getByRole('button', { name: 'Open', exact: true }).click();
    };
    await tablet.goTo('Self-help');
    await openMeasure();
    await press(tablet.page(), 'Start the questions');
    for (const [index, answer] of [3, 1].entries()) {
      await tablet.sees(`Question ${String(index + 1)} of 4`);
      await pick(tablet, answer);
      await press(tablet.page(), 'Next');
    }
    await tablet.sees('Question 3 of 4');
    await pick(tablet, 2);
    await tablet.sees('Kept on this tablet');
    await cutAndReturn();
    await openMeasure();
    await press(tablet.page(), 'Go on where I stopped');
    for (const [question, answer] of [[3, 2], [2, 1], [1, 3]] as const) {
      await tablet.sees(`Question ${String(question)} of 4`);
      expect(await tablet.page().locator('.measure-item [type=radio]').nth(answer).isChecked(), `question ${String(question)}`).toBe(true);
      if (question > 1) await press(tablet.page(), 'Back');
    }
  });
});

/** Goes on, leaving out what is asked on the way. */
async function toStep(tablet: Tablet, step: string): Promise<void> {
  const page = tablet.page();
  const wanted = page.getByRole('heading', { level: 1, name: step });
  while (!(await wanted.isVisible())) {
    const before = await page.locator('main h1').innerText();
    await page.getByRole('button', { name: /^(Next|Leave this out)$/ }).click();
    await page.locator('main h1').filter({ hasNotText: before }).waitFor();
  }
}

/** Picks an answer by its place, and knows that the page has taken it. */
async function pick(tablet: Tablet, answer: number): Promise<void> {
  await tablet.page().locator('.measure-item [type=radio]').nth(answer).check({ force: true });
}
