import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fail, ok } from '#protocol/result.ts';
import { showScreen } from '../../../tests/support/show-screen.tsx';
import type { SessionActions } from '../session-actions.ts';
import { SignInScreen } from './sign-in-screen.tsx';

async function atPin(signIn: SessionActions['signIn']) {
  const user = userEvent.setup();
  await showScreen(<SignInScreen onBack={() => undefined} onFirst={() => undefined} />, { actions: { signIn } });
  await user.type(screen.getByLabelText('Your prison number'), 'a1234bc');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  return user;
}

it('a prison number can be typed by touch alone, with only the keys that can come next', async () => {
  const user = userEvent.setup();
  await showScreen(<SignInScreen onBack={() => undefined} onFirst={() => undefined} />);
  expect(screen.queryByRole('button', { name: '1' })).toBeNull();
  for (const sign of 'A1234BC') await user.click(screen.getByRole('button', { name: sign }));
  expect(screen.getByLabelText<HTMLInputElement>('Your prison number').value).toBe('A1234BC');
});

it('half a number does not go on, and says what is missing', async () => {
  const user = userEvent.setup();
  await showScreen(<SignInScreen onBack={() => undefined} onFirst={() => undefined} />);
  await user.type(screen.getByLabelText('Your prison number'), 'A12');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByText(/not a full prison number/)).toBeDefined();
});

it('number and PIN go to the shell as they were entered', async () => {
  const tried: unknown[] = [];
  const user = await atPin(async (input) => { tried.push(input); return ok(null); });
  await user.type(screen.getByLabelText('Your PIN', { selector: 'input' }), '502817');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(tried).toEqual([{ prisonerNumber: 'A1234BC', pin: '502817' }]);
});

it('a wrong PIN is said plainly and empties the pad', async () => {
  const user = await atPin(async () => fail({ code: 'wrong-pin', waitFor: 0 }));
  await user.type(screen.getByLabelText('Your PIN', { selector: 'input' }), '000001');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('That PIN is not right. Try again.')).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>('Your PIN', { selector: 'input' }).value).toBe('');
});

it('a wait is counted down in words, and the pad rests meanwhile', async () => {
  const user = await atPin(async () => fail({ code: 'wait', waitFor: 30_000 }));
  await user.type(screen.getByLabelText('Your PIN', { selector: 'input' }), '000001');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('timer')).textContent).toBe('You can try again in 30 seconds.');
  expect(screen.getByLabelText<HTMLInputElement>('Your PIN', { selector: 'input' }).disabled).toBe(true);
  expect(screen.getByText(/You are not locked out/)).toBeDefined();
});
