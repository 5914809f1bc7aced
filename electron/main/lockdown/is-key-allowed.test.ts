import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKeyAllowed, type KeyPress } from './is-key-allowed.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  control: false,
  alt: false,
  meta: false,
  shift: false,
  ...held,
});

describe('isKeyAllowed', () => {
  it.each(['a', 'Z', 'ŵ', 'ش', '7', ' ', '😀', 'ArrowLeft', 'Tab', 'Enter', 'Escape', 'Backspace', 'Dead'])(
    'lets %s write and move',
    (key) => {
      expect(isKeyAllowed(press(key))).toBe(true);
    },
  );

  it.each(['a', 'c', 'x', 'v', 'z', 'C'])('lets Control+%s edit', (key) => {
    expect(isKeyAllowed(press(key, { control: true }))).toBe(true);
  });

  it('lets AltGr write letters', () => {
    expect(isKeyAllowed(press('ą', { alt: true, modifiers: ['altgr'] }))).toBe(true);
  });

  it.each([
    'F1',
    'F5',
    'F11',
    'F12',
    'Insert',
    'ContextMenu',
    'PrintScreen',
    'BrowserBack',
    'LaunchMail',
    'MediaPlayPause',
    'Control',
    'Alt',
    'Meta',
    'ZoomIn',
    'Pause',
    '',
  ])('drops %s', (key) => {
    expect(isKeyAllowed(press(key))).toBe(false);
  });

  it('drops every key held with Alt or Meta, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), fc.boolean(), (key, control, shift) => {
        expect(isKeyAllowed(press(key, { alt: true, control, shift }))).toBe(false);
        expect(isKeyAllowed(press(key, { meta: true, control, shift }))).toBe(false);
      }),
    );
  });

  it('drops every key held with Control but the five that edit, and those too with Shift', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (key, shift) => {
        const edits = ['a', 'c', 'x', 'v', 'z'].includes(key.toLowerCase());
        expect(isKeyAllowed(press(key, { control: true, shift }))).toBe(edits && !shift);
      }),
    );
  });
});
