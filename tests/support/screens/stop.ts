import type { Page } from '@playwright/test';

/** The languages every screen is shown in. */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'cy', name: 'Cymraeg' },
  { code: 'ar', name: 'العربية' },
] as const;
export type ScreenLanguage = (typeof LANGUAGES)[number];

/** One screen that a walk has come to. `speak` changes its language and leaves it where it is. */
export type Stop = {
  readonly program: 'tablet' | 'console' | 'portal';
  /** File-name safe: `messages-where`. */
  readonly name: string;
  readonly page: Page;
  readonly speak: (language: ScreenLanguage) => Promise<void>;
};

/** A walk through a program: each stop is left in English, because the way goes on by English words. */
export type Walk = AsyncGenerator<Stop, void, void>;
