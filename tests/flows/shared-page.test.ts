import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesWith } from '../support/prison/find-words.ts';
import { givenTablet } from '../support/prison/given-tablet.ts';
import { openSharingDesk, type SharingDesk } from '../support/prison/sharing-desk.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';
import { press } from '../support/screens/press.ts';

describe('a page of the diary that somebody shows to their keyworker', () => {
  let prison: Prison;
  let tablet: Tablet;
  let desk: SharingDesk;

  beforeAll(async () => {
    prison = await openPrison();
    desk = await openSharingDesk(prison, 'keyworker');
    tablet = await givenTablet(prison, prison.daniel);
    await tablet.fillInDiary({ mood: 'Low', pull: 7, note: 'Daniel keeps this to himself' });
    await tablet.handOverAll();
  });
  afterAll(async () => {
    await desk.close();
    await prison.close();
  });

  it('is shared with no network for a week, and goes out sealed at the next contact', async () => {
    await tablet.unplug();
    await goToSharing(tablet);
    await press(tablet.page(), 'Share something');
    await tablet.page().locator('.ui-list .ui-list-row').first().click();
    await press(tablet.page(), /^My keyworker/);
    await press(tablet.page(), /^7 days/);
    await press(tablet.page(), 'Share this page');
    await tablet.sees('On this tablet, not sent yet');
    await tablet.plug();
    await tablet.handOverAll();
  });

  it('is opened and answered at the desk of that role, and its writer sees by whom', async () => {
    const day = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await desk.answer(prison.daniel.name, 'I saw your weeks', { day, time: '10:00', place: 'Wing office' });
    await tablet.meetGateway();
    await goToSharing(tablet);
    await tablet.sees(/Opened by Joss Penn/);
    await tablet.sees('I saw your weeks');
    await tablet.sees(/at 10:00, Wing office/);
  });

  it('lies nowhere in clear, nor does the answer', () => {
    for (const words of ['I saw your weeks', 'Daniel keeps this to himself']) expect(filesWith(words, [prison.gateway.dataFolder, tablet.dataFolder]), words).toEqual([]);
  });

  it('taken back, it is gone at the desk, and the tablet says so', async () => {
    await goToSharing(tablet);
    await press(tablet.page(), 'Take it back');
    await tablet.page().getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
    await tablet.sees(/Taken back here|Gone. Deleted/);
    await tablet.handOverAll();
    await goToSharing(tablet);
    await tablet.sees('Gone. Deleted at the prison.');
    await desk.seesNothing();
  });
});

async function goToSharing(tablet: Tablet): Promise<void> {
  await tablet.goTo('Self-help');
  await press(tablet.page(), /^Share with someone/);
  await tablet.page().getByRole('heading', { level: 1, name: 'Share with someone' }).waitFor();
}
