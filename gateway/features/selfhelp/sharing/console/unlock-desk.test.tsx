import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { consoleFeatures } from '../../../../console/features.ts';
import { startConsoleText } from '../../../../console/text/start-console-text.ts';
import { text as consoleEnglish } from '../../../../console/text/en.ts';
import { staffIdSchema } from '../../../../staff/staff-api.ts';
import type { DeskKey, SharingDesk } from '../staff-api.ts';
import { makeKey, sealRoleKey, type OpenKey } from './desk-keys.ts';
import { text as english } from './text/en.ts';
import { UnlockDesk } from './unlock-desk.tsx';

const PASSWORD = 'correct horse battery';
const staffId = staffIdSchema.parse('00000000-0000-4000-8000-00000000000a');
const old: DeskKey = { publicKey: 'AAAA', salt: 'AAAAAAAAAAAAAAAAAAAAAA', wrapped: 'AAAA' };

/** The gateway of these tests: notes the keys it is given, and answers for the role's key what it is told to. */
const real = globalThis.fetch;
let keys: DeskKey[] = [];
let roleKeyAnswer: () => Response;

beforeAll(() => startConsoleText('en', consoleFeatures.flatMap((feature) => feature.words)));
beforeEach(() => {
  keys = [];
  roleKeyAnswer = () => Response.json({ code: 'key-stands', message: '' }, { status: 409 });
  globalThis.fetch = async (url, init) => {
    if ((url as string).endsWith('/role-key')) return roleKeyAnswer();
    keys.push(JSON.parse(init?.body as string));
    return Response.json({ done: true });
  };
});
afterEach(() => {
  globalThis.fetch = real;
});

/** Shows the desk of somebody who has a key, and says what it opened. */
async function show() {
  const roleKey = await makeKey();
  const opened: OpenKey[] = [];
  const desk: SharingDesk = { role: 'keyworker', staffId, roleKey: { keyNumber: 1, publicKey: roleKey.publicKey }, deskKey: old, grant: null, waiting: [], shares: [] };
  const of = (shown: SharingDesk) => <UnlockDesk desk={shown} onChanged={() => undefined} onOpen={(key) => opened.push(key)} />;
  const { rerender } = render(of(desk));
  return { roleKey, opened, told: (change: Partial<SharingDesk>) => { rerender(of({ ...desk, ...change })); } };
}

async function startAnew(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: english.unlock.startAnew }));
  fireEvent.change(screen.getByLabelText(english.unlock.password), { target: { value: PASSWORD } });
  fireEvent.change(screen.getByLabelText(english.unlock.again), { target: { value: PASSWORD } });
  fireEvent.click(screen.getByRole('button', { name: english.unlock.make }));
}

test('who starts anew makes one key, waits, and opens with that very key once a colleague has let them in', async () => {
  const { roleKey, opened, told } = await show();
  await startAnew();
  await screen.findByText(english.unlock.fault.waiting);
  const [own] = keys;
  const grant = await sealRoleKey(roleKey, { role: 'keyworker', keyNumber: 1, staffId }, own?.publicKey ?? '');
  told({ deskKey: own ?? null, grant });
  fireEvent.click(await screen.findByRole('button', { name: english.unlock.open }));
  await waitFor(() => { expect(opened).toEqual([roleKey]); });
  expect(keys).toHaveLength(1);
});

test.each([
  ['offline', () => { throw new TypeError('no network'); }, consoleEnglish.failure.offline],
  ['key-changed', () => Response.json({ code: 'key-changed', message: '' }, { status: 409 }), consoleEnglish.failure['key-changed']],
])('a failure that is not a colleague’s key (%s) says what it is, and pressing again makes no other key', async (_code, answer, sentence) => {
  const { told } = await show();
  roleKeyAnswer = answer;
  await startAnew();
  await screen.findByText(sentence);
  expect(screen.queryByText(english.unlock.fault.waiting)).toBeNull();
  // The gateway’s newest word has not come yet: the desk is told as it was.
  told({});
  roleKeyAnswer = () => Response.json({ code: 'key-stands', message: '' }, { status: 409 });
  fireEvent.click(await screen.findByRole('button', { name: english.unlock.open }));
  await screen.findByText(english.unlock.fault.waiting);
  expect(keys).toHaveLength(1);
});
