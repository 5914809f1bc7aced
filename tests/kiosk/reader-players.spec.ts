import { expect as plainExpect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findVoices } from '../../content-packs/builder/narration/find-voices.ts';
import { BOOK_ENTRY, makeBook } from '../support/book-fixture.ts';
import { hearConsole, leaveItem, openForeignPrison, type ConsoleEar, type ForeignPrison } from '../support/foreign/foreign-story.ts';
import { makePdf } from '../support/pdf-fixture.ts';
import type { Tablet } from '../support/prison-in-a-box.ts';

// Books, leaflets, films and lessons that are read aloud, in the locked shell: its Chromium, its policies, its own scheme.

/** Two busy cores open a book in more than the usual five seconds. */
const expect = plainExpect.configure({ timeout: 20_000 });
const COURSE = 'To read';
const SPOKEN = 'Drawing a plan';

let foreign: ForeignPrison;
let tablet: Tablet;
let complaints: ConsoleEar;
let canSpeak: boolean;
test.beforeAll(async () => {
  test.setTimeout(400_000);
  canSpeak = (await findVoices()) !== undefined;
  foreign = await openForeignPrison();
  const below = `${BOOK_ENTRY.split('/').slice(0, 2).join('/')}/`;
  const book = new Map([...makeBook()].map(([path, { bytes }]) => [path.slice(below.length), bytes]));
  await foreign.publish({
    packId: 'to-read',
    title: COURSE,
    items: [
      { slug: 'a-small-book', kind: 'epub', entry: BOOK_ENTRY.slice(below.length), files: book },
      { slug: 'a-leaflet', kind: 'pdf', entry: 'leaflet.pdf', files: new Map([['leaflet.pdf', await makePdf()]]) },
    ],
  });
  if (canSpeak) await publishSpokenLesson(foreign);
  tablet = await foreign.danielsTablet('kiosk');
  // Chromium 114 judges the style attributes of a book while it reads the file, before our page has taken them off.
  // And our own questions to the frames of a pack reach a book's, which may run no script, ours neither.
  complaints = await hearConsole(tablet, ['Refused to apply inline style', "Blocked script execution in 'about:blank'"]);
  await tablet.unplug();
});
test.afterAll(() => foreign.prison.close());
test.setTimeout(180_000);

test('a book is read to its end in the kiosk, and is done', async () => {
  const player = await open(COURSE, 'A small book');
  await player.locator('.epub-frame').waitFor();
  await tablet.packPage.sees('Chapter 1');
  const finish = player.getByRole('button', { name: 'Finish' });
  for (let turn = 0; turn < 40 && !(await finish.isVisible()); turn += 1) await player.getByRole('button', { name: 'Page on' }).click();
  await finish.click();
  await expect(player.getByText('You have come to the end.')).toBeVisible();
  await leaveItem(tablet, COURSE);
  await isDone('A small book');
});

test('a leaflet opens with its worker under Trusted Types, goes on at its page, and is done at its end', async () => {
  const first = await open(COURSE, 'A leaflet');
  await expect(first.getByText('Part 1 of the leaflet')).toBeVisible();
  await expect(first.locator('[data-drawn=yes] canvas')).toBeVisible();
  await first.getByRole('button', { name: 'Page on' }).click();
  await expect(first.getByText('Part 2 of the leaflet')).toBeVisible();
  await leaveItem(tablet, COURSE);
  const again = await open(COURSE, 'A leaflet');
  await expect(again.getByText('Part 2 of the leaflet')).toBeVisible();
  for (let turn = 0; turn < 3; turn += 1) await again.getByRole('button', { name: 'Page on' }).click();
  await again.getByRole('button', { name: 'Finish' }).click();
  await leaveItem(tablet, COURSE);
  await isDone('A leaflet');
});

test('a film plays from the encrypted store with its captions on, and is wound forward', async () => {
  const player = await open('Getting through cravings', 'What a craving is');
  await player.getByRole('button', { name: 'Next', exact: true }).click();
  const video = player.locator('video');
  await expect(video).toBeVisible();
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.textTracks[0]?.mode)).toBe('showing');
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.textTracks[0]?.cues?.length ?? 0)).toBeGreaterThan(0);
  await video.evaluate((one: HTMLVideoElement) => { one.muted = true; return one.play(); });
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(0.3);
  await video.evaluate((one: HTMLVideoElement) => new Promise((done) => {
    one.addEventListener('seeked', done, { once: true });
    one.currentTime = one.duration / 2;
  }));
  await leaveItem(tablet, 'Getting through cravings');
});

test('a lesson is read aloud in the kiosk: its words light up', async () => {
  test.skip(!canSpeak, 'espeak-ng and opus-tools are not installed here.');
  const player = await open(SPOKEN, 'A room on paper');
  await player.getByRole('button', { name: 'Read to me' }).click();
  await expect.poll(() => player.locator('body').evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].length)).toBeGreaterThan(0);
  await leaveItem(tablet, SPOKEN);
});

test('no page complained in the console', () => complaints.expectNone());

/** Opens one item of a course; the player of the kiosk is a page of its own. */
async function open(course: string, item: string): Promise<Page> {
  await tablet.openCourse(course);
  await tablet.page().getByRole('button', { name: new RegExp(`^${item}`) }).click();
  return (await tablet.player()) as Page;
}

async function isDone(item: string): Promise<void> {
  await tablet.page().getByRole('button', { name: new RegExp(`^${item}.*Done`) }).waitFor();
}

/** Builds a small lesson with its words read aloud, by the real command line, and publishes it. */
async function publishSpokenLesson({ workshop, publishBytes }: ForeignPrison): Promise<void> {
  await workshop.build(1, 'The kettle stands on the shelf beside the blue door.');
  const out = join(workshop.desk, 'spoken.pack');
  await workshop.throughline('pack', 'build', join(workshop.desk, workshop.packId), '--narrate', '--out', out, ...workshop.signing);
  await publishBytes(workshop.packId, readFileSync(out));
}
