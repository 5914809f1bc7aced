import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { saveCheckIn } from '../actions.ts';
import { selfhelpData } from '../data.ts';
import { loadPages } from '../queries.ts';
import type { SelfhelpRoute } from '../selfhelp-route.ts';
import { ActNowScreen } from './act-now-screen.tsx';
import { SelfhelpScreen } from './selfhelp-screen.tsx';
import { localToday } from './use-diary.ts';

let here: PersonHere;
let calledForHelp: boolean;

async function show(route: SelfhelpRoute) {
  const nothing = () => undefined;
  const actNow = () => { calledForHelp = true; };
  await showScreen(<SelfhelpScreen route={route} go={nothing} replace={nothing} back={nothing} home={nothing} actNow={actNow} />, {
    person: here.person,
    namespaces: ['selfhelp'],
  });
  return userEvent.setup();
}

beforeEach(async () => {
  calledForHelp = false;
  here = await signedInPerson({ selfhelp: selfhelpData });
});

it('a face, a number and Save: three touches make a page', async () => {
  const user = await show({ screen: 'check-in' });
  await user.click(screen.getByRole('radio', { name: 'Good' }));
  await user.click(screen.getAllByRole('radio', { name: '0, None' })[0]!);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('You filled in today. Well done.')).toBeDefined();
  expect((await loadPages(here.database)).map(({ checkIn }) => [checkIn.mood, checkIn.craving, checkIn.sleep])).toEqual([[4, 0, null]]);
});

it('says who can see it beside the questions', async () => {
  await show({ screen: 'check-in' });
  expect(screen.getByText(/Nobody but you/)).toBeDefined();
});

it('without a face or a number it asks for them and stores nothing', async () => {
  const user = await show({ screen: 'check-in' });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getAllByText('Pick a face first.').length).toBeGreaterThan(0);
  expect(await loadPages(here.database)).toEqual([]);
});

it('a hard day is offered help, and only offered', async () => {
  const user = await show({ screen: 'check-in' });
  await user.click(screen.getByRole('radio', { name: 'Very low' }));
  await user.click(screen.getAllByRole('radio', { name: '9' })[0]!);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Open Act now' }));
  expect(calledForHelp).toBe(true);
});

it('with too few days the weeks say so instead of guessing', async () => {
  const page = { day: localToday(), at: 1, mood: 3, craving: 2, sleep: null, triggers: [], responses: [], note: '' };
  await saveCheckIn({ database: here.database, outbox: here.person.outbox }, page);
  await show({ screen: 'history' });
  expect(await screen.findByText(/Only 1 day so far/)).toBeDefined();
  expect(screen.queryByText(/higher in the last week/)).toBeNull();
});

it('Act now needs nobody signed in, and names people before exercises', async () => {
  await showScreen(<ActNowScreen onBack={() => undefined} />, { namespaces: ['actnow'] });
  const headings = screen.getAllByRole('heading').map((heading) => heading.textContent);
  expect(headings.indexOf('Press your cell bell')).toBeLessThan(headings.indexOf('Breathe slowly'));
  expect(screen.getByText('Samaritans: 116 123')).toBeDefined();
  await waitFor(() => { expect(screen.getByText(/This screen sends nothing/)).toBeDefined(); });
});
