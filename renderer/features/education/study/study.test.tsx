import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { progressEventSchema } from '#protocol/education/schema.ts';
import { saveRecordSchema } from '#protocol/private-records/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import { createPrivateShelf } from '../../../../tests/support/private-shelf.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { educationData } from '../data.ts';
import { localWeekStart } from '../local-today.ts';
import { GoalsScreen } from '../screens/goals-screen.tsx';
import { NotesScreen } from '../screens/notes-screen.tsx';
import { progressTable } from '../tables.ts';
import { keepFeedback, keepThing, sendUnsent } from './study-actions.ts';
import { applyStudyChange } from './study-sync.ts';
import { studyTables } from './study-tables.ts';

let here: PersonHere;
beforeEach(async () => { here = await signedInPerson({ education: educationData }); });
afterEach(() => here.close());

const note = (body: string, changedAt = 1) => ({ kind: 'note' as const, title: 'CANARY-TITLE', body, changedAt });
const nothing = () => undefined;
const props = { route: { place: 'education', screen: 'notes' } as const, go: nothing, replace: nothing, back: nothing, home: nothing, actNow: nothing };
const bodies = async () => (await studyTables(here.database).things.list()).map(({ thing }) => (thing.kind === 'note' ? thing.body : thing.kind));

it('autosave keeps words here and sends nothing; leaving sends one sealed box', async () => {
  const first = await keepThing(here.person, note('One'), { send: false });
  await keepThing(here.person, note('One two'), { recordId: first.ok ? first.value : undefined, send: false });
  expect([await bodies(), await here.handedOver()]).toEqual([['One two'], []]);
  await sendUnsent(here.person);
  await sendUnsent(here.person);
  const sent = await here.handedOver();
  expect(sent.map(({ kind }) => kind)).toEqual(['education.save-private']);
  expect(JSON.stringify(sent)).not.toContain('CANARY');
});

it('what the gateway gives back takes its place on a tablet that lost it, and beside newer words here', async () => {
  const kept = await keepThing(here.person, note('First'), { send: true });
  const [sent] = await here.handedOver();
  const { recordId, box } = saveRecordSchema.parse(sent?.payload);
  const change = { record: 'education.private', id: recordId, put: { recordId, revision: 1, box } };
  await here.person.outbox.recordIntention({ writes: [studyTables(here.database).things.prepareDelete(recordId)], operations: [] });
  await here.person.outbox.recordIntention({ writes: await applyStudyChange(change, here.database), operations: [] });
  expect(await bodies()).toEqual(['First']);
  await keepThing(here.person, note('Newer'), { recordId: kept.ok ? kept.value : undefined, send: false });
  await here.person.outbox.recordIntention({ writes: await applyStudyChange({ ...change, put: { recordId, revision: 9, box } }, here.database), operations: [] });
  expect((await bodies()).sort()).toEqual(['First', 'Newer']);
  await showScreen(<NotesScreen {...props} />, { person: here.person, namespaces: ['study', 'app'] });
  expect(await screen.findAllByText(/Written on another tablet$/)).toHaveLength(1);
});

it('what two tablets wrote apart is kept on both, each once, and goes on as two things, also after several saves', async () => {
  const other = await signedInPerson({ education: educationData }, here.keyring);
  const shelf = createPrivateShelf('education.private');
  const stream = new Map<string, Change>();
  /** This tablet is in touch, then the other; all that came of it reaches both in one page, of which no change sees another. */
  const bring = async () => {
    const changes = [...(await shelf.take(here)), ...(await shelf.take(other))];
    for (const one of changes) stream.set(one.id, one);
    for (const the of [here, other]) await the.person.outbox.recordIntention(async () => ({ writes: (await Promise.all(changes.map((change) => applyStudyChange(change, the.database)))).flat(), operations: [] }));
  };
  const rows = (the: PersonHere) => studyTables(the.database).things.list();
  const wordsOf = async (the: PersonHere) => (await rows(the)).map(({ thing }) => (thing.kind === 'note' ? thing.body : '')).sort();
  const idOf = async (the: PersonHere, body: string) => (await rows(the)).find(({ thing }) => thing.kind === 'note' && thing.body === body)!.recordId;
  const change = async (the: PersonHere, from: string, to: string, send = true) => keepThing(the.person, note(to), { recordId: await idOf(the, from), send });
  await keepThing(here.person, note('Draft'), { send: true });
  await bring();
  expect(await wordsOf(other)).toEqual(['Draft']);
  await change(here, 'Draft', 'Here');
  await change(other, 'Draft', 'There 1');
  await change(other, 'There 1', 'There 2');
  await bring();
  for (const the of [here, other]) expect(await wordsOf(the)).toEqual(['Here', 'There 2']);
  // Either can be changed on either tablet, and the other stays.
  await change(here, 'There 2', 'There 3');
  await change(other, 'Here', 'Here 2');
  await bring();
  for (const the of [here, other]) expect(await wordsOf(the)).toEqual(['Here 2', 'There 3']);
  // What is being written while another tablet's words come is kept too, and sent when it is closed.
  await change(here, 'There 3', 'Being written', false);
  await change(other, 'There 3', 'There 4');
  await bring();
  await sendUnsent(here.person);
  await bring();
  await bring();
  for (const the of [here, other]) expect(await wordsOf(the)).toEqual(['Being written', 'Here 2', 'There 4']);
  // A tablet that lost everything gets the same things back.
  const third = await signedInPerson({ education: educationData }, here.keyring);
  const page = [...stream.values()];
  await third.person.outbox.recordIntention({ writes: (await Promise.all(page.map((one) => applyStudyChange(one, third.database)))).flat(), operations: [] });
  expect(await wordsOf(third)).toEqual(await wordsOf(here));
  await third.close();
  await other.close();
});

it('an older text is kept as a version once five minutes have passed', async () => {
  const kept = await keepThing(here.person, note('A', 0), { send: false });
  const recordId = kept.ok ? kept.value : undefined;
  await keepThing(here.person, note('B', 1_000), { recordId, send: false });
  await keepThing(here.person, note('C', 2_000), { recordId, send: false });
  await keepThing(here.person, note('D', 900_000), { recordId, send: false });
  await keepThing(here.person, note('E', 901_000), { recordId, send: false });
  expect((await studyTables(here.database).versions.list()).map(({ body }) => body).sort()).toEqual(['A', 'D']);
});

it('what somebody thinks of a lesson is one word, and another replaces it', async () => {
  const about = { packId: 'maths', activityId: 'maths.halves', at: 1 } as never as { packId: never; activityId: never; at: number };
  await keepFeedback(here.person, { ...about, liked: true, reason: 'useful' });
  await keepFeedback(here.person, { ...about, liked: false, reason: null });
  expect((await studyTables(here.database).feedback.list()).map(({ liked }) => liked)).toEqual([false]);
  expect((await here.handedOver()).map(({ kind }) => kind)).toEqual(['education.feedback', 'education.feedback']);
});

it('a deleted note can be brought back at once, or later', async () => {
  await keepThing(here.person, note('My letter'), { send: true });
  await showScreen(<NotesScreen {...props} />, { person: here.person, namespaces: ['study', 'app'] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: 'Delete' });
  // The screen that was there before has a Delete, too.
  await vi.waitFor(async () => expect((await studyTables(here.database).things.list()).map(({ thing }) => 'deletedAt' in thing)).toEqual([false]), 20_000);
});

it('a goal of minutes a week counts what was learned since Monday, and nothing of the week before', async () => {
  const goal = { kind: 'goal' as const, words: 'Read', by: null, minutesAWeek: 60, steps: [], doneAt: null, changedAt: 1 };
  await keepThing(here.person, goal, { send: false });
  const monday = localWeekStart(Date.now());
  const events = [[monday - 1000, 600], [monday + 7_200_000, 1500], [monday + 7_300_000, 300]].map(([at, seconds], index) =>
    progressEventSchema.parse({ eventId: `00000000-0000-4000-8000-00000000010${String(index)}`, packId: 'maths', packVersion: 1, activityId: 'maths.halves', verb: 'progressed', at, data: { seconds } }));
  await here.person.outbox.recordIntention({ writes: await Promise.all(events.map((event) => progressTable(here.database).preparePut(event))), operations: [] });
  await showScreen(<GoalsScreen {...props} />, { person: here.person, namespaces: ['study', 'app'] });
  await screen.findByText('30 of 60 minutes this week');
});

it('a goal is made in one’s own words, and reached with one press', async () => {
  await showScreen(<GoalsScreen {...props} />, { person: here.person, namespaces: ['study', 'app'] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'New goal' }));
  await user.type(screen.getByLabelText(/What do you want to do/), 'Finish Fractions');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'I did it' }));
  await waitFor(() => { expect(screen.getByText('Done. Well done.')).toBeDefined(); });
});
