import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import type { Plan } from '#protocol/selfhelp/plan.ts';
import type { RecordBody, RecordKind } from '#protocol/selfhelp/private-record.ts';
import { createPrivateShelf, type PrivateShelf } from '../../../../tests/support/private-shelf.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { saveRecord } from '../actions.ts';
import { selfhelpData } from '../data.ts';
import { countRecords, listRecords, loadPageOf } from '../queries.ts';
import { SelfhelpScreen } from '../screens/selfhelp-screen.tsx';
import type { SelfhelpRoute } from '../selfhelp-route.ts';
import { loadChoices } from './load-choices.ts';
import { settleVersions } from './settle.ts';

/** Looking for roles in a long form takes jsdom most of a second on a busy machine. */
const SOON = { timeout: 10_000 };
const user = userEvent.setup();
let here: PersonHere;
let other: PersonHere;
let shelf: PrivateShelf;
let now = 1;

beforeEach(async () => {
  here = await signedInPerson({ selfhelp: selfhelpData });
  shelf = createPrivateShelf();
  other = await signedInPerson({ selfhelp: selfhelpData }, here.keyring);
  await save(here, 'profile', { welcomedAt: 1, asksUse: false });
});

const save = async <Kind extends RecordKind>(the: PersonHere, kind: Kind, body: RecordBody<Kind>) => {
  now += 1;
  await saveRecord({ database: the.database, outbox: the.person.outbox }, kind, body, { day: '2026-11-20', now });
};
/** This tablet is in touch with the gateway, then the other, and what the gateway has made of both comes here. */
async function bring(): Promise<void> {
  for (const change of [...(await shelf.take(here)), ...(await shelf.take(other))]) {
    const writes = await selfhelpData.applyChange!(change, here.database);
    await here.person.outbox.recordIntention({ writes, operations: [] });
  }
}
function Stage({ first }: { readonly first: SelfhelpRoute }) {
  const [route, setRoute] = useState(first);
  return <SelfhelpScreen route={route} go={setRoute} replace={setRoute} back={() => { setRoute(first); }} home={() => undefined} actNow={() => undefined} />;
}
const show = (first: SelfhelpRoute, language: 'en' | 'ar' = 'en') =>
  showScreen(<Stage first={first} />, { person: here.person, namespaces: ['app', 'programme', 'plans', 'selfhelp', 'measures', 'balance'], language });
const plans = async () => (await listRecords(here.database, 'plan')).map(({ record }) => record.body);
const page: CheckIn = { day: '2026-11-20', at: 1, mood: 3, craving: 2, sleep: 7, triggers: [], responses: [], note: '' };
const list = (avoid: string): Plan => ({ type: 'people-places', avoid: [avoid], seek: ['Mum'] });
const press = async (name: string | RegExp) => { await user.click(await screen.findByRole('button', { name }, SOON)); };

async function twoLists() {
  await save(here, 'plan', list('The yard'));
  await save(other, 'plan', list('The shop'));
  await bring();
}

it('the screen of a plan says that two tablets made two versions, and shows them side by side in words', async () => {
  await twoLists();
  await show({ screen: 'plans' });
  expect(await screen.findByText('There are two versions: People and places', {}, SOON)).toBeDefined();
  await press('Look at both');
  expect(await screen.findByRole('heading', { level: 1, name: 'Which one do you want?' }, SOON)).toBeDefined();
  expect(screen.getByText('The yard')).toBeDefined();
  expect(screen.getByText('The shop')).toBeDefined();
  expect(screen.getAllByText('Keep away from')).toHaveLength(2);
});

it('the one that is kept counts, and both are there again when it is undone', async () => {
  await twoLists();
  await show({ screen: 'choose', kind: 'plan', thing: 'plan|people-places' });
  await press('Keep this one: version 2');
  expect(await screen.findByText(/Your other tablet gets it/, {}, SOON)).toBeDefined();
  await waitFor(async () => { expect(await plans()).toEqual([list('The yard')]); }, SOON);
  await waitFor(() => { expect(screen.queryByText('The shop')).toBeNull(); }, SOON);
  await press('Undo');
  expect(await screen.findByText('The shop', {}, SOON)).toBeDefined();
  expect(screen.getByText('The yard')).toBeDefined();
});

it('lists can be put together, and then there is nothing to choose', async () => {
  await twoLists();
  await show({ screen: 'choose', kind: 'plan', thing: 'plan|people-places' });
  await press('Put both together');
  await waitFor(async () => { expect(await plans()).toEqual([{ type: 'people-places', avoid: ['The shop', 'The yard'], seek: ['Mum'] }]); }, SOON);
  cleanup();
  await show({ screen: 'places' });
  expect(await screen.findByText('The shop', {}, SOON)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Look at both' })).toBeNull();
});

it('two plans of which one can do both may both stay, and the notice says which plan it is', async () => {
  const walk: Plan = { type: 'if-then', when: 'I get a call', then: 'I walk', triggers: [], timesUsed: 0, lastUsed: null, putAway: false };
  await save(other, 'plan', walk);
  await bring();
  const recordId = (await listRecords(here.database, 'plan'))[0]!.recordId;
  for (const [the, then] of [[here, 'I draw'], [other, 'I sing']] as const) await saveRecord({ database: the.database, outbox: the.person.outbox }, 'plan', { ...walk, then }, { day: '2026-11-20', now: (now += 1), recordId });
  await bring();
  await show({ screen: 'plans' });
  expect(await screen.findByText('There are two versions: If: I get a call. Then: I sing', {}, SOON)).toBeDefined();
  await press('Look at both');
  await press('Keep both as two plans');
  await waitFor(async () => { expect((await plans()).map((plan) => plan.type === 'if-then' && plan.then).sort()).toEqual(['I draw', 'I sing']); }, SOON);
  await press('Undo');
  await waitFor(async () => { expect((await plans()).filter((plan) => plan.type === 'if-then' && !plan.putAway)).toHaveLength(1); }, SOON);
  expect(await screen.findByRole('button', { name: 'Keep this one: version 2' }, SOON)).toBeDefined();
});

it('two safety plans are a choice beside the plan, and pressing twice chooses once', async () => {
  const empty = { signs: '', helps: '', places: '', people: '', safer: '', reasons: '' };
  await save(here, 'safety-plan', { ...empty, helps: 'The radio' });
  await save(other, 'safety-plan', { ...empty, helps: 'The yard', people: 'My sister' });
  await bring();
  await show({ screen: 'measures', view: 'safety-plan' });
  await press('Look at both');
  const first = (await screen.findByRole('heading', { name: 'Version 1' }, SOON)).closest<HTMLElement>('.ui-card')!;
  expect(within(first).getByText('My sister')).toBeDefined();
  const before = (await here.handedOver()).length;
  await user.dblClick(screen.getByRole('button', { name: 'Put both together' }));
  await waitFor(async () => { expect((await listRecords(here.database, 'safety-plan')).map(({ record }) => record.body)).toEqual([{ ...empty, helps: 'The yard\nThe radio', people: 'My sister' }]); }, SOON);
  expect(await here.handedOver()).toHaveLength(before + 1);
});

it('what two tablets were told about the diary is a choice only where it differs', async () => {
  await save(other, 'profile', { welcomedAt: 2, asksUse: false });
  await bring();
  await show({ screen: 'check-in' });
  expect(await screen.findByRole('radio', { name: 'Good' }, SOON)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Look at both' })).toBeNull();
  cleanup();
  await save(other, 'profile', { welcomedAt: 2, asksUse: true });
  await bring();
  await show({ screen: 'check-in' });
  await press('Look at both');
  expect(await screen.findByText('It is asked.', {}, SOON)).toBeDefined();
  expect(screen.getByText('It is not asked.')).toBeDefined();
});

describe('a day of the diary that two tablets filled in', () => {
  const twoPages = async (day: string) => {
    await saveRecord({ database: here.database, outbox: here.person.outbox }, 'check-in', { ...page, day, note: 'Gym was shut' }, { day, now: (now += 1) });
    await saveRecord({ database: other.database, outbox: other.person.outbox }, 'check-in', { ...page, day, note: 'Rang my sister' }, { day, now: (now += 1) });
  };

  it.each(['diary', 'history'] as const)('is said on the screen %s however long ago it was, and what is kept counts', async (place) => {
    await twoPages('2024-03-04');
    await save(here, 'check-in', page);
    await bring();
    await show({ screen: place });
    expect(await screen.findByText('There are two versions: My diary, Monday 4 March 2024', {}, SOON)).toBeDefined();
    await press('Look at both');
    expect(await screen.findByText('Gym was shut', {}, SOON)).toBeDefined();
    expect(screen.getByText('Rang my sister')).toBeDefined();
    await press('Keep this one: version 2');
    await waitFor(async () => { expect((await loadPageOf(here.database, '2024-03-04'))?.record.body.note).toBe('Gym was shut'); }, SOON);
    cleanup();
    await show({ screen: place });
    expect(await screen.findByRole('heading', { level: 1 }, SOON)).toBeDefined();
    expect(await loadChoices(here.database, 'check-in')).toEqual([]);
  });

  it('of many the newest are said, and the screen below is still to be found', async () => {
    for (const day of ['2024-03-04', '2024-03-05', '2024-03-06', '2024-03-07']) await twoPages(day);
    await bring();
    await show({ screen: 'diary' });
    expect(await screen.findByText(/My diary, Thursday 7 March/, {}, SOON)).toBeDefined();
    expect(screen.getAllByRole('button', { name: 'Look at both' })).toHaveLength(3);
    expect(await loadChoices(here.database, 'check-in')).toHaveLength(4);
  });

  it('is one day of those that are counted, before and after one version is chosen, and no other page is opened for it', async () => {
    for (const day of ['2024-03-04', '2024-03-05', '2024-03-06']) await saveRecord({ database: here.database, outbox: here.person.outbox }, 'check-in', { ...page, day }, { day, now: (now += 1) });
    await twoPages('2024-03-07');
    await save(here, 'practice', { technique: 'box-breathing', area: 'body', before: null, after: null, answers: {}, finished: true });
    await bring();
    const alone = await Promise.all(['2024-03-04', '2024-03-05', '2024-03-06'].map((day) => here.database.blind('place', `check-in|${day}`)));
    // Whoever opened these rows would not find a page in them.
    await here.database.dexie.table('selfhelp_pages').where('place').anyOf(alone).modify({ box: new Uint8Array(3) });
    expect(await countRecords(here.database, 'check-in')).toBe(4);
    const [choice] = await loadChoices(here.database, 'check-in');
    await settleVersions({ database: here.database, outbox: here.person.outbox }, choice!.versions[0]!, choice!.versions, choice!.versions[0]!.record.body, { day: '2026-11-20', now: (now += 1) });
    expect(await countRecords(here.database, 'check-in')).toBe(4);
  });
});

it('is said in the language of the screen', async () => {
  await twoLists();
  await show({ screen: 'choose', kind: 'plan', thing: 'plan|people-places' }, 'ar');
  expect(await screen.findByRole('heading', { level: 1, name: 'أيّهما تريد؟' }, SOON)).toBeDefined();
});
