import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { PinPad } from './pin-pad.tsx';

function show(given: { readonly maxLength?: number; readonly busy?: boolean; readonly start?: string } = {}) {
  const { start = '', ...props } = given;
  const submitted: string[] = [];
  function Holder() {
    const [pin, setPin] = useState(start);
    return (
      <PinPad
        {...props}
        label="Your PIN"
        value={pin}
        onChange={setPin}
        onSubmit={(sent) => {
          submitted.push(sent);
        }}
        deleteWord="Delete"
        submitWord="Sign in"
        filledText={(count) => `${String(count)} digits entered`}
      />
    );
  }
  render(<Holder />);
  return submitted;
}

const key = (name: string) => screen.getByRole('button', { name });

describe('PIN pad', () => {
  test('A PIN is entered by touching the keys, and one digit is taken back by Delete', async () => {
    const submitted = show();
    for (const name of ['1', '2', '9', 'Delete', '3', '4']) await userEvent.click(key(name));
    await userEvent.click(key('Sign in'));
    expect(submitted).toEqual(['1234']);
  });

  test('A PIN is entered from a keyboard into a real password input and sent by Enter', async () => {
    const submitted = show();
    const input = screen.getByLabelText<HTMLInputElement>('Your PIN', { selector: 'input' });
    expect(input.type).toBe('password');
    await userEvent.type(input, '98a76{Enter}');
    expect(submitted).toEqual(['9876']);
  });

  test('Digits from a keyboard count after a key was touched', async () => {
    const submitted = show();
    await userEvent.click(key('5'));
    await userEvent.keyboard('678{Backspace}9');
    await userEvent.click(key('Sign in'));
    expect(submitted).toEqual(['5679']);
  });

  test('A PIN that is too short cannot be sent, and none grows beyond the longest', async () => {
    const submitted = show({ maxLength: 4 });
    await userEvent.keyboard('{Enter}');
    for (const name of ['1', '2', '3']) await userEvent.click(key(name));
    expect(key('Sign in')).toHaveProperty('disabled', true);
    fireEvent.submit(key('Sign in').closest('form') ?? document.body);
    expect(submitted).toEqual([]);
    for (const name of ['4', '5', '6']) await userEvent.click(key(name));
    await userEvent.click(key('Sign in'));
    expect(submitted).toEqual(['1234']);
  });

  test('The screen and the screen reader are told how many digits there are, never which', async () => {
    show();
    for (const name of ['7', '7']) await userEvent.click(key(name));
    expect(screen.getByRole('status').textContent).toBe('2 digits entered');
    expect(document.querySelectorAll('.ui-pin-dot[data-filled]')).toHaveLength(2);
    expect(document.querySelector('.ui-pin-display')?.textContent).toBe('');
  });

  test('While the PIN is being tried, neither keys nor Enter do anything', async () => {
    const submitted = show({ busy: true, start: '1234' });
    await userEvent.click(key('5'));
    await userEvent.click(key('Sign in'));
    expect(submitted).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe('4 digits entered');
  });
});
