import { expect, test } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackWorkshop } from '../support/prison/pack-workshop.ts';
import { publishLetterCourses } from '../support/prison/publish-letter-courses.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

/** The tablet's own page and player in the locked shell, with a real gateway: what locks strangers out must not lock us out. */
let prison: Prison;
let tablet: Tablet;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  prison = await openPrison();
  tablet = await prison.tablet('kiosk');
});
test.afterAll(() => prison.close());

test('the page lives with every measure: enrolment, sign-in, a lesson, and nothing refused that it needs', async () => {
  const complaints: string[] = [];
  const listen = (page: ReturnType<Tablet['page']>): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (cause) => complaints.push(cause.message));
  };
  listen(tablet.page());
  await tablet.enrol(tablet.enrolmentCode);
  await tablet.firstSignIn(prison.daniel, tablet.slipOf(prison.daniel));
  await tablet.meetGateway();
  await tablet.doLesson('Fractions you can use', 'What a fraction is');
  const states = await tablet
    .page()
    .evaluate<{ name: string; state: string }[]>('window.shell.report().then(({ measures }) => measures)');
  // In a window, not filling the screen; and a runtime whose fuses nobody burnt.
  const absent = ['focus-watchdog', 'window-shape', 'fuses'];
  expect(states.filter(({ state }) => state !== 'held').map(({ name }) => name)).toEqual(absent);
  expect(complaints).toEqual([]);
});

test('with the cable out, the lesson still plays after a power cut', async () => {
  await tablet.unplug();
  await tablet.kill();
  await tablet.start();
  await tablet.signIn(prison.daniel);
  await tablet.doLesson('Fractions you can use', 'Halves and quarters');
});

test('PACK-36 a course that the tablet never heard of comes from a USB stick with the cable out; a stick that was changed is refused in plain words', async () => {
  test.setTimeout(240_000);
  await publishLetterCourses(prison, ['a-letter-home']);
  const { throughline } = await openPackWorkshop(prison.folder);
  const said = await throughline('pack', 'stick', tablet.stickFolder, '--data', join(prison.folder, 'gateway'));
  expect(said).toMatch(/^The stick has \d+ courses: \d+ new files/);
  await lookForStick();
  await tablet.sees('There is a USB stick with courses in this tablet.');
  await tablet.openCourse('A letter home');
  const list = join(tablet.stickFolder, 'release.json');
  const honest = JSON.parse(readFileSync(list, 'utf8')) as { release: { document: string } };
  writeFileSync(list, JSON.stringify({ ...honest, release: { ...honest.release, document: honest.release.document.replace('a-letter-home', 'a-letter-homf') } }));
  await lookForStick();
  await tablet.sees('The USB stick was not used: the prison did not sign it');
  await tablet.page().screenshot({ path: 'out/shots/stick-refused.png', fullPage: true });
  await tablet.openCourse('A letter home');
});

async function lookForStick(): Promise<void> {
  await tablet.goTo('My tablet');
  await tablet.page().getByRole('button', { name: 'Try now' }).click();
}
