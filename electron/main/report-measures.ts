import type { BrowserWindow } from 'electron';
import type { Lockdown, MeasureReport } from './lockdown/lockdown.ts';

/** Checks are not free (a page is asked some thirty questions), so they are asked at most once a minute. */
const FRESH_MS = 60_000;

/** The measures' states: checked this moment, or at most a minute ago. */
export type MeasureReports = {
  readonly checkNow: () => Promise<readonly MeasureReport[]>;
  readonly latest: () => Promise<readonly MeasureReport[]>;
};

/** The measures' states, checked again when the last check is older than a minute. */
export function createMeasureReport(
  lockdown: Lockdown,
  window: () => BrowserWindow | undefined,
  now: () => number,
): MeasureReports {
  let last: { readonly at: number; readonly reports: Promise<readonly MeasureReport[]> } | undefined;
  const checkNow = (): Promise<readonly MeasureReport[]> => {
    const shown = window();
    if (shown === undefined) return Promise.resolve([]);
    last = { at: now(), reports: lockdown.check(shown) };
    return last.reports;
  };
  return {
    checkNow,
    latest: () => (last !== undefined && now() - last.at < FRESH_MS ? last.reports : checkNow()),
  };
}
