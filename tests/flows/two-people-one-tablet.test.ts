import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesWith } from '../support/prison/find-words.ts';
import { openPrison, type Prison, type Prisoner, type Tablet } from '../support/prison-in-a-box.ts';
import { givenTablet } from '../support/prison/given-tablet.ts';

const WRONG_PIN = '602913';

describe('two people and one tablet', () => {
  let prison: Prison;
  let tablet: Tablet;
  let daniel: Prisoner;
  let rhys: Prisoner;

  beforeAll(async () => {
    prison = await openPrison();
    ({ daniel, rhys } = prison);
    tablet = await givenTablet(prison, daniel);
    await tablet.signOut();
    await tablet.firstSignIn(rhys, tablet.slipOf(rhys));
    await tablet.handOverAll();
    await tablet.signOut();
  });
  afterAll(() => prison.close());

  it('neither sees the other’s messages, drafts or diary', async () => {
    await tablet.unplug();
    await tablet.signIn(daniel);
    await tablet.writeTo('Karen Marsh', 'Daniel writes of the blue door');
    await tablet.draftTo('Karen Marsh', 'Daniel has not finished this');
    await tablet.fillInDiary({ mood: 'Low', pull: 7, note: 'Daniel keeps this to himself' });
    await tablet.signOut();
    await tablet.signIn(rhys);
    // Before the diary, whose first screen keeps that Rhys has read it.
    await tablet.goTo('My tablet');
    await tablet.sees('Nothing is waiting.');
    await tablet.goTo('Messages');
    await tablet.sees('Siân Owen');
    expect(await screenText(tablet)).not.toMatch(/Karen|Daniel|Draft/);
    await tablet.goTo('My diary');
    await tablet.sees('Fill in today');
    expect(await screenText(tablet)).not.toContain('Daniel');
    await tablet.writeTo('Siân Owen', 'Rhys writes of the red door');
    await tablet.signOut();
    expect(await screenText(tablet), 'the start screen tells nobody who was here').not.toMatch(
      /Daniel|Rhys|Marsh|Owen/,
    );
  });

  it('what lies on the disk tells neither of the other’s words', () => {
    for (const words of ['the blue door', 'has not finished this', 'keeps this to himself', 'the red door'])
      expect(filesWith(words, [tablet.dataFolder]), words).toEqual([]);
  });

  it('the PIN of one does not open the other', async () => {
    await tablet.tryToSignIn(rhys.prisonerNumber, daniel.pin);
    await tablet.sees('That PIN is not right. Try again.');
    await tablet.page().getByRole('button', { name: 'Back' }).click();
    await tablet.page().getByRole('button', { name: 'Back' }).click();
  });

  it('while one has to wait after wrong PINs, the other signs in at once', async () => {
    await tablet.tryToSignIn(daniel.prisonerNumber, WRONG_PIN);
    for (let tries = 1; tries < 3; tries += 1) {
      await tablet.sees('That PIN is not right. Try again.');
      await tablet.page().locator('input[type=password]').fill(WRONG_PIN);
      await tablet.page().locator('form.ui-pin-room button[type=submit]').click();
    }
    await tablet.sees('Please wait a little');
    await tablet.page().getByRole('button', { name: 'Back' }).click();
    await tablet.page().getByRole('button', { name: 'Back' }).click();
    await tablet.signIn(rhys);
    await tablet.sees('There was 1 wrong try at your PIN since you last signed in.');
  });

  it('one person’s contact with the prison also hands over what the absent one wrote', async () => {
    await tablet.plug();
    await tablet.handOverAll();
    const moderator = await prison.staff('moderator');
    const held = await moderator.findHeld('Daniel writes of the blue door');
    expect(held).toMatchObject({ person: { personId: daniel.personId }, contact: { name: 'Karen Marsh' } });
    expect((await moderator.findHeld('Rhys writes of the red door')).person.personId).toBe(rhys.personId);
  });

  it('what happens to the absent one’s message comes back sealed, and is there when they sign in with no network', async () => {
    const moderator = await prison.staff('moderator');
    await moderator.stop('Daniel writes of the blue door', 'unreadable', 'The word after door, please.');
    await tablet.meetGateway();
    await tablet.sees('The prison answered.');
    expect(filesWith('The word after door', [tablet.dataFolder])).toEqual([]);
    await tablet.signOut();
    await tablet.unplug();
    await signInAfterWait(tablet, daniel);
    await tablet.seesMessageAs('Karen Marsh', 'Daniel writes of the blue door', 'Stopped');
    await tablet.askWhere('Karen Marsh', 'Daniel writes of the blue door');
    await tablet.sees('The word after door, please.');
    await tablet.openThread('Karen Marsh');
    await tablet.sees('Go on with your draft');
    await tablet.goTo('My diary');
    await tablet.sees('Daniel keeps this to himself');
  });
});

/** Three wrong tries were somebody else's doing: a new page begins the wait of two seconds anew, and then it is over. */
async function signInAfterWait(tablet: Tablet, { prisonerNumber, pin, firstName }: Prisoner): Promise<void> {
  await tablet.tryToSignIn(prisonerNumber, pin);
  await tablet.sees('Please wait a little');
  await tablet.page().locator('input[type=password]:enabled').fill(pin);
  await tablet.page().locator('form.ui-pin-room button[type=submit]').click();
  await tablet.sees(`Hello, ${firstName}`);
  await tablet.sees('There were 3 wrong tries at your PIN since you last signed in.');
}

function screenText(tablet: Tablet): Promise<string> {
  return tablet.page().locator('body').innerText();
}
