import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { applyAppearance, directionOf } from './apply-appearance.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Tabs } from './tabs.tsx';

describe('buttons, dialogs, tabs, appearance', () => {
  test('A busy button keeps its focus, says what it does, and ignores presses', async () => {
    let presses = 0;
    const { rerender } = render(<Button onClick={() => presses++}>Send</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    rerender(
      <Button busy busyWord="Sending…" onClick={() => presses++}>
        Send
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Sending…' });
    await userEvent.click(button);
    expect(presses).toBe(1);
    expect(document.activeElement).toBe(button);
  });

  test('A question begins on its safe answer, and Escape gives that answer', async () => {
    const answers: string[] = [];
    render(
      <ConfirmDialog
        open
        title="Take it back?"
        confirmWord="Take it back"
        cancelWord="Leave it"
        onConfirm={() => answers.push('yes')}
        onCancel={() => answers.push('no')}
      >
        Nobody has read it.
      </ConfirmDialog>,
    );
    expect(screen.getByRole('alertdialog', { name: 'Take it back?' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Leave it' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(answers).toEqual(['no', 'yes']);
  });

  test('In Arabic the left arrow key goes to the next tab', async () => {
    applyAppearance({ theme: 'light', textSize: 100, language: 'ar' });
    const chosen: string[] = [];
    const tabs = ['a', 'b', 'c'].map((id) => ({ id, word: id.toUpperCase(), content: id }));
    render(<Tabs label="Letters" tabs={tabs} onSelect={(id) => chosen.push(id)} />);
    await userEvent.click(screen.getByRole('tab', { name: 'A' }));
    await userEvent.keyboard('{ArrowLeft}');
    expect(chosen.at(-1)).toBe('b');
    applyAppearance({ theme: 'light', textSize: 100, language: 'en' });
  });

  test('The appearance is set on the html element, with the direction of the language', () => {
    applyAppearance({ theme: 'contrast', textSize: 175, language: 'ar', density: 'compact' });
    const root = document.documentElement;
    const { theme, textSize, density } = root.dataset;
    expect([root.dir, root.lang, theme, textSize, density]).toEqual(['rtl', 'ar', 'contrast', '175', 'compact']);
    applyAppearance({ theme: 'light', textSize: 100, language: 'cy' });
    expect([root.dir, root.dataset['density']]).toEqual(['ltr', 'comfortable']);
    expect(['en', 'cy-GB', 'ar-EG', 'ur'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl']);
  });
});
