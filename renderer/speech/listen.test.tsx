import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { showScreen } from '../../tests/support/show-screen.tsx';
import { Listen } from './listen.tsx';

const speech = Object.getOwnPropertyDescriptor(window, 'speechSynthesis');
const withVoices = (voices: readonly Partial<SpeechSynthesisVoice>[]) => {
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: { getVoices: () => voices, addEventListener: () => undefined, removeEventListener: () => undefined } });
};
afterEach(() => {
  if (speech === undefined) Reflect.deleteProperty(window, 'speechSynthesis');
  else Object.defineProperty(window, 'speechSynthesis', speech);
});

it('is not there where nothing can speak, nor where the only voice would send the words away', async () => {
  withVoices([{ lang: 'en-GB', localService: false }, { lang: 'cy-GB', localService: true }]);
  await showScreen(<Listen says={['Some words']} />);
  await waitFor(() => { expect(screen.queryByRole('button')).toBeNull(); });
});

it('is a button with a word where the machine has a voice of its own, and says what it reads', async () => {
  withVoices([{ lang: 'en-GB', localService: true }]);
  await showScreen(<Listen says={['Some words']} about="Some" />);
  expect((await screen.findByRole('button', { name: 'Listen: Some' })).textContent).toBe('Listen');
});
