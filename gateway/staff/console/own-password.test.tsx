import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { consoleFeatures } from '../../console/features.ts';
import { text as consoleEnglish } from '../../console/text/en.ts';
import { startConsoleText } from '../../console/text/start-console-text.ts';
import { sessionSchema } from '../staff-api.ts';
import { OwnPassword } from './own-password.tsx';
import type { ChangedPassword, PasswordFollowed } from './password-follower.ts';
import { text as english } from './text/en.ts';

const CHANGED: ChangedPassword = { current: 'correct horse battery', next: 'another horse battery' };

/** Something that follows, with its two sentences. */
const safe = { password: { followed: 'The safe opens with it too.', left: 'The safe keeps the password it had.' } };
const words = { namespace: 'safe', en: safe, cy: safe, ar: safe };

const real = globalThis.fetch;
let answer: () => Response;

beforeAll(() => startConsoleText('en', [...consoleFeatures.flatMap((feature) => feature.words), words]));
beforeEach(() => {
  answer = () => Response.json({ done: true });
  globalThis.fetch = async () => answer();
});
afterEach(() => {
  globalThis.fetch = real;
});

/** Shows the form with something that follows for those who may read at the desk, and changes the password; says what it was told. */
function change(outcome: PasswordFollowed, actions: readonly string[] = ['session.use', 'sharing.read']): readonly ChangedPassword[] {
  const told: ChangedPassword[] = [];
  const session = sessionSchema.parse({ staff: { staffId: '00000000-0000-4000-8000-00000000000a', username: 'k.worker', name: 'Kay Worker', role: 'keyworker' }, actions, establishment: { name: 'HMP Test' } });
  const follow = async (changed: ChangedPassword): Promise<PasswordFollowed> => {
    told.push(changed);
    return outcome;
  };
  render(<OwnPassword views={null} session={session} followers={[{ action: 'sharing.read', namespace: 'safe', follow }]} />);
  fireEvent.change(screen.getByLabelText(english.current), { target: { value: CHANGED.current } });
  fireEvent.change(screen.getByLabelText(english.newPassword), { target: { value: CHANGED.next } });
  fireEvent.click(screen.getByRole('button', { name: english.setPassword }));
  return told;
}

test.each([
  ['followed', safe.password.followed, safe.password.left],
  ['left', safe.password.left, safe.password.followed],
] as const)('what opened with the password before is told of both, and the page says what came of it (%s)', async (outcome, said, unsaid) => {
  const told = change(outcome);
  await screen.findByText(said);
  expect(screen.queryByText(unsaid)).toBeNull();
  expect(screen.getByText(english.ownPasswordSaved)).toBeTruthy();
  expect(told).toEqual([CHANGED]);
});

test('nothing is said where there was nothing to follow', async () => {
  change('none');
  await screen.findByText(english.ownPasswordSaved);
  for (const sentence of Object.values(safe.password)) expect(screen.queryByText(sentence)).toBeNull();
});

test('nothing follows for a role that has no such thing', async () => {
  const told = change('followed', ['session.use']);
  await screen.findByText(english.ownPasswordSaved);
  expect(told).toEqual([]);
});

test('nothing follows a password that was not taken', async () => {
  answer = () => Response.json({ code: 'password-wrong', message: '' }, { status: 403 });
  const told = change('followed');
  await screen.findByText(consoleEnglish.failure['password-wrong']);
  expect(told).toEqual([]);
});
