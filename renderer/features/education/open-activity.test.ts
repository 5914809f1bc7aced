import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signedInPerson, type PersonHere } from '../../../tests/support/signed-in-person.ts';
import { ok } from '#protocol/result.ts';
import { PACK_PORTS_MESSAGE } from '#protocol/shell/bridge.ts';
import type { AppToPlayer, PlayerStart } from '#protocol/shell/player.ts';
import { educationData } from './data.ts';
import { openActivity, type ActivityStanding, type OpenActivity } from './open-activity.ts';

let here: PersonHere;
beforeEach(async () => {
  here = await signedInPerson({ education: educationData });
  vi.stubGlobal('shell', {});
  // jsdom lays nothing out.
  vi.stubGlobal('ResizeObserver', class { observe() { /* no layout */ } disconnect() { /* no layout */ } });
  document.elementFromPoint = () => null;
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await here.close();
});

/** A player's end of its port: it says that it is ready, and hears what it is told. */
function openPort(told: AppToPlayer[]) {
  const port = Object.assign(new EventTarget(), {
    postMessage: (message: AppToPlayer) => { told.push(message); },
    start: () => { port.dispatchEvent(new MessageEvent('message', { data: { type: 'ready' } })); },
    close: () => undefined,
  });
  return port;
}

/** Opens a lesson in a kiosk whose shell cannot take its view away again. */
function open(standings: ActivityStanding[], told: AppToPlayer[]): OpenActivity {
  const shell = {
    ...here.person.shell,
    openPack: async () => {
      window.dispatchEvent(Object.assign(new Event('message'), { source: window, data: PACK_PORTS_MESSAGE, ports: [openPort([]), openPort(told)] }));
      return ok({ viewId: 'view' });
    },
    closePack: () => Promise.reject(new Error('the shell does not answer')),
  };
  const pack = { id: 'course', version: 1, files: [] };
  const course = { pack, manifest: { packId: 'course', items: [{ activityId: 'course.one', kind: 'lesson' }] } };
  return openActivity(document.createElement('div'), {
    course: course as never,
    person: { ...here.person, shell },
    activityId: 'course.one',
    title: 'One',
    start: () => ({ type: 'start', activityId: 'course.one', next: null }) as unknown as PlayerStart,
    ...{ onNext: () => undefined, onClose: () => undefined, onKept: () => undefined },
    onStanding: (standing) => { standings.push(standing); },
  });
}

test('a lesson that could not say goodbye does not keep the next one from opening', async () => {
  const [first, second]: [ActivityStanding[], ActivityStanding[]] = [[], []];
  const one = open(first, []);
  await vi.waitFor(() => { expect(first).toEqual(['open']); });
  one.close();
  const told: AppToPlayer[] = [];
  const two = open(second, told);
  await vi.waitFor(() => { expect(second).toEqual(['open']); });
  expect(told).toMatchObject([{ type: 'start' }]);
  two.close();
});
