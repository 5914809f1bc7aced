import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { text as techniques } from '../../../renderer/text/en/techniques.ts';
import type { Tablet } from '../prison-in-a-box.ts';
import { press } from '../screens/press.ts';
import { waitForTitle } from '../screens/wait-for-title.ts';

/** What was written, by the field it was written into. */
export type Written = ReadonlyMap<string, string>;

/** Hands out a word of its own for each field. */
type NextWord = (field: string) => string;

/**
 * Writes a different word into every field of self-help that takes a person's own words, finished and half finished, and
 * shares a page with the keyworker, who has a key. Needs no network. `techniques`: of the toolbox at most so many, because
 * all take a minute. Returns where it wrote what. The words are nowhere on the way handed over whole, nor read again: both
 * would leave them in a program's memory that never had them by itself.
 */
export async function writeEverywhere(tablet: Tablet, { techniques: most = Infinity } = {}): Promise<Written> {
  const written = new Map<string, string>();
  const next: NextWord = (field) => {
    const name = written.has(field) ? `${field} ${String(written.size)}` : field;
    const word = wordFor(`${tablet.tabletId} ${name}`);
    written.set(name, word);
    return word;
  };
  const page = tablet.page();
  await tablet.goTo('My diary');
  await writeDiary(page, next);
  await tablet.goTo('Self-help');
  await writeMap(page, next);
  await tablet.goTo('Self-help');
  await writePlans(page, next);
  await tablet.goTo('Self-help');
  await writeSafetyPlan(page, next);
  await tablet.goTo('Self-help');
  await writeTechniques(page, next, most);
  await tablet.goTo('Self-help');
  await writeReward(page, next);
  await tablet.goTo('Self-help');
  await sharePage(page);
  // Half finished: what is only a draft when somebody signs out.
  await tablet.goTo('My diary');
  await press(page, 'Change today’s page');
  await writeFields(page, 'diary: a note that is not saved', next);
  await tablet.goTo('Self-help');
  return written;
}

/** Letters that stand nowhere else and begin alike with no other: LevelDB packs what it has seen before as a reference. */
function wordFor(field: string): string {
  const bytes = createHash('sha256').update(field).digest().subarray(0, 12);
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

async function writeDiary(page: Page, next: NextWord): Promise<void> {
  await press(page, 'Fill in today');
  await page.getByRole('radio', { name: 'Low', exact: true }).check({ force: true });
  await page.getByRole('group', { name: /pull to drink or use/ }).getByRole('radio', { name: /^6\b/ }).check({ force: true });
  await writeFields(page, 'diary', next);
  await press(page, 'Save');
  await page.getByText('Your page is locked on this tablet.').waitFor();
}

async function writeMap(page: Page, next: NextWord): Promise<void> {
  await press(page, /^My map/);
  await press(page, 'Make my map');
  for (const area of ['Hard situations', 'Dark thoughts', 'Feelings', 'My body', 'What I do', 'How I live']) {
    await waitForTitle(page, area);
    await writeFields(page, `map: ${area}`, next);
    await press(page, 'Add');
    // And once more, not added: what was typed is meant.
    await writeFields(page, `map: ${area}, not added`, next);
    await press(page, 'Next');
  }
  await waitForTitle(page, 'What makes what worse?');
  await press(page, 'Next');
  await waitForTitle(page, 'Where do you want to start?');
  await press(page, 'Save my map');
  await page.getByText('Touch a part to see what is in it.').waitFor();
}

async function writePlans(page: Page, next: NextWord): Promise<void> {
  await press(page, /^My plans/);
  for (const [opened, made] of [['New plan', 'An if-then plan'], ['Open the list', 'People and places'], ['Open the plan', 'My release day']] as const) {
    await waitForTitle(page, 'My plans');
    await press(page, opened);
    await waitForTitle(page, made);
    await writeFields(page, `plan: ${made}`, next);
    for (const add of await page.getByRole('button', { name: 'Add', exact: true }).all()) await add.click();
    await press(page, /^Save( this plan)?$/);
  }
  await waitForTitle(page, 'My plans');
  await press(page, 'New plan');
  await waitForTitle(page, 'An if-then plan');
  await writeFields(page, 'plan: one that is not saved', next);
}

async function writeSafetyPlan(page: Page, next: NextWord): Promise<void> {
  await press(page, /^Questions about me/);
  await press(page, 'My safety plan');
  await waitForTitle(page, 'My safety plan');
  await writeFields(page, 'safety plan', next);
  await press(page, 'Save my plan');
  await page.getByText('Saved.').waitFor();
}

/** Every technique to its end; the last is not saved. */
async function writeTechniques(page: Page, next: NextWord, most: number): Promise<void> {
  await press(page, /^Toolbox/);
  const names = Object.values(techniques).map(({ name }) => name).slice(0, most);
  for (const name of names) {
    await waitForTitle(page, 'Toolbox');
    await press(page, new RegExp(`^${name}`));
    await press(page, 'Start');
    await writeSteps(page, name, next);
    if (name === names.at(-1)) return;
    await press(page, 'Save and finish');
    await waitForTitle(page, 'What I found out');
    await back(page, name);
    await back(page, 'Toolbox');
  }
}

/** To the last step of a technique, which is not left. */
async function writeSteps(page: Page, name: string, next: NextWord): Promise<void> {
  for (let step = 1; ; step += 1) {
    await page.getByText(new RegExp(`^Step ${String(step)} of `)).waitFor();
    await writeShownFields(page, `technique: ${name}, step ${String(step)}`, next);
    if (await page.getByRole('button', { name: 'Save and finish' }).isVisible()) return;
    await page.getByRole('button', { name: /^(Next|Leave this out)$/ }).click();
  }
}

async function writeReward(page: Page, next: NextWord): Promise<void> {
  await press(page, /^What I have reached/);
  await press(page, 'Choose my reward');
  await writeFields(page, 'reward', next);
  await press(page, 'Keep it');
  await page.getByRole('button', { name: 'Keep it' }).waitFor({ state: 'detached' });
}

async function sharePage(page: Page): Promise<void> {
  await press(page, /^Share with someone/);
  await press(page, 'Share something');
  await press(page, /^My map/);
  await press(page, /^My keyworker/);
  await page.getByRole('button', { name: / days$/ }).first().click();
  await press(page, 'Share this page');
  await page.getByText('On this tablet, not sent yet').waitFor();
}

/** A word into each field that is shown, key by key, by the name of the place and of the field; waits until there is one. */
async function writeFields(page: Page, place: string, next: NextWord): Promise<void> {
  await page.waitForFunction((fields) => document.querySelector(fields) !== null, FIELDS);
  await writeShownFields(page, place, next);
}

const FIELDS = 'main textarea, main input:is(:not([type]), [type=text])';

/**
 * The same where there may be none. Fields are found by script and not by locators: Playwright's log of those quotes what
 * stands in a field, so that a word that is there already would get into the memory of the program's main process.
 */
async function writeShownFields(page: Page, place: string, next: NextWord): Promise<void> {
  const labels = await page.evaluate(
    (fields) => [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)].map((field) => (field.checkVisibility() ? (field.labels?.[0]?.textContent ?? '') : undefined)),
    FIELDS,
  );
  for (const [at, label] of labels.entries()) {
    if (label === undefined) continue;
    const isFilled = await page.evaluate(
      ([fields, index]) => {
        const field = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)[index];
        field?.focus();
        field?.select();
        return field?.value !== '';
      },
      [FIELDS, at] as const,
    );
    if (isFilled) await page.keyboard.press('Backspace');
    await page.keyboard.type(next(`${place}: ${label}`));
  }
}

async function back(page: Page, to: string): Promise<void> {
  await page.locator('.ui-back').click();
  await waitForTitle(page, to);
}
