import type { WorkHead } from '../../../gateway/features/education/work/staff-api.ts';
import type { Prison, Tablet } from '../prison-in-a-box.ts';
import { press } from './press.ts';
import type { Stop, Walk } from './stop.ts';

/** Names the screen that a walk is at. */
export type MakeStop = (name: string) => Stop;

/** The courses of a tablet: catalogue, lesson, quiz, written work and its certificate, notes and goals. */
export async function* walkLearning(prison: Prison, tablet: Tablet, inside: MakeStop): Walk {
  yield* walkCatalogue(tablet, inside);
  yield* walkCourse(tablet, inside);
  yield* walkWrittenWork(prison, tablet, inside);
  yield* walkNotesAndGoals(tablet, inside);
}

async function* walkCatalogue(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('Learn');
  await page.getByRole('button', { name: 'Open Fractions you can use' }).waitFor();
  yield inside('learn');
  const find = page.locator('[role=search] input');
  await find.fill('fracton');
  await page.getByRole('heading', { name: /found|Near to/ }).first().waitFor();
  yield inside('learn-search');
  await find.fill('xylophone quartz');
  await page.getByText(/^Nothing found/).first().waitFor();
  yield inside('learn-search-nothing');
  await press(page, 'Clear');
  await page.getByLabel('Level').selectOption('level-1');
  await page.getByRole('button', { name: 'Show all courses again' }).first().waitFor();
  yield inside('learn-filtered');
  await press(page, 'Show all courses again');
}

async function* walkCourse(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.openCourse('Fractions you can use');
  yield inside('course');
  await press(page, 'Start');
  const player = await tablet.player();
  await player.getByRole('button', { name: 'Next', exact: true }).waitFor();
  yield inside('lesson');
  await press(page, 'My notes');
  await page.getByLabel('Your text').fill('Half of a half is a quarter.');
  await page.getByText(/^Saved /).waitFor();
  yield inside('lesson-notes');
  // A page that is gone answers no more than one that hangs.
  await page.locator('iframe.pack-frame').evaluate((frame) => { (frame as HTMLIFrameElement).src = 'about:blank'; });
  await page.getByText('This lesson has stopped').waitFor();
  yield inside('lesson-stopped');
  await page.getByRole('button', { name: 'Back to the course' }).click();
  await page.getByRole('button', { name: /^Final test/ }).click();
  await player.getByRole('button', { name: 'Start', exact: true }).click();
  await player.getByText('Question 1 of 11').last().waitFor();
  yield inside('quiz');
  for (let question = 1; question < 11; question += 1) await player.getByRole('button', { name: 'Next', exact: true }).click();
  await player.getByRole('textbox', { name: 'Gap 1 of 4' }).fill('half');
  yield inside('quiz-gaps');
  await player.getByRole('button', { name: 'See how I did' }).click();
  yield inside('quiz-result');
  await page.getByRole('button', { name: 'Back to the course' }).first().click();
  await tablet.doLesson('Fractions you can use', 'What a fraction is');
  await press(page, 'Add to my courses');
  await press(page, 'I did not like it');
  // The choice is kept before it is shown, so `check` would see it unchanged.
  await page.getByRole('radio', { name: 'It is hard to understand' }).click({ force: true });
  await page.getByText('Thank you. You can change this at any time.').waitFor();
  yield inside('course-feedback');
}

/** One piece is handed in, sent back, handed in again and passed; another is left for the tutor's queue. */
async function* walkWrittenWork(prison: Prison, tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('Learn');
  await press(page, 'My certificates');
  yield inside('certificates-none');
  const openTask = async (): Promise<void> => {
    await tablet.openCourse('A letter home');
    await page.getByRole('button', { name: /^Write the letter/ }).click();
    await page.getByLabel('Your letter').waitFor();
  };
  await openTask();
  await page.getByLabel('Your letter').fill('Dear Council,\nthe lamp in Mill Street is broken.\nDaniel');
  await tablet.sees(/^Kept on this tablet$/);
  yield inside('work');
  await press(page, 'Hand in');
  yield inside('work-ask');
  await press(page, 'Yes, hand it in');
  await tablet.sees('It is still on this tablet.');
  yield inside('work-handed-in');
  await tablet.openCourse('A letter for work');
  await page.getByRole('button', { name: /^Ask for a job/ }).click();
  await page.getByLabel('Who are you, and what can you do?').fill('I am a bricklayer. I have laid bricks for six years.');
  await page.getByLabel('When can you start?').fill('In May.');
  await tablet.sees(/^Kept on this tablet$/);
  await press(page, 'Hand in');
  await press(page, 'Yes, hand it in');
  await tablet.sees('It is still on this tablet.');
  await tablet.handOverAll();
  await markLetter(prison);
  await tablet.handOverAll();
  await openTask();
  await tablet.sees('A clear letter.');
  yield inside('work-marked');
  await tablet.goTo('Learn');
  await press(page, 'My certificates');
  await page.getByText('Writing a letter').waitFor();
  yield inside('certificates');
}

async function markLetter(prison: Prison): Promise<void> {
  const tutor = await prison.staff('tutor');
  const { work } = await tutor.get<{ readonly work: readonly WorkHead[] }>('/work');
  const letter = work.find(({ title }) => Object.values(title).includes('Write the letter'));
  await tutor.send('POST', `/work/${letter?.workId ?? ''}/mark`, { outcome: 'passed', score: { got: 8, outOf: 10 }, comment: 'A clear letter.', partComments: {} });
}

async function* walkNotesAndGoals(tablet: Tablet, inside: MakeStop): Walk {
  const page = tablet.page();
  await tablet.goTo('Learn');
  yield inside('learn-begun');
  await press(page, 'Notes and writing');
  await page.getByRole('heading', { level: 1, name: 'Notes and writing' }).waitFor();
  yield inside('notes');
  await press(page, 'Write something new');
  await page.getByLabel('Title').fill('A letter to my son');
  await page.getByLabel('Your text').fill('Dear Sam,\n\nI am learning about fractions.');
  await page.getByText(/^Saved /).waitFor();
  yield inside('note');
  await tablet.goTo('Learn');
  await press(page, 'My goals');
  await page.getByText('No goals yet').waitFor();
  yield inside('goals-none');
  await press(page, 'New goal');
  await page.getByLabel('What do you want to do?').fill('Finish Fractions by Friday');
  await page.getByLabel(/^By when/).fill('2030-05-03');
  await page.getByLabel(/^Minutes a week/).fill('60');
  await page.getByLabel(/^Steps/).fill('Do the next lesson\nTry the test');
  yield inside('goal-form');
  await press(page, 'Save');
  await page.getByRole('button', { name: 'I did it' }).waitFor();
  yield inside('goals');
}
