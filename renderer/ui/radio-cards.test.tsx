import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { CheckboxGroup } from './checkbox-group.tsx';
import { RadioCards } from './radio-cards.tsx';
import { StrengthScale } from './strength-scale.tsx';

const OPTIONS = [
  { value: 'moved', label: 'Moved', hint: 'Gym or yard' },
  { value: 'talked', label: 'Talked' },
  { value: 'waited', label: 'Waited', disabled: true },
] as const;

describe('choices', () => {
  test('A question is a group with its words as its name, hint and error', () => {
    render(
      <RadioCards
        legend="What did you do?"
        hint="Choose one"
        error="Choose an answer"
        options={OPTIONS}
        value={null}
        onChange={() => undefined}
      />,
    );
    const group = screen.getByRole('group', { name: 'What did you do?' });
    const described = (group.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['Choose one', 'Choose an answer']);
    expect(screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.checked)).toEqual([false, false, false]);
  });

  test('A card is chosen by pressing anywhere on it, and a disabled one is not', async () => {
    const chosen: string[] = [];
    render(<RadioCards legend="What?" options={OPTIONS} value="talked" onChange={(value) => chosen.push(value)} />);
    await userEvent.click(screen.getByText('Gym or yard'));
    await userEvent.click(screen.getByText('Waited'));
    expect(chosen).toEqual(['moved']);
    expect(screen.getByRole('radio', { name: 'Talked' })).toHaveProperty('checked', true);
  });

  test('Two questions on one screen do not share their answers', () => {
    render(
      <>
        <RadioCards legend="One" options={OPTIONS} value="moved" onChange={() => undefined} />
        <RadioCards legend="Two" options={OPTIONS} value="talked" onChange={() => undefined} />
      </>,
    );
    const checked = screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.checked);
    expect(checked).toEqual([true, false, false, false, true, false]);
  });

  test('Several answers come back in the order of the options, whatever was pressed first', async () => {
    let last: readonly string[] = [];
    function Holder() {
      const [values, setValues] = useState<readonly string[]>([]);
      last = values;
      return <CheckboxGroup legend="What?" options={OPTIONS} values={values} onChange={setValues} />;
    }
    render(<Holder />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Talked' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Moved' }));
    expect(last).toEqual(['moved', 'talked']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Talked' }));
    expect(last).toEqual(['moved']);
  });

  test('A strength has eleven steps, its ends speak their meaning, and 0 is an answer', async () => {
    const chosen: number[] = [];
    render(
      <StrengthScale
        legend="How strong?"
        value={null}
        lowWord="None"
        highWord="Strongest"
        onChange={(value) => {
          chosen.push(value);
        }}
      />,
    );
    expect(screen.getAllByRole('radio')).toHaveLength(11);
    await userEvent.click(screen.getByRole('radio', { name: '10, Strongest' }));
    await userEvent.click(screen.getByRole('radio', { name: '0, None' }));
    expect(chosen).toEqual([10, 0]);
  });
});
