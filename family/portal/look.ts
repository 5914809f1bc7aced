import i18next from 'i18next';
import { create } from 'zustand';
import { applyAppearance, TEXT_SIZES, type TextSize } from '../../renderer/ui/apply-appearance.ts';
import { portalLanguages, type PortalLanguage } from './text/start-portal-text.ts';

type Look = { readonly language: PortalLanguage; readonly textSize: TextSize };

/** How this browser shows the portal: light or dark is the device's own choice. */
export const useLook = create<Look>(() => ({ language: 'en', textSize: 100 }));

const KEY = 'throughline-portal-look';

/** Reads the last look of this browser, or one in the browser's own language, and applies it. */
export function readLook(): Look {
  const [language, size] = (localStorage.getItem(KEY) ?? '').split(' ');
  const wanted = [language, ...navigator.languages.map((tag) => tag.split('-')[0])];
  const codes = portalLanguages.map(({ code }) => code);
  const look: Look = {
    language: wanted.flatMap((tag) => codes.filter((code) => code === tag))[0] ?? 'en',
    textSize: TEXT_SIZES.find((known) => String(known) === size) ?? 100,
  };
  useLook.setState(look);
  apply(look);
  return look;
}

/** Changes and keeps the look. */
export function changeLook(change: Partial<Look>): void {
  useLook.setState(change);
  const look = useLook.getState();
  localStorage.setItem(KEY, `${look.language} ${String(look.textSize)}`);
  apply(look);
  void i18next.changeLanguage(look.language);
}

function apply({ language, textSize }: Look): void {
  applyAppearance({ theme: 'system', textSize, language });
}
