import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveRecordSchema } from '#protocol/private-records/schema.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { educationData } from '../data.ts';
import { GoalsScreen } from '../screens/goals-screen.tsx';
import { NotesScreen } from '../screens/notes-screen.tsx';
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

it('what the gateway gives back takes its place on a tablet that lost it, and never over newer words here', async () => {
  const kept = await keepThing(here.person, note('First'), { send: true });
  const [sent] = await here.handedOver();
  const { recordId, box } = saveRecordSchema.parse(sent?.payload);
  const change = { record: 'education.private', id: recordId, put: { recordId, revision: 1, box } };
  await here.person.outbox.recordIntention({ writes: [studyTables(here.database).things.prepareDelete(recordId)], operations: [] });
  await here.person.outbox.recordIntention({ writes: await applyStudyChange(change, here.database), operations: [] });
  expect(await bodies()).toEqual(['First']);
  await keepThing(here.person, note('Newer'), { recordId: kept.ok ? kept.value : undefined, send: false });
  expect(await applyStudyChange({ ...change, put: { recordId, revision: 9, box } }, here.database)).toEqual([]);
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
  expect((await studyTables(here.database).things.list()).map(({ thing }) => 'deletedAt' in thing)).toEqual([false]);
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
