import { existsSync, readFileSync } from 'node:fs';
import { faultsOfPlaywright, faultsOfVitest, faultsOutside, type PlaywrightSuite, type VitestFile } from './faults-of.mts';
import { TOOK_TOO_LONG } from './run-command.mts';

/**
 * How many tests of a ring passed, failed and were skipped; `remarks` says why where a number alone does not, and `faults`
 * names each test that failed, with its reason.
 */
export type RingResult = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly remarks: readonly string[];
  readonly faults: readonly string[];
};

export const NOTHING: RingResult = { passed: 0, failed: 0, skipped: 0, remarks: [], faults: [] };

/** A ring that is one yes-or-no check, judged by its exit code. */
export function resultOfCheck(exitCode: number): RingResult {
  return withLateness(exitCode, exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 });
}

/** Reads what Vitest's JSON reporter wrote. A ring without a single test has failed: a guard that cannot bite must say so. */
export function resultOfVitest(exitCode: number, reportFile: string): RingResult {
  const report = readReport(reportFile) as VitestReport | undefined;
  return judged(exitCode, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    faults: faultsOfVitest(report?.testResults ?? []),
  });
}

/** Reads what Playwright's JSON reporter wrote. A test that passed only at the second try has failed. */
export function resultOfPlaywright(exitCode: number, reportFile: string): RingResult {
  const report = readReport(reportFile) as PlaywrightReport | undefined;
  const stats = report?.stats;
  return judged(exitCode, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
    faults: [...faultsOfPlaywright(report?.suites ?? []), ...faultsOutside(report?.errors ?? [])],
  });
}

/** The line that scripts/test ends with. */
export function closingLine({ passed, failed, skipped }: RingResult): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}

/** Adds results up. */
export function total(results: readonly RingResult[]): RingResult {
  return results.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      remarks: [...sum.remarks, ...one.remarks],
      faults: [...sum.faults, ...one.faults],
    }),
    NOTHING,
  );
}

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly VitestFile[];
};

type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors?: readonly { readonly message?: string }[];
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
};

type Counts = Omit<RingResult, 'remarks'>;

function judged(exitCode: number, counts: Counts): RingResult {
  return withLateness(exitCode, judgedInTime(exitCode, counts));
}

/** One that was stopped has failed, whatever it had counted until then, and says why. */
function withLateness(exitCode: number, result: RingResult): RingResult {
  if (exitCode !== TOOK_TOO_LONG) return result;
  const late = 'was stopped because it took too long';
  return { ...result, failed: Math.max(1, result.failed), remarks: [late], faults: [...result.faults, `The ring ${late}: its lines above say how far it came.`] };
}

/** A runner may fail without a failed test (a file that cannot be read), and may succeed without any test. */
function judgedInTime(exitCode: number, counts: Counts): RingResult {
  if (counts.passed + counts.failed + counts.skipped === 0) {
    return { ...counts, failed: 1, remarks: ['ran no test at all, which counts as a failure'] };
  }
  if (exitCode !== 0 && counts.failed === 0) {
    return { ...counts, failed: 1, remarks: [`ended with exit code ${String(exitCode)} although no test failed`] };
  }
  return { ...counts, remarks: [] };
}

function readReport(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
