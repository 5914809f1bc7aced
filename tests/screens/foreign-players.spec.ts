import { expect, test } from '@playwright/test';
import { openForeignStage, type ForeignStage } from '../support/foreign/foreign-stage.ts';
import { leaveItem, openItem, tutorSees } from '../support/foreign/foreign-story.ts';
import { cmi5Begun, COURSE, fillInShown, golfHalfWay, golfToTheEnd, PACK_ID, plugWired, trueFalseAnswered } from '../support/foreign/foreign-walks.ts';
import { hasSamples } from '../support/foreign/read-sample.ts';

let stage: ForeignStage;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  stage = await openForeignStage('browser');
});
test.afterAll(() => stage.close());
test.setTimeout(300_000);

test('PACK-32 a SCORM 1.2 course finds its API and what it was launched with, is left, resumed, and passed', () => plugWired(stage.tablet));

test('plain pages are shown, and done when the person says so', async () => {
  const page = await openItem(stage.tablet, COURSE, 'A plain page');
  await page.sees('Plain words');
  await page.press('Finish this lesson');
  await leaveItem(stage.tablet, COURSE);
  await stage.tablet.page().getByRole('button', { name: /^A plain page.*Done/ }).waitFor();
});

test('cmi5, H5P: a course is shown and told to be begun, a question is answered and its answer told', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await cmi5Begun(stage.tablet);
  await trueFalseAnswered(stage.tablet);
  await fillInShown(stage.tablet);
});

test('no page of theirs or ours complained in the console', () => stage.complaints.expectNone());

test('golf, SCORM 2004, is left half-way and goes on at its bookmark on another tablet, and its score is told', async () => {
  test.skip(!hasSamples(), 'the real course files are not here');
  await golfHalfWay(stage.tablet);
  await stage.tablet.plug();
  await stage.tablet.handOverAll();
  const other = await stage.foreign.danielsTablet('browser');
  await golfToTheEnd(other);
  await other.page().getByRole('button', { name: /^Golf.*Passed/ }).waitFor();
  await other.handOverAll();
  const golf = (await tutorSees(stage.foreign, PACK_ID)).find(({ activityId }) => activityId.endsWith('.golf'));
  expect(golf).toMatchObject({ status: 'passed', bestScore: 0.9 });
});
