/** The sizes of text on offer, in per cent of the ordinary size. WCAG 2.2 1.4.4 asks for 200. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export type Appearance = {
  /** `system` follows the device; the portal uses it, because there the device is the family's own. */
  readonly theme: Theme | 'system';
  readonly textSize: TextSize;
  /** BCP 47, for example `cy`. */
  readonly language: string;
  /** `compact` is for staff consoles, which are used with a mouse. */
  readonly density?: 'comfortable' | 'compact' | undefined;
};

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ku', 'ps', 'ur']);

/** Which way a language is written. Takes a BCP 47 tag; only its first part counts. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Sets the attributes of the html element that the style sheets look at. */
export function applyAppearance(wanted: Appearance): void {
  const root = document.documentElement;
  root.dataset['theme'] = wanted.theme === 'system' ? systemTheme() : wanted.theme;
  root.dataset['textSize'] = String(wanted.textSize);
  root.dataset['density'] = wanted.density ?? 'comfortable';
  root.lang = wanted.language;
  root.dir = directionOf(wanted.language);
}

function systemTheme(): Theme {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
