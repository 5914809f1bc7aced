import { TEXT_SIZES, THEMES, type TextSize, type Theme } from '../ui/apply-appearance.ts';
import { isLanguage, type Language } from '../text/languages.ts';

/** How the tablet looks. Kept for the tablet (the start screen) and for each person. Nothing in it is private. */
export type Preferences = { readonly language: Language; readonly textSize: TextSize; readonly theme: Theme };

export const DEFAULT_PREFERENCES: Preferences = { language: 'en', textSize: 100, theme: 'light' };

/**
 * Reads stored preferences; whatever is missing or strange becomes the default. Written by hand, because zod would be
 * a tenth of everything that may load before the first paint.
 */
export function parsePreferences(stored: unknown): Preferences {
  const { language, textSize, theme } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    language: isLanguage(language) ? language : DEFAULT_PREFERENCES.language,
    textSize: TEXT_SIZES.find((size) => size === textSize) ?? DEFAULT_PREFERENCES.textSize,
    theme: THEMES.find((name) => name === theme) ?? DEFAULT_PREFERENCES.theme,
  };
}
