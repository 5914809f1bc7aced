import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { loadDraft, saveRecord } from '../actions.ts';
import { selfhelpData } from '../data.ts';
import { listRecords } from '../queries.ts';
import type { SelfhelpRoute } from '../selfhelp-route.ts';
import { ActNowScreen } from './act-now-screen.tsx';
import { SelfhelpScreen } from './selfhelp-screen.tsx';
import { localToday } from '../use-diary.ts';

let here: PersonHere;
let calledForHelp: boolean;
/** Looking for roles in a long form takes jsdom most of a second on a busy machine. */
const SOON = { timeout: 10_000 };
const pages = async () => (await listRecords(here.database, 'check-in')).map(({ record }) => record.body);

async function show(route: SelfhelpRoute) {
  const nothing = () => undefined;
  const actNow = () => { calledForHelp = true; };
  await showScreen(<SelfhelpScreen route={route} go={nothing} replace={nothing} back={nothing} home={nothing} actNow={actNow} />, {
    person: here.person,
    namespaces: ['selfhelp', 'programme', 'plans', 'balance'],
  });
  return userEvent.setup();
}

beforeEach(async () => {
  calledForHelp = false;
  here = await signedInPerson({ selfhelp: selfhelpData });
  await saveRecord({ database: here.database, outbox: here.person.outbox }, 'profile', { welcomedAt: 1, asksUse: false }, { day: localToday(), now: 1 });
});

it('nothing is asked before the welcome was read, and it is read once', async () => {
  here = await signedInPerson({ selfhelp: selfhelpData });
  const user = await show({ screen: 'check-in' });
  expect(await screen.findByRole('heading', { name: 'Before you begin' })).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'I have read this' }));
  expect(await screen.findByRole('heading', { name: 'How are you today?' }, SOON)).toBeDefined();
  expect((await listRecords(here.database, 'profile')).map(({ record }) => record.body.asksUse)).toEqual([false]);
});

it('a face, a number and Save: three touches make a page', async () => {
  const user = await show({ screen: 'check-in' });
  await user.click(await screen.findByRole('radio', { name: 'Good' }));
  await user.click(screen.getAllByRole('radio', { name: '0, None' })[0]!);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('You filled in today. Well done.', {}, SOON)).toBeDefined();
  expect((await pages()).map(({ mood, craving, sleep }) => [mood, craving, sleep])).toEqual([[4, 0, null]]);
});

it('says who can see it beside the questions', async () => {
  await show({ screen: 'check-in' });
  expect(await screen.findByText(/Nobody but you/)).toBeDefined();
});

it('without a face or a number it asks for them and stores nothing', async () => {
  const user = await show({ screen: 'check-in' });
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  expect(screen.getAllByText('Pick a face first.').length).toBeGreaterThan(0);
  expect(await pages()).toEqual([]);
});

it('a hard day is offered help, and only offered', async () => {
  const user = await show({ screen: 'check-in' });
  await user.click(await screen.findByRole('radio', { name: 'Very low' }));
  await user.click(screen.getAllByRole('radio', { name: '9' })[0]!);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Open Act now' }, SOON));
  expect(calledForHelp).toBe(true);
});

it('what was picked is kept before it is saved, so that a dead tablet loses no more than a second', async () => {
  const user = await show({ screen: 'check-in' });
  await user.click(await screen.findByRole('radio', { name: 'Good' }));
  const kept = () => loadDraft(here.database, `check-in|${localToday()}`);
  await waitFor(async () => { expect(await kept()).toMatchObject({ mood: 4 }); }, { timeout: 1000 });
  expect(await pages()).toEqual([]);
});

it('with too few days the weeks say so instead of guessing', async () => {
  const page = { day: localToday(), at: 1, mood: 3, craving: 2, sleep: null, triggers: [], responses: [], note: '' };
  await saveRecord({ database: here.database, outbox: here.person.outbox }, 'check-in', page, { day: page.day, now: 1 });
  await show({ screen: 'history' });
  expect(await screen.findByText(/Only 1 day so far/)).toBeDefined();
  expect(screen.queryByText(/higher in the last week/)).toBeNull();
});

it('Act now needs nobody signed in, and names people before exercises', async () => {
  await showScreen(<ActNowScreen onBack={() => undefined} speaksFor="cell" />, { namespaces: ['actnow'] });
  const headings = screen.getAllByRole('heading').map((heading) => heading.textContent);
  expect(headings.indexOf('Press your cell bell')).toBeLessThan(headings.indexOf('Breathe slowly'));
  expect(screen.getByText('Samaritans: 116 123')).toBeDefined();
  await waitFor(() => { expect(screen.getByText(/This screen sends nothing/)).toBeDefined(); });
});
