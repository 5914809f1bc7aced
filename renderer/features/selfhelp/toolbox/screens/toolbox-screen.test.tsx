import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { showScreen } from '../../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../../tests/support/signed-in-person.ts';
import { saveDraft, saveRecord } from '../../actions.ts';
import { selfhelpData } from '../../data.ts';
import { SafetyPlanScreen } from '../../measures/safety-plan-screen.tsx';
import { listRecords } from '../../queries.ts';
import { ActNowScreen } from '../../screens/act-now-screen.tsx';
import type { SelfhelpRoute } from '../../selfhelp-route.ts';
import { draftKey } from '../draft-key.ts';
import { loadTechniqueStates } from '../queries.ts';
import { ToolboxScreen } from './toolbox-screen.tsx';

let here: PersonHere;
let calledForHelp: boolean;

function Stage({ first }: { readonly first: SelfhelpRoute }) {
  const [route, setRoute] = useState(first);
  const toShelf = () => { setRoute({ screen: 'toolbox' }); };
  return <ToolboxScreen route={route} go={setRoute} replace={setRoute} back={toShelf} home={toShelf} actNow={() => { calledForHelp = true; }} />;
}

async function show(route: SelfhelpRoute) {
  await showScreen(<Stage first={route} />, { person: here.person, namespaces: ['toolbox', 'techniques', 'programme', 'balance', 'actnow', 'app'] });
  return userEvent.setup();
}

/** Leaves a practice half way, as a tablet does that was switched off. */
async function leaveAt(technique: string, step: string, answers: Record<string, unknown> = {}) {
  await saveDraft({ database: here.database, outbox: here.person.outbox }, draftKey(technique), { technique, step, answers }, 1);
}

const press = async (user: ReturnType<typeof userEvent.setup>, name: string | RegExp) => { await user.click(await screen.findByRole('button', { name })); };
const doing = (technique: string): SelfhelpRoute => ({ screen: 'toolbox', technique, doing: true });

beforeEach(async () => {
  calledForHelp = false;
  here = await signedInPerson({ selfhelp: selfhelpData });
});

it('a technique is found on the shelf, says where it comes from, and begins', async () => {
  const user = await show({ screen: 'toolbox' });
  await user.click(await screen.findByText('Mind traps'));
  expect(await screen.findByText(/Cognitive Therapy of Substance Abuse/)).toBeDefined();
  await press(user, 'Start');
  expect(await screen.findByRole('heading', { level: 1, name: 'How bad do you feel right now?' })).toBeDefined();
  await user.click(screen.getByRole('radio', { name: '6' }));
  await press(user, 'Next');
  expect(await screen.findByText('Step 2 of 13')).toBeDefined();
});

it('goes on where it was left, with what was written', async () => {
  await leaveAt('mind-traps', 'evidence', { 'moment.thought': 'I always mess up' });
  const user = await show({ screen: 'toolbox', technique: 'mind-traps' });
  await press(user, 'Go on where I stopped');
  expect(await screen.findByRole('heading', { level: 1, name: 'Look at both sides' })).toBeDefined();
  expect(screen.getByText('I always mess up')).toBeDefined();
});

it('an idea needs one touch, and what is typed is kept', async () => {
  await leaveAt('mind-traps', 'moment');
  const user = await show(doing('mind-traps'));
  await press(user, 'No letter came.');
  expect(await screen.findByDisplayValue('No letter came.')).toBeDefined();
  expect(await screen.findByText('Kept on this tablet')).toBeDefined();
});

it('the end puts the plan with the plans, keeps what helps, and can be read again', async () => {
  await leaveAt('mind-traps', 'end', { before: 7, after: 4, 'moment.thought': 'Nobody cares', 'plan.when': 'I feel low', 'plan.then': 'I call my sister.' });
  const user = await show(doing('mind-traps'));
  expect(await screen.findByText('That is better than before.')).toBeDefined();
  await press(user, 'Put it in my plan');
  expect(await screen.findByText('It is in your plans now.')).toBeDefined();
  await user.type(screen.getByLabelText('What did you find out?'), 'It was the trap');
  await user.click(screen.getByRole('checkbox', { name: 'Add this to what helps me' }));
  await press(user, 'Save and finish');
  expect(await screen.findByRole('heading', { level: 1, name: 'What I found out' })).toBeDefined();
  expect(await screen.findByText('It was the trap')).toBeDefined();
  expect((await listRecords(here.database, 'plan')).map(({ record }) => record.body)).toMatchObject([{ type: 'if-then', when: 'I feel low', then: 'I call my sister' }]);
  const states = await loadTechniqueStates(here.database);
  expect(states.find(({ id }) => id === 'mind-traps')).toEqual({ id: 'mind-traps', times: 1, isBegun: false, helps: true });
});

it('pressed twice the plan is put with the plans once, also when the tablet had died before it knew', async () => {
  const answers = { before: 7, after: 4, 'plan.when': 'I feel low', 'plan.then': 'I call my sister.' };
  await leaveAt('mind-traps', 'end', answers);
  const user = await show(doing('mind-traps'));
  await user.dblClick(await screen.findByRole('button', { name: 'Put it in my plan' }));
  expect(await screen.findByText('It is in your plans now.')).toBeDefined();
  await leaveAt('mind-traps', 'end', answers);
  cleanup();
  await show(doing('mind-traps'));
  await user.click(await screen.findByRole('button', { name: 'Put it in my plan' }));
  expect(await screen.findByText('It is in your plans now.')).toBeDefined();
  expect(await listRecords(here.database, 'plan')).toHaveLength(1);
});

it('a technique left half way while its page is open is offered to go on with at once', async () => {
  await show({ screen: 'toolbox', technique: 'mind-traps' });
  expect(await screen.findByRole('button', { name: 'Start' })).toBeDefined();
  await leaveAt('mind-traps', 'moment', { before: 5 });
  expect(await screen.findByRole('button', { name: 'Go on where I stopped' }, { timeout: 10_000 })).toBeDefined();
});

it('what helps is on the Act now screen and beside the safety plan, with what was found out', async () => {
  const record = (technique: string, helps: boolean) => saveRecord({ database: here.database, outbox: here.person.outbox }, 'practice', { technique, area: 'thoughts', before: null, after: null, answers: { 'end.helps': helps, 'end.found': 'It was the trap' }, finished: true }, { day: '2026-11-01', now: 1 });
  await record('mind-traps', true);
  await record('say-no', false);
  let opened: string | undefined;
  await showScreen(<ActNowScreen onBack={() => undefined} speaksFor="person" onPlan={() => undefined} onTechnique={(technique) => { opened = technique; }} />, { person: here.person, namespaces: ['toolbox', 'techniques', 'actnow', 'measures'] });
  expect(await screen.findByText('It was the trap')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /Mind traps/ }));
  expect(opened).toBe('mind-traps');
  expect(screen.queryByText('Saying no')).toBeNull();
  cleanup();
  const nothing = () => undefined;
  await showScreen(<SafetyPlanScreen route={{ screen: 'measures', view: 'safety-plan' }} go={nothing} replace={nothing} back={nothing} home={nothing} actNow={nothing} />, { person: here.person, namespaces: ['toolbox', 'techniques', 'measures', 'app'] });
  expect(await screen.findByText('It was the trap')).toBeDefined();
});

it('what was worse afterwards is said kindly, with a way to people', async () => {
  await leaveAt('ride-the-wave', 'end', { before: 6, after: 9 });
  const user = await show(doing('ride-the-wave'));
  expect(await screen.findByText(/Be kind to yourself/)).toBeDefined();
  await press(user, 'Open Act now');
  expect(calledForHelp).toBe(true);
});

it('words of immediate danger open help when one goes on, and stay kept', async () => {
  await leaveAt('mind-traps', 'moment', { 'moment.thought': 'I want to kill myself' });
  const user = await show(doing('mind-traps'));
  await press(user, 'Next');
  expect(calledForHelp).toBe(true);
  expect(await screen.findByText('Kept on this tablet')).toBeDefined();
});

it('a talk goes where the words lead, to its end, and can be tried again', async () => {
  await leaveAt('say-no', 'door');
  const user = await show(doing('say-no'));
  await press(user, '“No thanks. I do not use.”');
  await press(user, '“I said no. I am going to make a tea.”');
  await press(user, 'Say nothing, and walk away.');
  expect(await screen.findByText(/You said no and you left/)).toBeDefined();
  await press(user, 'Try it again');
  expect(within(await screen.findByRole('group', { name: 'What do you say or do?' })).getAllByRole('button')).toHaveLength(3);
});

it('a clock that went on while the tablet was off says so, and can be started once more', async () => {
  await leaveAt('ride-the-wave', 'ride', { 'ride.ran': 0, 'ride.since': Date.now() - 3_600_000 });
  await show(doing('ride-the-wave'));
  expect(await screen.findByText(/The time went on while you were away/)).toBeDefined();
  expect(await screen.findByRole('button', { name: 'Once more' })).toBeDefined();
  // The end of the clock is on the disk too before the tablet is put away.
  expect(await screen.findByText('Kept on this tablet')).toBeDefined();
});
