import { screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fail, ok } from '#protocol/result.ts';
import { showScreen } from '../../../tests/support/show-screen.tsx';
import type { SessionActions } from '../session-actions.ts';
import { FirstSignInScreen } from './first-sign-in-screen.tsx';

const next = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Next' }));

async function atPin(firstSignIn: SessionActions['firstSignIn']) {
  const user = userEvent.setup();
  await showScreen(<FirstSignInScreen onBack={() => undefined} />, { actions: { firstSignIn } });
  await user.type(screen.getByLabelText('Your prison number'), 'A1234BC');
  await next(user);
  await user.type(screen.getByLabelText('The code on your slip'), 'bcdf2346');
  await next(user);
  return user;
}

it('tells who can see what before a PIN is chosen', async () => {
  const user = await atPin(async () => ok(null));
  expect(screen.getByText(/Only you can open your diary/)).toBeDefined();
  expect(screen.getByText(/your diary is lost, unless you write down twelve words/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'I have read this' }));
  expect(screen.getByLabelText('New PIN', { selector: 'input' })).toBeDefined();
});

it.each([['123456', /follow each other/], ['111222', /Too many digits are the same/], ['123499', /prison number is in it/], ['121212', /Too many digits/]])('the PIN %s is refused with a reason', async (pin, reason) => {
  const user = await atPin(async () => ok(null));
  await user.click(screen.getByRole('button', { name: 'I have read this' }));
  await user.type(screen.getByLabelText('New PIN', { selector: 'input' }), pin);
  await next(user);
  expect(screen.getByText(reason)).toBeDefined();
});

it('two different PINs start the choice again, and nothing is sent', async () => {
  const sent: unknown[] = [];
  const user = await atPin(async (input) => { sent.push(input); return ok(null); });
  await user.click(screen.getByRole('button', { name: 'I have read this' }));
  await user.type(screen.getByLabelText('New PIN', { selector: 'input' }), '502817');
  await next(user);
  await user.type(screen.getByLabelText('The same PIN', { selector: 'input' }), '502818');
  await user.click(screen.getByRole('button', { name: 'Make my account' }));
  expect(screen.getByText(/The two PINs are not the same/)).toBeDefined();
  expect(sent).toEqual([]);
});

it('a code that was used before leads back to the slip, with the reason', async () => {
  const user = await atPin(async () => fail({ code: 'code-used' }));
  await user.click(screen.getByRole('button', { name: 'I have read this' }));
  await user.type(screen.getByLabelText('New PIN', { selector: 'input' }), '502817');
  await next(user);
  await user.type(screen.getByLabelText('The same PIN', { selector: 'input' }), '502817');
  await user.click(screen.getByRole('button', { name: 'Make my account' }));
  expect(await screen.findByText(/That code was used before/)).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>('Your prison number').value).toBe('A1234BC');
});

it('who has a PIN here already is told what a new one costs, and only then gets it', async () => {
  const sent: { readonly forgotten?: boolean }[] = [];
  const user = await atPin(async (input) => { sent.push(input); return input.forgotten === true ? ok(null) : fail({ code: 'already-here' }); });
  await user.click(screen.getByRole('button', { name: 'I have read this' }));
  await user.type(screen.getByLabelText('New PIN', { selector: 'input' }), '502817');
  await next(user);
  await user.type(screen.getByLabelText('The same PIN', { selector: 'input' }), '502817');
  await user.click(screen.getByRole('button', { name: 'Make my account' }));
  expect(await screen.findByText(/Without them it is lost/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'I forgot it. Use the new PIN' }));
  expect(sent.map(({ forgotten }) => forgotten)).toEqual([false, true]);
});
