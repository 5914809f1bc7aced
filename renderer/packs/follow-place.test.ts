import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPlace, type Bounds } from './follow-place.ts';

let place: HTMLElement;
let box: DOMRect;
let above: Element | null;
let placed: Bounds[];
let stop: () => void;

const nextFrame = () => new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(done); }); });

beforeEach(() => {
  place = document.createElement('div');
  document.body.replaceChildren(place);
  [box, above, placed] = [new DOMRect(10, 60, 800, 600), place, []];
  place.getBoundingClientRect = () => box;
  vi.stubGlobal('innerWidth', 1366);
  vi.stubGlobal('innerHeight', 768);
  // jsdom lays nothing out.
  vi.stubGlobal('ResizeObserver', class { observe() { /* no layout */ } disconnect() { /* no layout */ } });
  document.elementFromPoint = () => above;
  stop = followPlace(place, { x: 10, y: 60, width: 800, height: 600 }, (bounds) => { placed.push(bounds); });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test('a dialogue of the page over the place takes the view away, and it comes back with its end', async () => {
  const dialogue = document.createElement('section');
  above = dialogue;
  document.body.append(dialogue);
  await nextFrame();
  above = place;
  dialogue.remove();
  await nextFrame();
  expect(placed).toEqual([{ x: 0, y: 0, width: 0, height: 0 }, { x: 10, y: 60, width: 800, height: 600 }]);
});

test('the view goes along when the page scrolls, and never beyond the edge of the window', async () => {
  box = new DOMRect(10, -140, 800, 600);
  window.dispatchEvent(new Event('scroll'));
  await nextFrame();
  box = new DOMRect(10, 500, 800, 600);
  window.dispatchEvent(new Event('scroll'));
  await nextFrame();
  expect(placed).toEqual([{ x: 10, y: 0, width: 800, height: 460 }, { x: 10, y: 500, width: 800, height: 268 }]);
});

test('what changes elsewhere on the page moves nothing', async () => {
  document.body.append(document.createElement('p'));
  await nextFrame();
  expect(placed).toEqual([]);
});

test('what the page moved while the view was being opened is followed too', async () => {
  const late: Bounds[] = [];
  const end = followPlace(place, { x: 10, y: 0, width: 800, height: 600 }, (bounds) => { late.push(bounds); });
  await nextFrame();
  end();
  expect(late).toEqual([{ x: 10, y: 60, width: 800, height: 600 }]);
});
