import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenTablet } from '../support/prison/given-tablet.ts';
import { until } from '../support/prison/until.ts';
import { openPrison, type Prison, type Tablet } from '../support/prison-in-a-box.ts';

const MUM = 'Karen Marsh';
const COURSE = 'Getting through cravings';
const LESSONS = [
  'What a craving is',
  'Four things to do',
  'What sets it off',
  'Ride the wave',
  'Your body has changed',
  'Talk to somebody',
];
const DAY = 24 * 60 * 60 * 1000;
const TEN_YEARS = 3652 * DAY;
const MONDAY = Date.UTC(2026, 10, 23, 18);

/** Seven days by the tablet's own clock, which is ten years fast on the third and ten years slow on the fifth. */
const WEEK = [0, 1, 2, 3, 4, 5, 6].map((day) => {
  const wrong = day === 2 ? TEN_YEARS : day === 4 ? -TEN_YEARS : 0;
  return { day, at: MONDAY + day * DAY + wrong };
});

describe('a week without the network, with a clock that cannot be trusted', () => {
  let prison: Prison;
  let tablet: Tablet;
  const letters = WEEK.flatMap(({ day }) => [
    `Day ${String(day + 1)}, in the morning`,
    `Day ${String(day + 1)}, in the evening`,
  ]);

  beforeAll(async () => {
    prison = await openPrison();
    tablet = await givenTablet(prison, prison.daniel);
    await tablet.openCourse(COURSE);
    await tablet.unplug();
  });
  afterAll(() => prison.close());

  it('each day somebody signs in, learns, writes twice, fills in the diary and leaves a draft', async () => {
    for (const { day, at } of WEEK) {
      await signInAt(at);
      if (day > 0) await findsDraft(`Draft of day ${String(day)}`);
      const [morning = '', evening = ''] = letters.slice(2 * day);
      await tablet.writeTo(MUM, morning);
      const lesson = LESSONS[day];
      if (lesson !== undefined) await tablet.doLesson(COURSE, lesson);
      await tablet.fillInDiary({ mood: 'Good', pull: day, note: `Page of day ${String(day + 1)}` });
      await tablet.writeTo(MUM, evening);
      await tablet.draftTo(MUM, `Draft of day ${String(day + 1)}`);
    }
    expect(new Set(await tablet.thread(MUM))).toEqual(new Set(letters));
  });

  it('one contact hands all of it over: every letter once and in the order it was written', async () => {
    await tablet.plug();
    await tablet.handOverAll();
    const messages = await (await prison.staff('moderator')).allMessages();
    expect(messages.map(({ body }) => body)).toEqual(letters);
    expect(new Set(messages.map(({ state }) => state))).toEqual(new Set(['held']));
    for (const words of [letters[0], letters.at(-1)]) await tablet.seesMessageAs(MUM, words ?? '', 'Being checked');
  });

  it('the tutor sees every lesson, and the diary has all seven pages and is read by nobody else', async () => {
    expect(
      await (await prison.staff('tutor')).lessonsDone(prison.daniel.prisonerNumber, 'getting-through-cravings'),
    ).toBe(LESSONS.length);
    await tablet.goTo('My diary');
    for (const { day } of WEEK) await tablet.sees(`Page of day ${String(day + 1)}`);
  });

  /** The clock moves while nobody is signed in: during a session a jump covers the screen, as time passing does. */
  async function signInAt(time: number): Promise<void> {
    await tablet.signOut();
    await tablet.page().clock.setFixedTime(time);
    await tablet.signIn(prison.daniel);
  }

  /** What was begun yesterday is where it was left. */
  async function findsDraft(words: string): Promise<void> {
    await tablet.openThread(MUM);
    await tablet.page().getByRole('button', { name: 'Go on with your draft' }).click();
    const box = tablet.page().getByLabel('Your message');
    await until(async () => (await box.inputValue()) === words, `"${words}" in the text box`);
  }

  it('a second contact changes nothing', async () => {
    await tablet.meetGateway();
    await tablet.handOverAll();
    expect((await (await prison.staff('moderator')).allMessages()).map(({ body }) => body)).toEqual(letters);
    expect((await tablet.thread(MUM)).length).toBe(letters.length);
  });
});
