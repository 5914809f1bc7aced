import { beforeEach, expect, it } from 'vitest';
import { currentRoute, goBack, goHome, goTo, nextTrail, replaceWith, useRoutes, type Route } from './route.ts';

const messages: Route = { place: 'messaging', at: { screen: 'people' } };
const thread: Route = { place: 'messaging', at: { screen: 'thread', contactId: 'x' } };
const here = () => currentRoute(useRoutes.getState());

beforeEach(goHome);

it('goes back the way one came, and stays at home', () => {
  goTo(messages);
  goTo(thread);
  goBack();
  expect(here()).toEqual(messages);
  goBack();
  goBack();
  expect(here()).toEqual({ place: 'home' });
});

it('a form that is done is not gone back to', () => {
  goTo(messages);
  goTo({ place: 'messaging', at: { screen: 'compose', contactId: 'x' } });
  replaceWith({ place: 'messaging', at: { screen: 'where', messageId: 'm' } });
  goBack();
  expect(here()).toEqual(messages);
});

it('going where one is does nothing, and home forgets the way', () => {
  goTo(messages);
  goTo({ ...messages });
  expect(useRoutes.getState().trail).toHaveLength(2);
  goTo({ place: 'home' });
  expect(useRoutes.getState().trail).toEqual([{ place: 'home' }]);
});

it('a long way keeps its beginning at home and does not grow for ever', () => {
  let trail = useRoutes.getState().trail;
  for (let step = 0; step < 200; step += 1) trail = nextTrail(trail, { place: 'messaging', at: { screen: 'thread', contactId: String(step) } });
  expect(trail[0]).toEqual({ place: 'home' });
  expect(trail.length).toBeLessThanOrEqual(51);
});
