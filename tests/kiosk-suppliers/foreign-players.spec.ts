import { expect, test } from '@playwright/test';
import { cmi5Begun, COURSE, fillInShown, foreignPack, golfHalfWay, golfToTheEnd, trueFalseAnswered } from '../support/foreign/foreign-walks.ts';
import { hearConsole, leaveItem, openForeignPrison, openItem, publishH5pRuntime, type ForeignPrison } from '../support/foreign/foreign-story.ts';
import { hostileItems } from '../support/foreign/hostile-items.ts';
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
  await foreign.publish({ packId: 'hostile', title: 'Hostile pages', items: hostileItems() });
  tablet = await foreign.danielsTablet('kiosk');
  await tablet.openCourse(COURSE);
  await tablet.unplug();
  complaints = hearConsole(tablet);
});
test.afterAll(() => foreign.prison.close());
test.setTimeout(300_000);

test('PACK-32 a SCORM 1.2 course is left, resumed and passed in the kiosk', async () => {
  const first = await openItem(tablet, COURSE, 'Wiring a plug');
  await first.getByText('Launched with pass?mode=quick').waitFor();
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

test('golf, SCORM 2004, goes on at its bookmark in the kiosk, and its score is told', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await golfHalfWay(tablet);
  await golfToTheEnd(tablet);
  await tablet.page().getByRole('button', { name: /^Golf.*Passed/ }).waitFor();
});

test('cmi5, H5P: a course is shown and told to be begun, a question is answered and its answer told, in the kiosk', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await cmi5Begun(tablet);
  await trueFalseAnswered(tablet);
  await fillInShown(tablet);
});

test('no page of theirs or ours complained in the console', () => {
  complaints.expectNone();
});

test('PACK-32 a page that tries every way out stays where it is', async () => {
  const page = await openItem(tablet, 'Hostile pages', 'Ways out');
  await page.getByText('tried everything').waitFor();
  expect(JSON.parse(await page.locator('#result').innerText())).toEqual([]);
  await leaveItem(tablet, 'Hostile pages');
});

test('a lesson that loops for ever is said to have stopped, the app answers meanwhile, and it can be closed', async () => {
  await tablet.openCourse('Hostile pages');
  await tablet.page().getByRole('button', { name: /^Loops for ever/ }).click();
  await tablet.page().getByText('This lesson has stopped').waitFor({ timeout: 60_000 });
  await tablet.page().getByRole('button', { name: 'Close the lesson' }).click();
  await tablet.page().getByRole('heading', { level: 1, name: 'Hostile pages' }).waitFor();
});

test('a lesson whose process ends is said to have stopped at once, and opens again', async () => {
  const page = await openItem(tablet, COURSE, 'A plain page');
  await page.getByRole('heading', { name: 'Plain words' }).waitFor();
  await tablet.crashPlayer();
  await tablet.page().getByText('This lesson has stopped').waitFor();
  await tablet.page().getByRole('button', { name: 'Try again' }).click();
  await (await tablet.player()).locator('iframe.foreign-frame:not(.foreign-waiting)').waitFor();
});
