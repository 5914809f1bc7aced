import type { PackPage } from '../prison/pack-page.ts';
import type { Tablet } from '../prison-in-a-box.ts';
import type { ForeignItem, ForeignPack } from './make-foreign-pack.ts';
import { leaveItem, openItem } from './foreign-story.ts';
import { readSample } from './read-sample.ts';
import { scorm12Sample } from './scorm12-sample.ts';

export const COURSE = 'From other makers';
export const PACK_ID = 'from-other-makers';

/** One pack with every kind of activity there is a sample of. `withSamples`: with other people's course files in it. */
export async function foreignPack(withSamples: boolean): Promise<ForeignPack> {
  const ours: ForeignItem[] = [
    { slug: 'wiring-a-plug', kind: 'scorm12', entry: 'Index.HTML', files: scorm12Sample(), params: { launchData: 'pass', parameters: '?mode=quick', masteryScore: '80' } },
    { slug: 'a-plain-page', kind: 'web', entry: 'index.html', files: new Map([['index.html', '<!doctype html><head><title>x</title></head><h1>Plain words</h1>']]) },
  ];
  if (!withSamples) return { packId: PACK_ID, title: COURSE, items: ours };
  const theirs: ForeignItem[] = [
    { slug: 'golf', kind: 'scorm2004', entry: 'shared/launchpage.html', files: await readSample('scorm/golf-scorm-2004.zip') },
    { slug: 'geology', kind: 'cmi5', entry: 'index.html', files: await readSample('cmi5/single_au_basic_framed.zip'), params: { moveOn: 'CompletedOrPassed', launchMethod: 'AnyWindow' } },
    { slug: 'true-false', kind: 'h5p', entry: 'h5p.json', files: await readSample('h5p/true-false.h5p') },
    { slug: 'fill-in', kind: 'h5p', entry: 'h5p.json', files: await readSample('h5p/fill-in-the-blank.h5p') },
  ];
  return { packId: PACK_ID, title: COURSE, items: [...ours, ...theirs], runtimes: [{ packId: 'h5p-runtime', minVersion: 1 }] };
}

/** A SCORM 1.2 course is left at its second screen, goes on there, and is passed. */
export async function plugWired(tablet: Tablet): Promise<void> {
  const first = await openItem(tablet, COURSE, 'Wiring a plug');
  await first.sees('Launched with pass?mode=quick');
  await first.sees('For Learner, kept undefined');
  await first.press('Second screen');
  await first.sees('Screen 2');
  await leaveItem(tablet, COURSE);
  const second = await openItem(tablet, COURSE, 'Wiring a plug');
  await second.sees('Screen 2');
  await second.sees('kept 2');
  await second.press('Finish well');
  await second.sees('You have left this activity.');
  await leaveItem(tablet, COURSE);
  await tablet.page().getByRole('button', { name: /^Wiring a plug.*Passed/ }).waitFor();
}

/** Leaves the golf course at its fourth page. `course` is the title of the pack it is in. */
export async function golfHalfWay(tablet: Tablet, course = COURSE): Promise<void> {
  const golf = await openItem(tablet, course, 'Golf');
  for (const page of ['Par.html', 'Scoring.html', 'OtherScoring.html']) {
    await golf.press('Next ->');
    await golfShows(golf, page);
  }
  await leaveItem(tablet, course);
}

/** Opens it where it was left, and leaves it there. */
export async function golfGoesOn(tablet: Tablet, course = COURSE): Promise<void> {
  await golfShows(await openItem(tablet, course, 'Golf'), 'OtherScoring.html');
  await leaveItem(tablet, course);
}

/** Opens it where it was left, hands in its test with a good score, and leaves by its own button. */
export async function golfToTheEnd(tablet: Tablet, course = COURSE): Promise<void> {
  const golf = await openItem(tablet, course, 'Golf');
  await golfShows(golf, 'OtherScoring.html');
  while (await golf.canPress('Next ->')) await golf.press('Next ->');
  await golfShows(golf, 'assessmenttemplate.html');
  // What its test page calls with the learner's score.
  await golf.evaluate('typeof RecordTest === "function" ? (RecordTest(90), true) : null');
  await golf.press('Exit');
  await golf.sees('You have left this activity.');
  await leaveItem(tablet, course);
}

/** Opens the cmi5 course, whose launch our player answers, and leaves it: it is begun. */
export async function cmi5Begun(tablet: Tablet): Promise<void> {
  const geology = await openItem(tablet, COURSE, 'Geology');
  await geology.sees('Introduction to Geology');
  await leaveItem(tablet, COURSE);
  await tablet.page().getByRole('button', { name: /^Geology.*Started/ }).waitFor();
}

/** Answers the question of the first H5P sample rightly. */
export async function trueFalseAnswered(tablet: Tablet): Promise<void> {
  const question = await openItem(tablet, COURSE, 'True false');
  await question.sees('Is this false?');
  await question.press('False');
  await question.press('Check');
  await question.sees('Correct answer');
  await leaveItem(tablet, COURSE);
  await tablet.page().getByRole('button', { name: /^True false.*(Done|Passed)/ }).waitFor();
}

/** Opens the second H5P sample, whose libraries come from its own archive and from the runtime pack. */
export async function fillInShown(tablet: Tablet): Promise<void> {
  const question = await openItem(tablet, COURSE, 'Fill in');
  await question.sees('Fill in the missing words');
  await leaveItem(tablet, COURSE);
}

/** Waits until one of its pages is there with all it loads: one that is left halfway complains of what it did not get. */
async function golfShows(golf: PackPage, page: string): Promise<void> {
  await golf.has(`iframe#contentFrame[src*="${page}"]`);
  await golf.evaluate(`(({ readyState, location } = {}) => (readyState === 'complete' && location.href.includes(${JSON.stringify(page)})) || null)(document.getElementById('contentFrame')?.contentDocument ?? undefined)`);
}
