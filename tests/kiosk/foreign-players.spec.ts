import { expect, test } from '@playwright/test';
import { openForeignStage, type ForeignStage } from '../support/foreign/foreign-stage.ts';
import { openItem } from '../support/foreign/foreign-story.ts';
import { cmi5Begun, COURSE, fillInShown, golfHalfWay, golfToTheEnd, plugWired, trueFalseAnswered } from '../support/foreign/foreign-walks.ts';
import { fileFieldIsHeld, loopIsClosed, pageSentAway, waysOutOpened } from '../support/foreign/hostile-walks.ts';
import { hasSamples } from '../support/foreign/read-sample.ts';
import { openCanaries, type Canaries } from './support/canaries.ts';

// What suppliers made, in the locked shell; driven through the main process, for Electron 25 drops a page's debugger.

let stage: ForeignStage;
let canaries: Canaries;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  canaries = await openCanaries();
  stage = await openForeignStage('kiosk', canaries);
});
test.afterAll(() => Promise.all([stage.close(), canaries.close()]));
test.setTimeout(180_000);

test('PACK-32 a SCORM 1.2 course is left, resumed and passed in the kiosk', () => plugWired(stage.tablet));

test('golf, SCORM 2004, goes on at its bookmark in the kiosk, and its score is told', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await golfHalfWay(stage.tablet);
  await golfToTheEnd(stage.tablet);
  await stage.tablet.page().getByRole('button', { name: /^Golf.*Passed/ }).waitFor();
});

test('a cmi5 course is shown and told to be begun in the kiosk', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await cmi5Begun(stage.tablet);
});

test('H5P: a question is answered and its answer told, and what an archive brings itself is played, in the kiosk', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await trueFalseAnswered(stage.tablet);
  await fillInShown(stage.tablet);
});

test('no page of theirs or ours complained in the console', () => stage.complaints.expectNone());

test('PACK-32 a page that tries every way out, or sends itself away, reaches no other pack, no app and no network, not even by WebRTC', async () => {
  expect(await waysOutOpened(stage.tablet)).toBe('[]');
  await pageSentAway(stage.tablet);
  expect(canaries.hits()).toEqual([]);
});

test('a press on a file field in a page of a supplier opens no dialog, and the tablet goes on', () => fileFieldIsHeld(stage.tablet));

test('a lesson that loops for ever is said to have stopped, the app answers meanwhile, and it can be closed', () => loopIsClosed(stage.tablet));

test('a lesson whose process ends is said to have stopped at once, and opens again', async () => {
  const page = await openItem(stage.tablet, COURSE, 'A plain page');
  await page.sees('Plain words');
  await stage.tablet.crashPlayer();
  await stage.tablet.page().getByRole('heading', { name: 'This lesson has stopped' }).waitFor();
  await stage.tablet.page().getByRole('button', { name: 'Try again' }).click();
  await page.sees('Plain words');
});
