import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { formatCode } from './format-code.ts';
import { CodeField } from './code-field.tsx';
import { TextArea } from './text-area.tsx';

function Letter({ start }: { readonly start: string }) {
  const [text, setText] = useState(start);
  return (
    <TextArea
      label="Your letter"
      value={text}
      onChange={setText}
      limit={20}
      countText={(left, over) => (over > 0 ? `${String(over)} too many` : `${String(left)} left`)}
    />
  );
}

describe('written fields', () => {
  test('A letter counts what is left and says how much is too much, without cutting it', async () => {
    render(<Letter start="Dear Mam, " />);
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your letter' });
    expect(screen.getByText('10 left')).toBeTruthy();
    await userEvent.type(area, 'I miss you all');
    expect(area.value).toBe('Dear Mam, I miss you all');
    expect(screen.getByRole('status').textContent).toBe('4 too many');
  });

  test('A sign outside the first plane counts as one character', () => {
    render(<Letter start="😀😀" />);
    expect(screen.getByText('18 left')).toBeTruthy();
  });

  test('The count belongs to the field and is spoken only near the limit', async () => {
    render(<Letter start="0123456789" />);
    const area = screen.getByRole('textbox', { name: 'Your letter' });
    expect(document.getElementById(area.getAttribute('aria-describedby') ?? '')?.textContent).toBe('10 left');
    expect(screen.getByRole('status').textContent).toBe('');
    await userEvent.type(area, '01234567');
    expect(screen.getByRole('status').textContent).toBe('2 left');
  });

  test('A code gets its capitals and dash by itself and can be rubbed out past the dash', async () => {
    function Holder() {
      const [code, setCode] = useState('');
      return <CodeField label="Code" value={code} onChange={setCode} />;
    }
    render(<Holder />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Code' });
    await userEvent.type(field, 'ab cd1');
    expect(field.value).toBe('ABCD-1');
    await userEvent.type(field, '{Backspace}{Backspace}');
    expect(field.value).toBe('ABC');
  });

  test('A code keeps only letters and digits, and no more than its groups hold', () => {
    expect(formatCode('abcd-1234', [4, 4])).toBe('ABCD-1234');
    expect(formatCode(' ab_cd—12 34 56', [4, 4])).toBe('ABCD-1234');
    expect(formatCode('abc', [4, 4])).toBe('ABC');
    expect(formatCode('', [4, 4])).toBe('');
    expect(formatCode('123456789', [3, 3, 3])).toBe('123-456-789');
  });
});
