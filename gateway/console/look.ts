import i18next from 'i18next';
import { create } from 'zustand';
import { applyAppearance } from '../../renderer/ui/apply-appearance.ts';

export const consoleLanguages = ['en', 'cy', 'ar'] as const;
export type ConsoleLanguage = (typeof consoleLanguages)[number];
export type Theme = 'light' | 'dark' | 'contrast';
type Look = { readonly language: ConsoleLanguage; readonly theme: Theme };

/** How this workstation shows the console. Nothing private, so a cookie-less browser store is enough. */
export const useLook = create<Look>(() => ({ language: 'en', theme: 'light' }));

const KEY = 'throughline-console-look';

/** Reads the last look of this workstation and applies it; anything unreadable is the first look. */
export function readLook(): Look {
  const [language, theme] = (localStorage.getItem(KEY) ?? '').split(' ');
  const look: Look = {
    language: consoleLanguages.find((known) => known === language) ?? 'en',
    theme: (['light', 'dark', 'contrast'] as const).find((known) => known === theme) ?? 'light',
  };
  apply(look);
  return look;
}

/** Changes and keeps the look. */
export function changeLook(change: Partial<Look>): void {
  useLook.setState(change);
  const look = useLook.getState();
  localStorage.setItem(KEY, `${look.language} ${look.theme}`);
  apply(look);
  void i18next.changeLanguage(look.language);
}

function apply({ language, theme }: Look): void {
  applyAppearance({ theme, textSize: 100, language, density: 'compact' });
}
