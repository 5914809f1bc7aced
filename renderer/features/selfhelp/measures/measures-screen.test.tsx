import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_ALERT_POLICY } from '#protocol/alerts/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import { showScreen } from '../../../../tests/support/show-screen.tsx';
import { signedInPerson, type PersonHere } from '../../../../tests/support/signed-in-person.ts';
import { useAlerts } from '../../../alerts/alerts-store.ts';
import { loadDraft, saveRecord } from '../actions.ts';
import { selfhelpData } from '../data.ts';
import { listRecords } from '../queries.ts';
import { CallStaff } from '../screens/call-staff.tsx';
import { MySafetyPlan } from './my-safety-plan.tsx';
import { MeasureFormScreen } from './measure-form-screen.tsx';
import type { MeasuresRoute } from './measures-route.ts';
import { MeasuresScreen } from './measures-screen.tsx';
import { findInstrument } from './shipped-instruments.ts';
import { useUnsentWorry } from './unsent-worry.ts';

let here: PersonHere;
let raised: string[] = [];
let opened: string[] = [];
let went: unknown[] = [];
const user = userEvent.setup();

beforeEach(async () => {
  here = await signedInPerson({ selfhelp: selfhelpData });
  [raised, opened, went] = [[], [], []];
  useUnsentWorry.setState({ personId: null });
  useAlerts.setState({ openHelp: () => { opened.push('act now'); }, calls: [], policy: DEFAULT_ALERT_POLICY, raise: async (kind, speaksFor) => { raised.push(`${kind} for the ${speaksFor}`); return ok(null); } });
});
afterEach(() => here.close());

const show = (route: Omit<MeasuresRoute, 'screen'>, language: 'en' | 'cy' | 'ar' = 'en') => {
  const props = { route: { screen: 'measures' as const, ...route }, go: (to: unknown) => { went.push(to); }, replace: (to: unknown) => { went.push(to); }, back: () => undefined, home: () => undefined, actNow: () => { opened.push('act now'); } };
  return showScreen(<MeasuresScreen {...props} />, { person: here.person, namespaces: ['measures', 'app', 'actnow'], language });
};
const answer = async (label: string) => {
  await user.click(await screen.findByRole('radio', { name: label }));
  await user.click(screen.getByRole('button', { name: /^(Next|Finish)$/ }));
};
const kept = async () => (await listRecords(here.database, 'measure')).map(({ record }) => record.body);

describe('a measure', () => {
  it('says before its first question what it asks about, who sees it, and what a worrying answer does', async () => {
    await show({ instrument: 'phq-9' });
    expect(await screen.findByText(/No staff can open them/)).toBeDefined();
    expect(screen.getByText(/we also tell safer custody/)).toBeDefined();
    expect(screen.queryByRole('radio', { name: 'Nearly every day' })).toBeNull();
  });

  it('says that nothing is sent where the prison’s rules send nothing', async () => {
    useAlerts.setState({ policy: { ...DEFAULT_ALERT_POLICY, version: 2, worryingAnswers: false } });
    await show({ instrument: 'phq-9' });
    expect(await screen.findByText(/Nothing is sent to staff by itself/)).toBeDefined();
  });

  it('says in the person’s language that its questions are in English, and asks them in English', async () => {
    await show({ instrument: 'ucla-3' }, 'cy');
    expect(await screen.findByText(/Mae’r cwestiynau eu hunain yn Saesneg/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Dechrau’r cwestiynau' }));
    const question = await screen.findByText('How often do you feel that you lack companionship?');
    expect(question.closest('[lang]')?.getAttribute('lang')).toBe('en');
  });

  it('asks one question at a time, keeps each answer, and keeps the raw answers in the end', async () => {
    await show({ instrument: 'ucla-3' });
    await user.click(await screen.findByRole('button', { name: 'Start the questions' }));
    await answer('Often');
    await answer('Some of the time');
    await answer('Hardly ever (or never)');
    await waitFor(async () => { expect(await kept()).toEqual([{ instrument: 'ucla-3', version: 'Hughes 2004', language: 'en', window: null, about: null, answers: { 1: 3, 2: 2, 3: 1 } }]); });
    expect(went).toEqual([{ screen: 'measures', instrument: 'ucla-3', view: 'results' }]);
  });

  it('pressed twice at the end it is kept once', async () => {
    await show({ instrument: 'ucla-3' });
    await user.click(await screen.findByRole('button', { name: 'Start the questions' }));
    await answer('Often');
    await answer('Some of the time');
    await user.click(await screen.findByRole('radio', { name: 'Often' }));
    await user.dblClick(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => { expect(went).toHaveLength(1); });
    // Whatever a second press began is stored before this is.
    await saveRecord({ database: here.database, outbox: here.person.outbox }, 'milestone', { milestone: 'first-page', reward: '', had: false }, { day: '2026-11-01', now: 1 });
    expect(await kept()).toHaveLength(1);
  });

  it('goes on where it stopped after the page is gone', async () => {
    const first = await show({ instrument: 'gad-7' });
    await user.click(await screen.findByRole('button', { name: 'Start the questions' }));
    await answer('Several days');
    await screen.findByText(/Not being able to stop/);
    await screen.findByText('Kept on this tablet');
    first.unmount();
    await show({ instrument: 'gad-7' });
    await user.click(await screen.findByRole('button', { name: 'Go on where I stopped' }));
    expect(await screen.findByText(/Not being able to stop/)).toBeDefined();
  });

  it('asks somebody in custody which year they answer for, and which drug, before it can begin', async () => {
    await show({ instrument: 'sds' });
    const start = await screen.findByRole('button', { name: 'Start the questions' });
    expect(start.hasAttribute('disabled')).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'The 12 months before I came to prison' }));
    await user.click(screen.getByRole('radio', { name: 'Heroin' }));
    await user.click(screen.getByRole('button', { name: 'Start the questions' }));
    expect(await screen.findByText('Did you think your use of heroin was out of control?')).toBeDefined();
    for (const label of ['Often', 'Sometimes', 'Often', 'Sometimes']) await answer(label);
    await answer('Very difficult');
    await waitFor(async () => { expect(await kept()).toMatchObject([{ window: 'before-custody', about: 'heroin', answers: { 1: 2, 5: 2 } }]); });
  });
});

describe('a worrying answer', () => {
  let screenNow: Awaited<ReturnType<typeof show>> | undefined;
  const toItemSix = async () => {
    screenNow = await show({ instrument: 'core-10' });
    await user.click(await screen.findByRole('button', { name: 'Start the questions' }));
    for (let number = 1; number < 6; number += 1) await answer('Sometimes');
  };
  it('opens help and sends an alert when its question is left, once, and not while a key moves through the choices', async () => {
    await toItemSix();
    await user.click(await screen.findByRole('radio', { name: 'Only occasionally' }));
    expect([raised, opened]).toEqual([[], []]);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => { expect([raised, opened]).toEqual([['worrying-answer for the person'], ['act now']]); });
    expect(await screen.findByText(/difficulty getting to sleep/)).toBeDefined();
  });

  it('opens help too when somebody goes back from it, and sends nothing where they were told that nothing is sent', async () => {
    useAlerts.setState({ policy: { ...DEFAULT_ALERT_POLICY, worryingAnswers: false } });
    await toItemSix();
    await user.click(await screen.findByRole('radio', { name: 'Often' }));
    useAlerts.setState({ policy: DEFAULT_ALERT_POLICY });
    await user.click(screen.getByRole('button', { name: /^Back/ }));
    await waitFor(() => { expect([raised, opened]).toEqual([[], ['act now']]); });
  });

  const failing = async () => { raised.push('failed'); return fail({ code: 'storage-full' as const }); };
  const helped = async () => ((await loadDraft(here.database, 'measure|core-10')) as { readonly helped: readonly number[] }).helped;
  it('ALERT-5 counts as told only when the alert is stored: help says that it is not, and it is tried again when its question is left again', async () => {
    const raise = useAlerts.getState().raise;
    useAlerts.setState({ raise: failing });
    await toItemSix();
    await answer('Often');
    await waitFor(() => { expect([raised, opened]).toEqual([['failed'], ['act now']]); });
    await waitFor(async () => { expect(await helped()).toEqual([]); });
    await showScreen(<CallStaff speaksFor="person" />, { person: here.person, namespaces: ['actnow'] });
    expect(await screen.findByText('Staff could not be told. Press your bell now.')).toBeDefined();
    useAlerts.setState({ raise });
    await user.click(await screen.findByRole('button', { name: /^Back/ }));
    await screen.findByRole('radio', { name: 'Often', checked: true });
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(async () => { expect(await helped()).toEqual([6]); });
    expect(raised).toEqual(['failed', 'worrying-answer for the person']);
    await waitFor(() => { expect(screen.queryByText('Staff could not be told. Press your bell now.')).toBeNull(); });
  });

  it('that could not be told is told once more when the form is finished', async () => {
    const raise = useAlerts.getState().raise;
    useAlerts.setState({ raise: failing });
    await toItemSix();
    await answer('Often');
    await screen.findByText(/difficulty getting to sleep/);
    useAlerts.setState({ raise });
    for (let number = 7; number <= 10; number += 1) await answer('Not at all');
    await waitFor(async () => { expect(await kept()).toHaveLength(1); });
    expect(raised).toEqual(['failed', 'worrying-answer for the person']);
  });

  const toTheEndOwing = async () => {
    useAlerts.setState({ raise: failing });
    await toItemSix();
    await answer('Often');
    await screen.findByText(/difficulty getting to sleep/);
    for (let number = 7; number <= 9; number += 1) await answer('Not at all');
    await user.click(await screen.findByRole('radio', { name: 'Not at all' }));
  };

  it('that can be told in the end is told once, also where the form itself cannot be saved and Finish is pressed again', async () => {
    const { raise } = useAlerts.getState();
    const { outbox } = here.person;
    let isFull = false;
    // A record is made inside its intention, a draft before it: only the records find no room.
    const recordIntention: typeof outbox.recordIntention = async (intention) => (isFull && typeof intention === 'function' ? fail({ code: 'storage-full' }) : outbox.recordIntention(intention));
    here = { ...here, person: { ...here.person, outbox: { ...outbox, recordIntention } } };
    await toTheEndOwing();
    useAlerts.setState({ raise });
    isFull = true;
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await screen.findByText('This tablet is full. Your answer could not be kept.');
    await waitFor(async () => { expect(await helped()).toEqual([6]); });
    isFull = false;
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(async () => { expect(await kept()).toHaveLength(1); });
    expect(raised).toEqual(['failed', 'worrying-answer for the person']);
  });

  it('ALERT-5 that cannot be told in the end either opens help, over the results', async () => {
    await toTheEndOwing();
    opened = [];
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() => { expect(opened).toEqual(['act now']); });
    expect(went).toEqual([{ screen: 'measures', instrument: 'core-10', view: 'results' }]);
    expect(raised).toEqual(['failed', 'failed']);
    expect(useUnsentWorry.getState().personId).not.toBeNull();
  });

  it('ALERT-5 to the last question that could not be told is not tried again by the opening of help itself', async () => {
    useAlerts.setState({ raise: failing });
    const whole = findInstrument('phq-9')!;
    const endsWithRisk = { ...whole, items: whole.items.filter(({ number }) => number === 9) };
    const nowhere = () => undefined;
    const props = { route: { screen: 'measures' as const }, go: nowhere, replace: nowhere, back: nowhere, home: nowhere, actNow: () => { opened.push('act now'); } };
    const { unmount } = await showScreen(<MeasureFormScreen {...props} instrument={endsWithRisk} />, { person: here.person, namespaces: ['measures', 'app', 'actnow'] });
    await user.click(await screen.findByRole('button', { name: 'Start the questions' }));
    await answer('Nearly every day');
    await waitFor(() => { expect(opened).toEqual(['act now']); });
    unmount();
    expect([raised, opened]).toEqual([['failed'], ['act now']]);
  });

  it('opens help and sends its alert too when somebody leaves by Home, after whatever the frame does', async () => {
    await toItemSix();
    await user.click(await screen.findByRole('radio', { name: 'Often' }));
    screenNow?.unmount();
    await waitFor(() => { expect([raised, opened]).toEqual([['worrying-answer for the person'], ['act now']]); });
    await waitFor(async () => { expect(await helped()).toEqual([6]); });
  });

  it('“Not at all” opens nothing', async () => {
    await toItemSix();
    await answer('Not at all');
    expect(await screen.findByText(/difficulty getting to sleep/)).toBeDefined();
    expect([raised, opened]).toEqual([[], []]);
  });
});

describe('a result', () => {
  const put = (answers: Record<string, number | null>, now: number, day: string) =>
    saveRecord({ database: here.database, outbox: here.person.outbox }, 'measure', { instrument: 'gad-7', version: '2006', language: 'en', window: null, about: null, answers }, { day, now });
  const all = (value: number) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [String(number), value]));
  it('is a plain sentence with its band, what changed by more than chance, and a line over time', async () => {
    await put(all(2), Date.UTC(2026, 9, 1), '2026-10-01');
    await put(all(1), Date.UTC(2026, 10, 1), '2026-11-01');
    await show({ instrument: 'gad-7', view: 'results' });
    expect(await screen.findByText(/add up to 7, on a scale from 0 to 21/)).toBeDefined();
    expect(screen.getByText(/called “mild”/)).toBeDefined();
    expect(screen.getByText(/got better by more than chance/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    expect(screen.getByText('14 · moderate')).toBeDefined();
  });

  it('says when it makes sense again by the last whole form only, and for a drug which one', async () => {
    await put({ ...all(3), 4: null }, Date.now() - 1000, '2026-11-01');
    const sds = (about: string, last: number | null, now: number) =>
      saveRecord({ database: here.database, outbox: here.person.outbox }, 'measure', { instrument: 'sds', version: 'Gossop 1995', language: 'en', window: 'before-custody', about, answers: { 1: 1, 2: 1, 3: 1, 4: 1, 5: last } }, { day: '2026-11-01', now });
    await sds('heroin', 1, Date.now() - 1000);
    await show({});
    expect(await screen.findByText(/Heroin: Makes sense again/i)).toBeDefined();
    expect(screen.getAllByText(/Makes sense again/)).toHaveLength(1);
  });

  it('has no number and no band when questions were left out', async () => {
    await put({ ...all(3), 4: null }, Date.UTC(2026, 10, 1), '2026-11-01');
    await show({ instrument: 'gad-7', view: 'results' });
    expect(await screen.findByText(/One question is not answered/)).toBeDefined();
    expect(screen.queryByText(/called “severe”/)).toBeNull();
  });
});

it('the safety plan is written beforehand, kept as it grows, and shown with what was written', async () => {
  await show({ view: 'safety-plan' });
  await user.type(await screen.findByLabelText(/What I can do alone/), 'Radio and the yard');
  await user.click(screen.getByRole('button', { name: 'Save my plan' }));
  await screen.findByText('Saved.');
  await showScreen(<MySafetyPlan onMake={() => undefined} />, { person: here.person, namespaces: ['measures'] });
  await waitFor(() => { expect(screen.getAllByText('Radio and the yard')).toHaveLength(2); });
});
