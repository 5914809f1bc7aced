import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { MAX_PLAN_LINES, type Plan, type PlanOf } from '#protocol/selfhelp/plan.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { saveRecord } from '../actions.ts';
import { ReachedScreen } from '../achievements/reached-screen.tsx';
import { MapEditScreen } from '../balance-map/map-edit-screen.tsx';
import { selfhelpData } from '../data.ts';
import { listRecords } from '../queries.ts';
import type { SelfhelpScreenProps } from '../selfhelp-route.ts';
import { PlacesScreen } from './places-screen.tsx';
import { PlansScreen } from './plans-screen.tsx';

let here: PersonHere;
let went: unknown[] = [];
const user = userEvent.setup();
const SOON = { timeout: 10_000 };
const walk: PlanOf<'if-then'> = { type: 'if-then', when: 'I get a call', then: 'I walk', triggers: [], timesUsed: 0, lastUsed: null, putAway: false };

beforeEach(async () => {
  here = await signedInPerson({ selfhelp: selfhelpData });
  went = [];
});

const keep = (body: Plan) => saveRecord({ database: here.database, outbox: here.person.outbox }, 'plan', body, { day: '2026-11-01', now: 1 });
const plans = async () => (await listRecords(here.database, 'plan')).map(({ record }) => record.body);
/** Everything after it fails, as it does when the page's worker for seals is gone. */
const breakSaving = () => { Object.assign(here.database, { sealBackup: async () => { throw new Error('No seal'); } }); };

function show(Screen: (props: SelfhelpScreenProps) => React.ReactNode) {
  const note = (to: unknown) => { went.push(to); };
  return showScreen(<Screen route={{ screen: 'plans' }} go={note} replace={note} back={() => { went.push('back'); }} home={() => undefined} actNow={() => undefined} />, { person: here.person, namespaces: ['plans', 'programme', 'selfhelp', 'balance', 'app'] });
}

it('“I used it” pressed twice counts once', async () => {
  await keep(walk);
  await show(PlansScreen);
  await user.dblClick(await screen.findByRole('button', { name: 'I used it' }));
  expect(await screen.findByText('Used today. Well done.', {}, SOON)).toBeDefined();
  expect(await here.handedOver()).toHaveLength(2);
});

it('a plan that was put away stands at the end and can be taken back', async () => {
  await keep({ ...walk, putAway: true });
  await show(PlansScreen);
  await user.click(await screen.findByRole('button', { name: 'Take it back' }));
  await waitFor(async () => { expect(await plans()).toEqual([walk]); }, SOON);
  expect(await screen.findByRole('button', { name: 'I used it' }, SOON)).toBeDefined();
});

it('what could not be saved is said beside its button, which can be pressed again', async () => {
  await keep(walk);
  await show(PlansScreen);
  const use = await screen.findByRole('button', { name: 'I used it' });
  breakSaving();
  await user.click(use);
  expect((await screen.findByText(/It was not saved/, {}, SOON)).closest('[role=alert]')).not.toBeNull();
  expect(use.getAttribute('aria-busy')).toBeNull();
});

it('a screen whose saving breaks says so and does not stay busy', async () => {
  await show(PlacesScreen);
  await user.type(await screen.findByLabelText('Who or where to avoid'), 'The landing');
  breakSaving();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Your words are still here/, {}, SOON)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-busy')).toBeNull();
  expect(went).toEqual([]);
});

it('a full list asks for no more lines and is saved as it is', async () => {
  const avoid = Array.from({ length: MAX_PLAN_LINES - 1 }, (_, index) => `Place ${String(index)}`);
  await keep({ type: 'people-places', avoid, seek: [] });
  await show(PlacesScreen);
  await user.type(await screen.findByLabelText('Who or where to avoid', {}, SOON), 'The last one{Enter}');
  expect(await screen.findByText(/That is all there is room for: 30/, {}, SOON)).toBeDefined();
  expect(screen.queryByLabelText('Who or where to avoid')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => { expect(went).toEqual(['back']); }, SOON);
  expect(await plans()).toEqual([{ type: 'people-places', avoid: [...avoid, 'The last one'], seek: [] }]);
});

it('a reward pressed twice is one record', async () => {
  await show(ReachedScreen);
  await user.click((await screen.findAllByRole('button', { name: 'Choose my reward' }, SOON))[0]!);
  await user.type(screen.getByLabelText('What I give myself'), 'A good tea');
  await user.dblClick(screen.getByRole('button', { name: 'Keep it' }));
  expect(await screen.findByText('My reward: A good tea', {}, SOON)).toBeDefined();
  expect(await listRecords(here.database, 'milestone')).toHaveLength(1);
});

it('what is typed on the map stays while cards are picked, and going on adds it', async () => {
  await show(MapEditScreen);
  await user.type(await screen.findByRole('textbox', {}, SOON), 'The dinner queue');
  await user.click(screen.getByRole('checkbox', { name: 'Owing people' }));
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'The dinner queue');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(await screen.findByRole('button', { name: /^Back|^Before/ }));
  expect(await screen.findByText('The dinner queue')).toBeDefined();
});
