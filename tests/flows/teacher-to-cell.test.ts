import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCertificate } from '../../gateway/features/education/certificates/staff-api.ts';
import type { Learner } from '../../gateway/features/education/staff-api.ts';
import { golfGoesOn, golfHalfWay, golfToTheEnd } from '../support/foreign/foreign-walks.ts';
import { openCourseDesk, type CourseDesk } from '../support/prison/course-desk.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';
import { givenTablet } from '../support/prison/given-tablet.ts';
import { until } from '../support/prison/until.ts';
import { sampleContent } from '../support/sample-content.ts';

const GIFT = `// Sums at the till
::Change:: You pay with a 5 pound note. The milk is 1 pound 20. How many pounds do you get back? {#3.80:0}

::Half price:: A coat is 40 pounds. Today it is half price. What does it cost? {=20 pounds#Yes. Half of 40 is 20. ~10 pounds#That is a quarter.}
`;
const QUIZ = 'Sums at the till';
const GOLF = 'Golf for beginners';
const golfFile = sampleContent('scorm/golf-scorm-2004.zip');

describe('a course on its way from a teacher’s file to a cell, and to a number an employer can check', () => {
  let prison: Prison;
  let teacher: CourseDesk;
  let security: CourseDesk;
  let tablet: Tablet;
  let other: Tablet;
  const courses = golfFile === undefined ? [QUIZ] : [QUIZ, GOLF];

  beforeAll(async () => {
    prison = await openPrison();
    teacher = await openCourseDesk(prison, 'education');
    security = await openCourseDesk(prison, 'security');
  });
  afterAll(async () => {
    await teacher.close();
    await security.close();
    await prison.close();
  });

  it('a teacher drags a quiz file in, reads what was found, says what it does not say, looks at it and submits it', async () => {
    const file = join(prison.folder, 'shopping.gift');
    writeFileSync(file, GIFT);
    await teacher.dragIn(file);
    await teacher.page.getByText('The pass mark of “shopping”').waitFor();
    await teacher.describe({ title: QUIZ, summary: 'Check your change and the price of things.', certificate: true });
    await teacher.preview('shopping');
    await teacher.submit();
  });

  it.skipIf(golfFile === undefined)('and a SCORM file of another maker (skipped where the sample files are absent)', async () => {
    await teacher.dragIn(golfFile ?? '');
    await teacher.page.getByText(/^Not carried over: \d+$/).waitFor();
    await teacher.describe({ title: GOLF, summary: 'How golf is played and scored.', certificate: false });
    await teacher.preview('Play of the game');
    await teacher.submit();
  });

  it('somebody else sees what would change and approves it, and the teacher publishes it to a wing', async () => {
    for (const title of courses) {
      await security.approve(title);
      await teacher.publish(title, 'A wing');
    }
  });

  it('a learner with no network finds it by search and plays half of it', async () => {
    tablet = await danielsTablet();
    await tablet.unplug();
    await find('till', QUIZ);
    await answerFirst();
    if (golfFile !== undefined) {
      await find('golf', GOLF);
      await tablet.page().getByRole('button', { name: 'Clear', exact: true }).click();
      await golfHalfWay(tablet, GOLF);
      // What a lesson says as it goes is kept within a second (issue 2): the battery lasts until that can be seen.
      await golfGoesOn(tablet, GOLF);
    }
  });

  it('loses nothing when the tablet dies, and finishes on another one', async () => {
    await tablet.plug();
    await tablet.kill();
    await tablet.start();
    await tablet.signIn(prison.daniel);
    // What an activity kept for itself goes to the gateway when the courses are opened after a power cut.
    await tablet.goTo('Learn');
    await tablet.handOverAll();
    other = await danielsTablet();
    await finishQuiz();
    await other.seesInPack('You passed: 2 out of 2');
    if (golfFile !== undefined) await golfToTheEnd(other, GOLF);
    await other.handOverAll();
  });

  it('the tutor sees it', async () => {
    const { packs } = await (await prison.staff('tutor')).get<Learner>(`/learners/${prison.daniel.personId}`);
    const told = packs.flatMap(({ items }) => items).filter(({ status }) => status === 'passed');
    expect(told).toHaveLength(courses.length);
    if (golfFile !== undefined) expect(told).toContainEqual(expect.objectContaining({ kind: 'scorm2004', bestScore: 0.9 }));
  });

  it('the number of its certificate is on the tablet, and checks out outside', async () => {
    const { certificates } = await (await prison.staff('tutor')).get<{ certificates: StaffCertificate[] }>('/certificates');
    const [certificate] = certificates as [StaffCertificate];
    expect(certificates).toHaveLength(1);
    await other.handOverAll();
    await other.goTo('Learn');
    await other.page().getByRole('button', { name: 'My certificates', exact: true }).first().click();
    await other.sees(certificate.number);
    const { page } = await prison.mother();
    await page.goto(new URL('/#/certificate', page.url()).href);
    await until(async () => {
      await page.getByLabel('Certificate number').fill(certificate.number);
      await page.getByLabel('Surname on the certificate').fill(prison.daniel.name.split(' ').at(-1) ?? '');
      await page.getByRole('button', { name: 'Check it' }).click();
      await page.getByText(/This certificate is real|This cannot be confirmed/).waitFor();
      return page.getByText('This certificate is real').isVisible();
    }, 'the certificate to be known outside');
    await page.getByText(QUIZ).first().waitFor();
  });

  /** A new tablet with everything on it, closed once in good order so that Chromium has written what it keeps. */
  async function danielsTablet(): Promise<Tablet> {
    const one = await givenTablet(prison, prison.daniel);
    await one.goTo('Learn');
    for (const title of courses) await one.sees(`Open ${title}`);
    await one.stop();
    await one.start();
    await one.signIn(prison.daniel);
    return one;
  }

  async function find(words: string, title: string): Promise<void> {
    await tablet.goTo('Learn');
    await tablet.page().getByLabel('Find something to learn').fill(words);
    await tablet.page().getByRole('button', { name: new RegExp(title) }).first().waitFor();
  }

  async function answerFirst(): Promise<void> {
    await tablet.page().getByRole('button', { name: new RegExp(QUIZ) }).first().click();
    await openQuiz(tablet);
    const player = await tablet.player();
    await player.getByRole('button', { name: 'Start', exact: true }).click();
    await player.getByLabel('Your answer (a number)').fill('3.80');
    await player.getByRole('button', { name: 'Next', exact: true }).click();
    await player.getByText('A coat is 40 pounds').waitFor();
    await tablet.page().getByRole('button', { name: 'Back to the course' }).click();
  }

  async function openQuiz(one: Tablet): Promise<void> {
    await one.page().getByRole('heading', { level: 1, name: QUIZ }).waitFor();
    await one.page().getByRole('button', { name: /^shopping/ }).click();
  }

  /** It opens where the other tablet left it, with the first answer there. */
  async function finishQuiz(): Promise<void> {
    await other.openCourse(QUIZ);
    await openQuiz(other);
    const player = await other.player();
    await player.getByText('A coat is 40 pounds').waitFor();
    const answer = player.getByRole('radio', { name: '20 pounds' });
    // A frame that was drawn this moment gets its presses once Chromium has shown it: the one before goes to the page behind.
    await until(async () => {
      await answer.click({ force: true });
      return answer.isChecked();
    }, 'the answer to be chosen');
    await player.getByRole('button', { name: 'See how I did' }).click();
  }
});
