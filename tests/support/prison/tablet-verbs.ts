import type { Locator, Page } from '@playwright/test';
import type { Prisoner, Screen } from './prisoner.ts';
import { until } from './until.ts';

/** What somebody can do at a tablet, in the words of its screens. Each waits until the screen says that it is done. */
export type TabletVerbs = {
  readonly enrol: (code: string) => Promise<void>;
  readonly firstSignIn: (prisoner: Prisoner, code: string) => Promise<void>;
  readonly signIn: (prisoner: Prisoner) => Promise<void>;
  /** Types number and PIN, and leaves it to the caller what the screen should say. */
  readonly tryToSignIn: (prisonerNumber: string, pin: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Waits until these words are to be seen. */
  readonly sees: (words: string | RegExp) => Promise<void>;
  /** The same inside the pack that is open. */
  readonly seesInPack: (words: string | RegExp) => Promise<void>;
  readonly goTo: (place: 'Learn' | 'Messages' | 'Self-help' | 'My diary' | 'My tablet') => Promise<void>;
  readonly goHome: () => Promise<void>;
  /** Presses "Try now" until the prison has answered. */
  readonly meetGateway: () => Promise<void>;
  /** The same, and waits until nothing is left to hand over. */
  readonly handOverAll: () => Promise<void>;
  readonly openThread: (contact: string) => Promise<void>;
  /** Writes and hands in a message; it is stored when this resolves. */
  readonly writeTo: (contact: string, words: string) => Promise<void>;
  /** Leaves a draft; it is saved when this resolves. */
  readonly draftTo: (contact: string, words: string) => Promise<void>;
  /** Waits until the message with these words has this state in its thread. */
  readonly seesMessageAs: (contact: string, words: string, state: string) => Promise<void>;
  /** Opens "Where is it?" of the message with these words. */
  readonly askWhere: (contact: string, words: string) => Promise<void>;
  /** The words of each message in a thread, from top to bottom. */
  readonly thread: (contact: string) => Promise<readonly string[]>;
  readonly openCourse: (course: string) => Promise<void>;
  /** Reads one lesson of a course from its first page to its last. */
  readonly doLesson: (course: string, lesson: string) => Promise<void>;
  readonly fillInDiary: (page: {
    readonly mood: string;
    readonly pull: number;
    readonly note: string;
  }) => Promise<void>;
};

type Machine = { readonly page: () => Page; readonly player: () => Promise<Screen> };

/** The verbs over any tablet's page. */
export function createTabletVerbs({ page, player }: Machine): TabletVerbs {
  const button = (name: string | RegExp, on: Screen = page()): Locator =>
    on.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();
  const sees = (words: string | RegExp): Promise<void> => seesOn(page(), words);
  const typeNumber = async (prisonerNumber: string): Promise<void> => {
    await page().getByLabel('Your prison number').fill(prisonerNumber);
    await button('Next').click();
  };
  const typePin = async (pin: string, submit: string): Promise<void> => {
    await page().locator('input[type=password]').fill(pin);
    await page().locator('form.ui-pin-room button[type=submit]', { hasText: submit }).click();
  };
  const tryToSignIn = async (prisonerNumber: string, pin: string): Promise<void> => {
    await button(/^Sign in/).click();
    await typeNumber(prisonerNumber);
    await typePin(pin, 'Sign in');
  };
  const goHome = async (): Promise<void> => {
    const home = page().locator('header, .ui-top-bar').getByRole('button', { name: 'Home', exact: true }).first();
    const hello = page().getByRole('heading', { name: /^Hello, / });
    await home.or(hello).first().waitFor();
    if (!(await hello.isVisible())) await home.click();
    await hello.waitFor();
  };
  const press = async (place: string): Promise<void> => {
    await button(new RegExp(`^${place}`)).click();
    const welcome = page().getByRole('heading', { level: 1, name: 'Before you begin' });
    const there = page().getByRole('heading', { level: 1, name: place, exact: true });
    await there.or(welcome).first().waitFor();
    if (await welcome.isVisible()) await button('I have read this').click();
    await there.waitFor();
  };
  const goTo: TabletVerbs['goTo'] = async (place) => {
    await goHome();
    if (place === 'My diary') await press('Self-help');
    await press(place);
  };
  const meetGateway = async (): Promise<void> => {
    await goTo('My tablet');
    await button('Try now').click();
    await until(() => isAnswered(page()), 'the prison to answer');
  };
  const openThread = async (contact: string): Promise<void> => {
    await goTo('Messages');
    await button(new RegExp(contact)).click();
    await page().getByRole('heading', { level: 1, name: contact }).waitFor();
  };
  const compose = async (contact: string, words: string): Promise<void> => {
    await openThread(contact);
    await button(/^(Write to|Go on with your draft)/).click();
    await page().getByLabel('Your message').fill(words);
  };
  const bubble = (words: string): Locator => page().locator('article.ui-bubble', { hasText: words });
  const openCourse = async (course: string): Promise<void> => {
    await goTo('Learn');
    await sees(`Open ${course}`);
    await button(`Open ${course}`).click();
    await page().getByRole('heading', { level: 1, name: course }).waitFor();
  };
  return {
    sees,
    seesInPack: async (words) => seesOn(await player(), words),
    goHome,
    goTo,
    tryToSignIn,
    meetGateway,
    openThread,
    openCourse,
    enrol: async (code) => {
      await page().getByLabel('Tablet code').fill(code);
      await button('Set up').click();
      await page().getByRole('heading', { name: 'Welcome' }).waitFor();
    },
    firstSignIn: async (prisoner, code) => {
      await button(/^First time here/).click();
      await typeNumber(prisoner.prisonerNumber);
      await page().getByLabel('The code on your slip').fill(code);
      await button('Next').click();
      await button('I have read this').click();
      await typePin(prisoner.pin, 'Next');
      await typePin(prisoner.pin, 'Make my account');
      await sees(`Hello, ${prisoner.firstName}`);
    },
    signIn: async (prisoner) => {
      await tryToSignIn(prisoner.prisonerNumber, prisoner.pin);
      await sees(`Hello, ${prisoner.firstName}`);
    },
    signOut: async () => {
      await button('Sign out').click();
      await until(() => isAtStart(page), 'the start screen');
    },
    handOverAll: async () => {
      await meetGateway();
      await sees('Nothing is waiting. Everything was handed to the prison.');
    },
    writeTo: async (contact, words) => {
      await compose(contact, words);
      await button('Hand in').click();
      await page().getByRole('heading', { name: 'Where your message is' }).waitFor();
      await sees('On this tablet');
    },
    draftTo: async (contact, words) => {
      await compose(contact, words);
      await sees('Draft saved on this tablet');
    },
    seesMessageAs: async (contact, words, state) => {
      await openThread(contact);
      await bubble(words).getByText(state, { exact: true }).waitFor();
    },
    askWhere: async (contact, words) => {
      await openThread(contact);
      await button('Where is it?', bubble(words)).click();
      await page().getByRole('heading', { name: 'Where your message is' }).waitFor();
    },
    thread: async (contact) => {
      await openThread(contact);
      await page().getByRole('log').or(page().getByText('Nothing here yet. Write the first one.')).first().waitFor();
      return page().locator('article.ui-bubble .ui-bubble-text').allInnerTexts();
    },
    doLesson: async (course, lesson) => {
      await openCourse(course);
      await button(new RegExp(`^${escaped(lesson)}`)).click();
      await readToTheEnd(await player());
      await page().getByRole('heading', { level: 1, name: course }).waitFor();
    },
    fillInDiary: async ({ mood, pull, note }) => {
      await goTo('My diary');
      await button(/^(Fill in today|Change today’s page)$/).click();
      await page().getByRole('radio', { name: mood, exact: true }).check({ force: true });
      await page()
        .getByRole('group', { name: /pull to drink or use/ })
        .getByRole('radio', { name: new RegExp(`^${String(pull)}\\b`) })
        .check({ force: true });
      await page()
        .getByLabel(/^Anything else\?/)
        .fill(note);
      await button('Save').click();
      await sees('Your page is locked on this tablet.');
    },
  };
}

/** A connection that broke may be found out only by using it: whoever sees "No answer" presses once more. */
async function isAnswered(page: Page): Promise<boolean> {
  if (await page.getByText('The prison answered.').isVisible()) return true;
  const again = page.getByRole('button', { name: 'Try now' });
  if (await page.getByText('No answer. The tablet tries again by itself.').isVisible()) await again.click();
  return false;
}

/** Signing out may replace the page: for a moment there is none, or one that is going. */
async function isAtStart(page: () => Page): Promise<boolean> {
  try {
    return await page().getByRole('heading', { name: 'Welcome' }).isVisible();
  } catch {
    return false;
  }
}

/** Waits for words; where they do not come, says what stands there instead. */
export async function seesOn(screen: Screen, words: string | RegExp): Promise<void> {
  try {
    await screen.getByText(words).first().waitFor();
  } catch {
    const instead = await screen
      .locator('body')
      .innerText({ timeout: 1000 })
      .catch(() => 'nothing');
    throw new Error(`"${String(words)}" is not to be seen. The screen says: ${instead}`);
  }
}

/** Turns page after page, and says that it is finished. */
async function readToTheEnd(player: Screen): Promise<void> {
  const finish = player.getByRole('button', { name: 'Finish this lesson' });
  const turn = player.getByRole('button', { name: 'Next', exact: true }).or(finish);
  for (;;) {
    await turn.first().waitFor();
    if (await finish.isVisible()) break;
    const place = player.getByRole('navigation', { name: /^Page \d+ of \d+$/ });
    const page = Number(/\d+/.exec((await place.getAttribute('aria-label')) ?? '')?.[0]);
    await turn.first().click();
    await player.getByRole('navigation', { name: new RegExp(`^Page ${String(page + 1)} `) }).waitFor();
  }
  await finish.click();
  await player.getByText('You have finished this lesson.').waitFor();
  await player.getByRole('button', { name: 'Back to the course' }).click();
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
