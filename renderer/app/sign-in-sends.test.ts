import { waitFor } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { installDevShell } from '../../tests/support/dev-shell.ts';
import { createStateKeeper } from '../features/education/state-keeper.ts';
import { stateTable } from '../features/education/state-table.ts';
import type { Person } from '../session/person.ts';
import { useSession } from '../session/session-store.ts';
import { startText } from '../text/start-text.ts';
import { deferredSessionActions } from './deferred-session-actions.ts';

beforeAll(async () => {
  window.matchMedia = () => ({ matches: false }) as MediaQueryList;
  installDevShell({ enrolled: true, reachable: false });
  await startText('en');
  await deferredSessionActions.learnStatus();
});

it('what a power cut kept back of a course goes at the next sign-in, before anybody opens Learn', async () => {
  const before = await signIn();
  const activity = { packId: 'numbers', packVersion: 1, activityId: 'numbers.fractions' };
  const kept = await createStateKeeper(activity, before, () => Date.now()).keep('page 3');
  expect(kept.ok).toBe(true);
  expect((await stateTable(before.database).list()).map(({ sent }) => sent)).toEqual([false]);
  await deferredSessionActions.signOut();

  const after = await signIn();
  await waitFor(async () => { expect((await stateTable(after.database).list()).map(({ sent }) => sent)).toEqual([true]); });
  expect(await after.database.dexie.table('outbox').count()).toBe(1);
});

async function signIn(): Promise<Person> {
  expect(await deferredSessionActions.signIn({ prisonerNumber: 'A1234BC', pin: '502817' })).toEqual({ ok: true, value: null });
  const { session } = useSession.getState();
  if (session.state !== 'signed-in') throw new Error('Nobody is signed in');
  return session.person;
}
