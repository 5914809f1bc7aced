import { expect, test } from '@playwright/test';
import { COURSE, foreignPack, golfHalfWay, golfToTheEnd, PACK_ID } from '../support/foreign/foreign-walks.ts';
import { hearConsole, leaveItem, openForeignPrison, openItem, publishH5pRuntime, tutorSees, type ForeignPrison } from '../support/foreign/foreign-story.ts';
import { hasSamples } from '../support/foreign/read-sample.ts';
import type { Tablet } from '../support/prison-in-a-box.ts';

let foreign: ForeignPrison;
let tablet: Tablet;
let complaints: ReturnType<typeof hearConsole>;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  foreign = await openForeignPrison();
  if (hasSamples()) await publishH5pRuntime(foreign);
  await foreign.publish(await foreignPack(hasSamples()));
  tablet = await foreign.danielsTablet('browser');
  await tablet.openCourse(COURSE);
  await tablet.unplug();
  complaints = hearConsole(tablet);
});
test.afterAll(() => foreign.prison.close());
test.setTimeout(300_000);

test('PACK-32 a SCORM 1.2 course finds its API and what it was launched with, is left, resumed, and passed', async () => {
  const first = await openItem(tablet, COURSE, 'Wiring a plug');
  await first.getByText('Launched with pass?mode=quick').waitFor();
  await first.getByText('For Learner, kept undefined').waitFor();
  await first.getByRole('button', { name: 'Second screen' }).click();
  await leaveItem(tablet, COURSE);
  const second = await openItem(tablet, COURSE, 'Wiring a plug');
  await second.getByRole('heading', { name: 'Screen 2' }).waitFor();
  await second.getByText('kept 2').waitFor();
  await second.getByRole('button', { name: 'Finish well' }).click();
  await tablet.seesInPack('You have left this activity.');
  await leaveItem(tablet, COURSE);
  await tablet.page().getByRole('button', { name: /^Wiring a plug.*Passed/ }).waitFor();
});

test('plain pages are shown, and done when the person says so', async () => {
  const page = await openItem(tablet, COURSE, 'A plain page');
  await page.getByRole('heading', { name: 'Plain words' }).waitFor();
  await (await tablet.player()).getByRole('button', { name: 'Finish this lesson' }).click();
  await leaveItem(tablet, COURSE);
  await tablet.page().getByRole('button', { name: /^A plain page.*Done/ }).waitFor();
});

test('golf, SCORM 2004, is left half-way and goes on at its bookmark on another tablet, and its score is told', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await golfHalfWay(tablet);
  await tablet.plug();
  await tablet.handOverAll();
  const other = await foreign.danielsTablet('browser');
  await golfToTheEnd(other);
  await other.page().getByRole('button', { name: /^Golf.*Passed/ }).waitFor();
  await other.handOverAll();
  const golf = (await tutorSees(foreign, PACK_ID)).find(({ activityId }) => activityId.endsWith('.golf'));
  expect(golf).toMatchObject({ status: 'passed', bestScore: 0.9 });
});

test('no page of theirs or ours complained in the console', () => {
  complaints.expectNone();
});
