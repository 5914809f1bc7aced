import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installDevShell } from '../../tests/support/dev-shell.ts';
import { showScreen } from '../../tests/support/show-screen.tsx';
import { lockScreen } from '../session/lock-store.ts';
import { useSession } from '../session/session-store.ts';
import { App } from './app.tsx';
import { deferredSessionActions } from './deferred-session-actions.ts';

const changes = [
  { record: 'messaging.contact', id: '00000000-0000-7000-8000-0000000000aa', put: { contactId: '00000000-0000-7000-8000-0000000000aa', name: 'Carol', relationship: 'Mother', handling: 'moderated', approved: true, restrictions: [] } },
];

beforeAll(async () => {
  installDevShell({ enrolled: true, changes, failuresSinceSignIn: 2 });
  window.matchMedia = () => ({ matches: false }) as MediaQueryList;
  await deferredSessionActions.learnStatus();
});
afterAll(cleanup);

it('from the start screen to home, hidden and shown again, and out', async () => {
  const user = userEvent.setup();
  await showScreen(<App />, { actions: deferredSessionActions, namespaces: ['actnow'] });
  expect(screen.queryByText('Sam Jones')).toBeNull();

  await user.click(screen.getByRole('button', { name: /^Sign in/ }));
  await user.type(await screen.findByLabelText('Your prison number'), 'A1234BC');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.type(await screen.findByLabelText('Your PIN', { selector: 'input' }), '502817');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'Hello, Sam Jones' }, { timeout: 5000 })).toBeDefined();
  expect(screen.getByText(/There were 2 wrong tries at your PIN/)).toBeDefined();
  expect(await screen.findByText(/Last contact today at/)).toBeDefined();

  lockScreen('by-hand');
  expect(await screen.findByRole('heading', { name: 'Screen hidden' })).toBeDefined();
  expect(screen.queryByRole('heading', { name: 'Hello, Sam Jones' })).toBeNull();
  await user.click(screen.getAllByRole('button', { name: 'Act now' })[0]!);
  expect(await screen.findByRole('heading', { name: 'Press your cell bell' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await user.type(await screen.findByLabelText('Your PIN', { selector: 'input' }), '502817');
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByRole('heading', { name: 'Hello, Sam Jones' })).toBeDefined();

  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await waitFor(() => { expect(useSession.getState().session.state).toBe('signed-out'); });
  expect(screen.queryByText(/Sam Jones/)).toBeNull();
}, 20_000);
