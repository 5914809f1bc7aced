import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDate, formatFullDate, formatShortDate, formatWhen } from './format-when.ts';
import { startText } from './start-text.ts';
import { addWelshPlurals, welshPlural } from './welsh-plurals.ts';

const at = (day: number, hour = 14, minute = 5, year = 2026) => new Date(year, 10, day, hour, minute).getTime();
const now = at(22, 20);
const words = (language: string) => i18next.getFixedT(language, 'app');

beforeAll(async () => {
  await startText('en');
  await i18next.loadLanguages(['cy', 'ar']);
});

describe('times in words', () => {
  it('says today, yesterday, and otherwise the day', () => {
    expect(formatWhen(at(22), now, words('en'))).toBe('today at 14:05');
    expect(formatWhen(at(21, 9, 10), now, words('en'))).toBe('yesterday at 09:10');
    expect(formatWhen(at(17), now, words('en'))).toBe('Tuesday 17 November at 14:05');
  });

  it('says the year of a date that is kept for years, in Welsh too, which Chromium would say in English', () => {
    expect(formatFullDate(at(28), words('en'))).toBe('Saturday 28 November 2026');
    expect(formatFullDate(at(28), words('cy'))).toBe('Dydd Sadwrn 28 Tachwedd 2026');
  });

  it('adds the year where it is another one', () => {
    expect(formatDate(at(17, 14, 5, 2024), now, words('en'))).toBe('Sunday 17 November 2024');
  });

  it('speaks Welsh and Arabic whatever the browser knows of them', () => {
    expect(formatWhen(at(17), now, words('cy'))).toBe('Dydd Mawrth 17 Tachwedd am 14:05');
    expect(formatWhen(at(22), now, words('ar'))).toBe('اليوم الساعة 14:05');
    expect(formatShortDate(at(17), words('cy'))).toBe('17 Tach');
  });

  it('CLOCK-2 shows a clock of 1970 and one of 9999 without an error', () => {
    for (const strange of [0, 253_402_300_799_999]) expect(formatWhen(strange, now, words('en'))).toContain(' at ');
  });

  it('a minute past midnight is not yesterday', () => {
    expect(formatWhen(at(22, 0, 1), now, words('en'))).toBe('today at 00:01');
    expect(formatWhen(at(21, 23, 59), at(22, 0, 1), words('en'))).toBe('yesterday at 23:59');
  });
});

describe('Welsh plurals', () => {
  it('are those of the browser that knows them', () => {
    const known = new Intl.PluralRules('cy');
    for (let count = 0; count <= 30; count += 1) expect(welshPlural(count)).toBe(known.select(count));
  });

  it('are taught where the browser does not know them', () => {
    const supported = Intl.PluralRules.supportedLocalesOf.bind(Intl.PluralRules);
    Intl.PluralRules.supportedLocalesOf = () => [];
    try {
      addWelshPlurals(i18next);
    } finally {
      Intl.PluralRules.supportedLocalesOf = supported;
    }
    expect(words('cy')('contact.waiting', { count: 2 })).toBe('2 beth yn aros');
    expect(words('cy')('contact.waiting', { count: 3 })).toBe('3 pheth yn aros');
    expect(words('en')('contact.waiting', { count: 1 })).toBe('1 thing waiting');
  });
});
