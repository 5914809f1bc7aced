import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { isKeyAllowed, type KeyPress } from './is-key-allowed.ts';
import { heldIf, type Measure } from './measure.ts';

export const keyboard: Measure = {
  name: 'keyboard',
  why: 'Chromium answers some eighty shortcuts: developer tools, print, reload, zoom, quit (security.md 5 A).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      page.on('before-input-event', (event, input) => {
        if (!isKeyAllowed(input)) event.preventDefault();
      });
    });
  },
  check: ({ page }) =>
    heldIf(
      DENIED.every((press) => askWhetherPrevented(page, 'before-input-event', {}, press)) &&
        !askWhetherPrevented(page, 'before-input-event', {}, LETTER),
    ),
};

const LETTER: KeyPress = { key: 'a', control: false, alt: false, meta: false, shift: false };
const DENIED: readonly KeyPress[] = [
  { ...LETTER, key: 'F12' },
  { ...LETTER, key: 'I', control: true, shift: true },
  { ...LETTER, key: 'p', control: true },
  { ...LETTER, key: 'F4', alt: true },
  { ...LETTER, key: 'r', meta: true },
];
