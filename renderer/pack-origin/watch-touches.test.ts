import { afterEach, expect, test } from 'vitest';
import { watchTouches } from './watch-touches.ts';

afterEach(() => { document.body.replaceChildren(); });

/** A person's touches: jsdom has no hands, so these stand for what a browser would trust. */
const real = new WeakSet<Event>();

function watch() {
  const said: number[] = [];
  const clock = { now: 0 };
  watchTouches(document, () => said.push(clock.now), () => clock.now, (event) => real.has(event));
  return { said, clock };
}
function byHand(name: string, options?: EventInit): Event {
  const event = new Event(name, options);
  real.add(event);
  return event;
}
const touch = (where: Document, name = 'pointerdown') => { where.body.dispatchEvent(byHand(name, { bubbles: true })); };

test('a touch is told, and not more often than every five seconds', () => {
  const { said, clock } = watch();
  touch(document);
  clock.now = 4999;
  touch(document, 'keydown');
  clock.now = 5000;
  touch(document, 'wheel');
  expect(said).toEqual([0, 5000]);
});

test('a touch in a frame of another maker counts, also in one that came later and below it', () => {
  const { said, clock } = watch();
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.dispatchEvent(new Event('load'));
  const inner = frame.contentDocument!.createElement('iframe');
  frame.contentDocument!.body.append(inner);
  inner.dispatchEvent(new Event('load'));
  touch(frame.contentDocument!);
  clock.now = 9000;
  touch(inner.contentDocument!);
  expect(said).toEqual([0, 9000]);
});

test('a film that plays counts as somebody who watches', () => {
  const { said } = watch();
  const film = document.createElement('video');
  document.body.append(film);
  film.dispatchEvent(byHand('timeupdate'));
  expect(said).toEqual([0]);
});

test('what a course’s script makes up counts for nothing, and does not keep a real touch from being told', () => {
  const { said, clock } = watch();
  for (const name of ['pointerdown', 'keydown', 'wheel', 'input']) document.body.dispatchEvent(new Event(name, { bubbles: true }));
  document.body.append(document.createElement('video'));
  document.querySelector('video')?.dispatchEvent(new Event('timeupdate'));
  expect(said).toEqual([]);
  clock.now = 1;
  touch(document);
  expect(said).toEqual([1]);
});

test('unless told otherwise the browser’s own word is taken for it', () => {
  const said: string[] = [];
  watchTouches(document, () => said.push('touched'), () => 0);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(said).toEqual([]);
});
