/** The part of Electron's `Input` that decides. */
export type KeyPress = {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly modifiers?: readonly string[];
};

/** Keys with a name that edit text, move about or choose. */
const NAMED_KEYS: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Tab',
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Shift',
  'CapsLock',
  'AltGraph',
  // Accents and input methods: a key on its way to becoming a letter.
  'Dead',
  'Compose',
  'Process',
  'Unidentified',
]);

/** Select all, copy, cut, paste, undo: they act on text and on nothing else. */
const WITH_CONTROL: ReadonlySet<string> = new Set(['a', 'c', 'x', 'v', 'z']);

/**
 * True when a key reaches the page. Everything not listed is dropped, so that a shortcut nobody thought of does
 * nothing (security.md 5 A1-A17: Ctrl+Shift+I, Ctrl+P, F-keys, Alt+Left, browser and media keys).
 */
export function isKeyAllowed(press: KeyPress): boolean {
  if (press.meta) return false;
  const isLetter = [...press.key].length === 1;
  // AltGr writes letters of Polish, Welsh and others; X11 reports it as Alt, as Control and Alt, or as neither.
  if (press.modifiers?.includes('altgr') === true) return isLetter || press.key === 'AltGraph';
  if (press.alt) return false;
  if (press.control) return !press.shift && WITH_CONTROL.has(press.key.toLowerCase());
  return isLetter || NAMED_KEYS.has(press.key);
}
