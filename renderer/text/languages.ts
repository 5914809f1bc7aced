/** The languages of the tablet, in the order they are offered. */
export const LANGUAGES = ['en', 'cy', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language's own name for itself, so that it can be found from any other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg', ar: 'العربية' };

/** For the language switch. */
export const LANGUAGE_OPTIONS: readonly { readonly code: Language; readonly name: string }[] = LANGUAGES.map((code) => ({
  code,
  name: LANGUAGE_NAMES[code],
}));

/** True for a language the tablet speaks. */
export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}
