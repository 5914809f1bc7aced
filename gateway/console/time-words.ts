import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { welshAgo, welshClock, welshDay, welshFull } from './welsh-dates.ts';

/** Times in words of the console's language, on the workstation's clock. All take milliseconds since 1970. */
export type TimeWords = {
  /** "Sunday 22 November 2026 at 14:05" */
  readonly full: (at: number) => string;
  /** "22 Nov 2026, 14:05", for tables */
  readonly short: (at: number) => string;
  /** "14:05" */
  readonly clock: (at: number) => string;
  /** "22 November 2026" */
  readonly day: (at: number) => string;
  /** "12 minutes ago" */
  readonly ago: (at: number) => string;
};

const STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** Dates in words for the screens of the console. */
export function useTimeWords(): TimeWords {
  const { i18n } = useTranslation();
  // Arabic months and words, European digits: prison numbers and codes beside them have those too.
  return useMemo(() => (i18n.language === 'cy' ? welshWords : browserWords(i18n.language === 'ar' ? 'ar-u-nu-latn' : 'en-GB')), [i18n.language]);
}

const welshWords: TimeWords = {
  full: welshFull,
  short: (at) => `${welshDay(at)}, ${welshClock(at)}`,
  clock: welshClock,
  day: welshDay,
  ago: (at) => welshAgo(secondsSince(at)),
};

function browserWords(language: string): TimeWords {
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
  const short = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    full: (at) => full.format(at),
    short: (at) => short.format(at),
    clock: (at) => clock.format(at),
    day: (at) => day.format(at),
    ago: (at) => {
      const seconds = secondsSince(at);
      const step = STEPS.find((candidate) => seconds >= candidate.seconds);
      return step === undefined ? relative.format(0, 'minute') : relative.format(-Math.floor(seconds / step.seconds), step.unit);
    },
  };
}

/** A gateway whose clock runs ahead of the workstation's must not lead to times to come. */
function secondsSince(at: number): number {
  return Math.max(0, Math.round((Date.now() - at) / 1000));
}
