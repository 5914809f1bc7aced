import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenTablet } from '../support/prison/given-tablet.ts';
import { openDesk, type Desk } from '../support/prison/open-desk.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';
import { press } from '../support/screens/press.ts';

describe('a call for help', () => {
  let prison: Prison;
  let tablet: Tablet;
  let desk: Desk;

  beforeAll(async () => {
    prison = await openPrison();
    desk = await openDesk(prison, 'safer-custody', '#/alerts');
    tablet = await givenTablet(prison, prison.daniel);
  });
  afterAll(async () => {
    await desk.close();
    await prison.close();
  });

  it('follows a worrying answer: with no network help opens at once, and says that nobody was told yet', async () => {
    await tablet.unplug();
    await tablet.goTo('Self-help');
    await press(tablet.page(), /^Questions about me/);
    await tablet.page().getByRole('listitem').filter({ hasText: /^Low mood \(/ }).getByRole('button', { name: 'Open', exact: true }).click();
    await tablet.sees('If an answer worries us');
    await press(tablet.page(), 'Start the questions');
    for (let question = 1; question <= 9; question += 1) {
      await tablet.sees(new RegExp(`^Question ${String(question)} of `));
      // Only the ninth asks about death: "several days" is a worrying answer, "not at all" is none.
      await tablet.page().locator('.measure-item [type=radio]').nth(question === 9 ? 1 : 0).check({ force: true });
      await press(tablet.page(), /^(Next|Finish)$/);
    }
    await tablet.sees('Help for right now');
    await tablet.sees('Not sent yet. Press your bell.');
  });

  it('goes out by itself when the cable is in, and the desk has who and where and nothing else', async () => {
    await tablet.plug();
    await tablet.sees('Sent. Nobody has seen it yet.');
    const call = desk.page.getByRole('heading', { level: 3, name: new RegExp(`^A wing, A1-07 · ${prison.daniel.name}`) });
    await call.waitFor();
    await desk.page.getByText('An answer to a questionnaire says that they may be in danger.').waitFor();
    expect(await desk.page.locator('main').innerText()).not.toMatch(/mood|PHQ|dead/i);
  });

  it('is seen at the desk, and the tablet says so; how it ended stands there, too', async () => {
    await desk.page.getByRole('button', { name: 'I have seen it' }).click();
    await tablet.sees(/^Safer custody has seen it/);
    await desk.page.getByLabel('How did it end?').selectOption({ label: 'Somebody was with them; they are safe for now' });
    await desk.page.getByRole('button', { name: 'Close the call' }).click();
    await desk.page.getByText(/^Closed by .*they are safe for now$/).waitFor();
    await desk.page.getByText('Nobody is calling').waitFor();
  });

  it('can be made before signing in, and then speaks for the cell', async () => {
    await press(tablet.page(), 'Back');
    await tablet.goHome();
    await tablet.signOut();
    await press(tablet.page(), /^Act now/);
    await press(tablet.page(), 'Tell staff now');
    await tablet.sees('Sent. Nobody has seen it yet.');
    await desk.page.getByRole('heading', { level: 3, name: /^A wing, A1-07 · Nobody was signed in$/ }).waitFor();
    await desk.page.getByText('Asked for staff on the tablet.').waitFor();
  });
});
