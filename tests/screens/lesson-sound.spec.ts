import { expect as plainExpect, test } from '@playwright/test';
import { findVoices } from '../../content-packs/builder/narration/find-voices.ts';
import { narratePage } from '../../content-packs/builder/narration/narrate-page.ts';
import { LESSON_FORMAT } from '../../protocol/packs/lesson.ts';
import { spokenParts } from '../../protocol/packs/narration.ts';
import { errorsOf } from '../support/errors-of.ts';
import { findAxeFaults } from '../support/screens/find-axe-faults.ts';
import { openPlayerStage, type PlayerStage } from '../support/player-stage.ts';
import { inProject } from '../../scripts/lib/paths.mts';
import { readFileSync } from 'node:fs';

/** Two busy cores open a lesson in more than the usual five seconds. */
const expect = plainExpect.configure({ timeout: 20_000 });

/** Films, sounds and reading aloud in lessons, in Chromium under the policy of a pack's own origin. */
let stage: PlayerStage;
test.beforeAll(async () => { stage = await openPlayerStage(); });
test.afterAll(() => stage.close());

const put = (path: string, type: string, bytes: Uint8Array | string): unknown => stage.files.set(path, { type, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes });
const lesson = (pages: readonly unknown[]): string => JSON.stringify({ format: LESSON_FORMAT, activityId: 'stage.one', language: 'en', direction: 'ltr', title: 'A lesson', pages });
const words = (text: string) => [{ kind: 'text', text }];
const SOURCES = inProject('content-packs/sources/getting-through-cravings/media');

test('a film has captions on, its words can be searched and pressed, it winds quickly, and only what was played counts', async ({ page }) => {
  const errors = errorsOf(page);
  stage.files.clear();
  for (const [name, type] of [['the-wave.webm', 'video/webm'], ['the-wave.en.vtt', 'text/vtt'], ['the-wave.poster.svg', 'image/svg+xml']] as const) put(`media/${name}`, type, readFileSync(`${SOURCES}/${name}`));
  const film = { kind: 'video', src: 'media/the-wave.webm', poster: 'media/the-wave.poster.svg', title: 'The wave', width: 640, height: 360, captions: [{ language: 'en', src: 'media/the-wave.en.vtt' }], transcript: [words('The words')] };
  put('en/01.json', 'application/json', lesson([{ blocks: [film] }]));
  await stage.open(page, { kind: 'lesson', entry: 'en/01.json' });
  const player = page.frameLocator('iframe');
  const video = player.locator('video');
  await expect(video).toBeVisible();
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.textTracks[0]?.mode)).toBe('showing');
  await player.getByRole('radio', { name: '2×' }).check();
  expect(await video.evaluate((one: HTMLVideoElement) => one.playbackRate)).toBe(2);
  await player.getByText('The words', { exact: true }).click();
  const lines = player.locator('.media-transcript li button');
  await expect(lines.first()).toBeVisible();
  const last = await lines.last().textContent();
  await player.getByLabel('Find').fill(last ?? '');
  await expect(lines).toHaveCount(1);
  await lines.first().click();
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(1);
  const wind = (): Promise<number> => video.evaluate((one: HTMLVideoElement) => new Promise<number>((resolve) => {
    const began = performance.now();
    one.addEventListener('seeked', () => { resolve(performance.now() - began); }, { once: true });
    one.currentTime = one.currentTime > 1 ? 0.5 : 1.5;
  }));
  const winds: number[] = [];
  for (let count = 0; count < 5; count += 1) winds.push(await wind());
  // The one in the middle: what else a busy machine does meanwhile is not the player's, and one quick wind is not yet quick winding.
  expect(winds.sort((one, other) => one - other)[2], `milliseconds of five winds: ${winds.map(Math.round).join(', ')}`).toBeLessThan(300);
  await expect.poll(async () => (await stage.heard(page)).some((said) => said.type === 'state' && said.state.includes('the-wave'))).toBe(true);
  expect(await player.locator('.media-share').textContent()).not.toContain('100%');
  expect(errors).toEqual([]);
});

test('a page is read to me: the word that is spoken lights up', async ({ page }) => {
  test.skip((await findVoices()) === undefined, 'espeak-ng and opus-tools are not installed here.');
  const errors = errorsOf(page);
  const read = { blocks: [{ kind: 'paragraph', text: words('The kettle stands on the shelf beside the blue door.') }, { kind: 'list', ordered: false, items: [words('First the cup.'), words('Then the tea.')] }] };
  const made = await narratePage(spokenParts(read as never, 'A lesson'), 'en-gb', 'en');
  stage.files.clear();
  put('narration/1.opus', 'audio/ogg', made.audio);
  put('narration/1.json', 'application/json', JSON.stringify(made.timings));
  put('en/01.json', 'application/json', lesson([{ ...read, narration: { audio: 'narration/1.opus', timings: 'narration/1.json' } }]));
  await stage.open(page, { kind: 'lesson', entry: 'en/01.json' });
  const player = page.frameLocator('iframe');
  const inside = page.frames().find((frame) => frame.url().includes('/__host/'));
  if (inside === undefined) throw new Error('The player has no frame');
  // Every word that lights up, until this one does: a word stays for a third of a second.
  const litUntil = (last: string) => inside.evaluate((until) => new Promise<string[]>((resolve) => {
    const seen: string[] = [];
    const look = () => {
      const word = [...(CSS.highlights.get('spoken') ?? [])].map((range) => (range as Range).toString())[0];
      if (word !== undefined && word !== seen.at(-1)) seen.push(word);
      if (word === until) resolve(seen);
      else requestAnimationFrame(look);
    };
    look();
  }), last);
  await player.getByRole('button', { name: 'Read to me' }).click();
  const lit = await litUntil('door.');
  // In the order of the text; a busy machine may draw too seldom to show every short word.
  const inOrder = 'A lesson The kettle stands on the shelf beside the blue door.'.split(' ').filter((word) => lit.includes(word));
  expect(lit).toEqual(inOrder);
  expect(lit.length).toBeGreaterThan(5);
  await player.getByText('The kettle stands').click();
  expect((await litUntil('kettle')).at(-1)).toBe('kettle');
  expect(await findAxeFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
});
