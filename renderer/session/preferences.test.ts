import { expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, parsePreferences } from './preferences.ts';

it('reads what was stored', () => {
  expect(parsePreferences({ language: 'ar', textSize: 175, theme: 'contrast' })).toEqual({ language: 'ar', textSize: 175, theme: 'contrast' });
});

it('takes the default for whatever is missing or strange', () => {
  for (const stored of [undefined, null, 7, 'x', {}, { language: 'xx', textSize: 999, theme: '<script>' }]) {
    expect(parsePreferences(stored)).toEqual(DEFAULT_PREFERENCES);
  }
});
