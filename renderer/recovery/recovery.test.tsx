import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeBase64Url } from '#protocol/base64.ts';
import { recoveryRecords } from '#protocol/private-records/recovery.ts';
import type { SaveRecord } from '#protocol/private-records/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { PERSON_ID, signedInPerson, type PersonHere } from '../../tests/support/signed-in-person.ts';
import { showScreen } from '../../tests/support/show-screen.tsx';
import { giveWords, keepSheet, skipSheet } from './recovery-actions.ts';
import { recoveryData } from './recovery-data.ts';
import { loadRecovery } from './recovery-queries.ts';
// Loaded lazily by the screen; here ahead of it, so that a busy machine does not run out of time.
import '../ui/confirm-dialog.tsx';
import { GiveWords } from './screens/give-words.tsx';
import { RecoveryAsk } from './screens/recovery-ask.tsx';
import { RecoveryScreen } from './screens/recovery-screen.tsx';
import { CheckWords } from './screens/write-words.tsx';

const WORDS = ['acorn', 'album', 'bench', 'cake', 'dawn', 'eagle', 'fox', 'globe', 'hat', 'ivy', 'jelly', 'kite'];
const KEY = encodeBase64Url(new Uint8Array(32).fill(200));
let here: PersonHere;
let person: PersonHere['person'];

beforeEach(async () => {
  here = await signedInPerson({ recovery: recoveryData });
  person = { ...here.person, shell: { ...here.person.shell, ...SHEETS } };
});
afterEach(async () => {
  cleanup();
  await here.close();
});

const SHEETS: Pick<ShellPort, 'makeRecoverySheet' | 'readRecoverySheet'> = {
  makeRecoverySheet: async () => ok({ words: WORDS, box: 'Ym94' }),
  readRecoverySheet: async ({ boxes }) => ok({ keyring: [KEY], box: 'bmV3', opened: boxes.length - 1 }),
};

/** The gateway gives a sheet back. */
async function arrives(id: string, revision: number, box: string): Promise<void> {
  const writes = await recoveryData.applyChange?.({ record: recoveryRecords.sheet, id, put: { recordId: PERSON_ID, revision, box } }, here.database);
  await person.outbox.recordIntention({ writes: writes ?? [], operations: [] });
}

test('a sheet is kept only when three of its words were read from the paper, and then nothing is asked any more', async () => {
  await showScreen(<RecoveryScreen start="intro" onBack={() => undefined} />, { person, namespaces: ['recovery'] });
  fireEvent.click(await screen.findByRole('button', { name: 'Write down my words' }));
  expect((await screen.findByRole('list', { name: 'Your twelve words' })).textContent).toContain('12 kite');
  fireEvent.click(screen.getByRole('button', { name: 'I have written them down' }));
  const fields = await screen.findAllByRole('textbox');
  expect(fields).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: 'My sheet is ready' }));
  expect(await here.handedOver()).toEqual([]);
  for (const field of screen.getAllByRole('textbox')) {
    const [, number] = /Word (\d+)/.exec(field.closest('.ui-field')?.textContent ?? '') ?? [];
    fireEvent.change(field, { target: { value: WORDS[Number(number) - 1]?.slice(0, 4) } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'My sheet is ready' }));
  await screen.findByText('Put it away now. The words on it bring your diary back.');
  expect(await here.handedOver()).toMatchObject([{ kind: 'recovery.keep', payload: { recordId: PERSON_ID, baseRevision: 0, box: 'Ym94' } }]);
  expect((await loadRecovery(here.database)).stands).toBe('made');
});

const failing = async () => { throw new Error('The vault is gone'); };

test('a sheet that cannot be kept says so, and the button can be pressed again', async () => {
  const broken = { ...person, outbox: { ...person.outbox, recordIntention: failing } };
  await showScreen(<CheckWords words={WORDS} box="Ym94" onAgain={() => undefined} onKept={() => undefined} />, { person: broken, namespaces: ['recovery'] });
  for (const field of await screen.findAllByRole('textbox')) {
    const [, number] = /Word (\d+)/.exec(field.closest('.ui-field')?.textContent ?? '') ?? [];
    fireEvent.change(field, { target: { value: WORDS[Number(number) - 1] } });
  }
  fireEvent.click(screen.getByRole('button', { name: 'My sheet is ready' }));
  await screen.findByText('That did not work. Please try again.');
  expect(screen.getByRole('button', { name: 'My sheet is ready' }).getAttribute('aria-busy')).toBeNull();
});

test.each([
  ['that the shell cannot try', failing, 'That did not work. Please try again.'],
  ['of a box that is full of keys', async () => fail({ code: 'keys-full' as const }), /hold the keys of forty tablets/],
])('words %s say so, and the button can be pressed again', async (_what, readRecoverySheet, sentence) => {
  await arrives(PERSON_ID, 3, 'b2xk');
  await showScreen(<GiveWords onGiven={() => undefined} />, { person: { ...person, shell: { ...person.shell, readRecoverySheet } }, namespaces: ['recovery'] });
  for (const [at, field] of (await screen.findAllByRole('textbox')).entries()) fireEvent.change(field, { target: { value: WORDS[at] } });
  fireEvent.click(screen.getByRole('button', { name: 'Bring my diary back' }));
  await screen.findByText(sentence);
  expect(screen.getByRole('button', { name: 'Bring my diary back' }).getAttribute('aria-busy')).toBeNull();
});

test.each([
  ['is full', async () => fail({ code: 'storage-full' as const }), /This tablet is full/],
  ['fails', failing, 'That did not work. Please try again.'],
])('who wants no sheet on a tablet that %s is told so', async (_what, recordIntention, sentence) => {
  await showScreen(<RecoveryAsk onOpen={() => undefined} />, { person: { ...person, outbox: { ...person.outbox, recordIntention } }, namespaces: ['recovery'] });
  fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Leave it for now' }));
  await screen.findByText(sentence);
});

test('who wants no sheet is told what that costs, once, and is not asked again', async () => {
  await showScreen(<RecoveryAsk onOpen={() => undefined} />, { person, namespaces: ['recovery'] });
  fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  await screen.findByText(/your diary and notes are gone/);
  fireEvent.click(screen.getByRole('button', { name: 'Leave it for now' }));
  await waitFor(() => { expect(screen.queryByText('Keep your diary safe')).toBeNull(); });
  expect((await loadRecovery(here.database)).stands).toBe('skipped');
});

test('who wanted no sheet before one of another tablet came is asked for its words, until they do not want that either', async () => {
  await skipSheet(person);
  await arrives(PERSON_ID, 3, 'b2xk');
  await showScreen(<RecoveryAsk onOpen={() => undefined} />, { person, namespaces: ['recovery'] });
  await screen.findByRole('button', { name: 'Type my words' });
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Leave it for now' }));
  await waitFor(() => { expect(screen.queryByText('Keep your diary safe')).toBeNull(); });
  expect((await loadRecovery(here.database)).stands).toBe('skipped');
});

test('words that cannot be made say so, and not that somebody was signed out', async () => {
  await showScreen(<RecoveryScreen start="intro" onBack={() => undefined} />, { person: { ...person, shell: { ...person.shell, makeRecoverySheet: failing } }, namespaces: ['recovery'] });
  fireEvent.click(await screen.findByRole('button', { name: 'Write down my words' }));
  await screen.findByText('That did not work. Please try again.');
});

test('a new sheet takes the place of the old one, but not of one to which another tablet has added keys', async () => {
  await keepSheet(person, 'b25l', 1);
  await keepSheet(person, 'dHdv', 2);
  await arrives(PERSON_ID, 4, 'dHdv');
  await keepSheet(person, 'dGhyZWU', 3);
  expect((await loadRecovery(here.database)).others, 'the old words open nothing here either').toEqual([]);
  await keepSheet(person, 'Zm91cg', 4);
  const sent = (await here.handedOver()).map(({ payload }) => payload as SaveRecord);
  expect(sent.map(({ baseBox, box }) => [baseBox, box])).toEqual([[undefined, 'b25l'], ['b25l', 'dHdv'], ['dHdv', 'dGhyZWU'], ['dGhyZWU', 'Zm91cg']]);
  expect(sent.map(({ baseRevision }) => baseRevision), 'a revision is what the gateway said, never a guess').toEqual([0, 0, 4, 0]);
  await arrives(PERSON_ID, 5, 'b3RoZXI');
  await keepSheet(person, 'Zml2ZQ', 5);
  expect((await here.handedOver()).at(-1)).toMatchObject({ payload: { baseBox: 'Zm91cg' } });
  expect((await loadRecovery(here.database)).others).toHaveLength(1);
});

test('words bring the keys of another tablet: the database opens with them, and the sheet gets the keys of both', async () => {
  expect(await giveWords(person, WORDS, 1)).toEqual({ ok: false, error: { code: 'no-sheet' } });
  await arrives(PERSON_ID, 3, 'b2xk');
  expect((await loadRecovery(here.database)).stands).toBe('elsewhere');
  const elsewhere = await signedInPerson({ recovery: recoveryData });
  await elsewhere.database.adoptKeyring([KEY]);
  const box = await elsewhere.database.sealBackup('recovery_state', 'r', { note: 'from the other tablet' });
  expect(await here.database.openBackup('recovery_state', 'r', box)).toBeUndefined();
  expect(await giveWords(person, WORDS, 1)).toEqual({ ok: true, value: null });
  expect(await here.database.openBackup('recovery_state', 'r', box)).toEqual({ note: 'from the other tablet' });
  expect(await here.database.openBackup('recovery_state', 'other', box)).toBeUndefined();
  expect(await here.handedOver()).toMatchObject([{ payload: { baseRevision: 3, baseBox: 'b2xk', box: 'bmV3' } }]);
  await elsewhere.close();
});

