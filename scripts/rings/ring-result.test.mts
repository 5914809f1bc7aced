import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOOK_TOO_LONG } from './run-command.mts';
import { closingLine, resultOfCheck, resultOfPlaywright, resultOfVitest, total } from './ring-result.mts';

const folder = mkdtempSync(join(tmpdir(), 'ring-result-'));

describe('what a ring counts', () => {
  it('counts passed, failed and skipped tests of Vitest, with those still to be written among the skipped', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
    expect(resultOfVitest(1, file)).toEqual({ passed: 5, failed: 1, skipped: 3, remarks: [], faults: [] });
  });

  it('counts a Playwright test that passed at the second try as failed', () => {
    const file = report({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } });
    expect(resultOfPlaywright(0, file)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('names what failed with its reason, of both runners, through to the sum', () => {
    const vitest = report({ numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [{ fullName: 'adds', status: 'failed', failureMessages: ['one is not two'] }] }] });
    const spec = { file: 'b.spec.ts', title: 'holds', ok: false, tests: [{ results: [{ errors: [{ message: 'too slow' }] }] }] };
    const playwright = report({ stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }, suites: [{ suites: [{ specs: [spec] }] }], errors: [{ message: 'no such file' }] });
    expect(total([resultOfVitest(1, vitest), resultOfPlaywright(1, playwright)]).faults).toEqual(['a.test.ts › adds\n    one is not two', 'b.spec.ts › holds\n    too slow', 'before any test\n    no such file']);
  });

  it('fails a ring that ran no test', () => {
    const file = report({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(resultOfVitest(0, file)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails a ring whose runner left no report', () => {
    expect(resultOfPlaywright(0, join(folder, 'never-written'))).toMatchObject({ failed: 1 });
  });

  it('fails a ring whose runner failed although every test passed', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(resultOfVitest(1, file)).toMatchObject({ passed: 5, failed: 1 });
  });

  it('says of a ring that was stopped, a single check too, that it took too long', () => {
    const late = { failed: 1, remarks: ['was stopped because it took too long'] };
    expect(resultOfCheck(TOOK_TOO_LONG)).toMatchObject({ ...late, faults: [expect.stringContaining('took too long')] });
    const file = report({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });
    expect(resultOfVitest(TOOK_TOO_LONG, file)).toMatchObject({ passed: 5, ...late });
    expect(resultOfPlaywright(TOOK_TOO_LONG, join(folder, 'never-written'))).toMatchObject(late);
  });

  it('adds rings up and ends with one line', () => {
    const sum = total([resultOfCheck(0), resultOfCheck(2), { passed: 4, failed: 0, skipped: 2, remarks: [], faults: [] }]);
    expect(closingLine(sum)).toBe('5 passed, 1 failed, 2 skipped');
  });
});

function report(content: unknown): string {
  const file = join(mkdtempSync(join(folder, 'report-')), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
