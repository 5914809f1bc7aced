import { expect, it } from 'vitest';
import { faultsOfPlaywright, faultsOfVitest, faultsOutside } from './faults-of.mts';

it('a failed test is named with its file and the beginning of its reason, and one that passed is not', () => {
  const reason = ['AssertionError: 1 is not 2', '', ...Array.from({ length: 30 }, (_, line) => `at line ${String(line)}`)].join('\n');
  const [only, ...others] = faultsOfVitest([
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'adds', status: 'failed', failureMessages: [reason] },
        { fullName: 'takes away', status: 'passed' },
      ],
    },
  ]);
  expect(others).toEqual([]);
  expect(only).toMatch(/^a\.test\.ts › adds\n {4}AssertionError: 1 is not 2\n {4}at line 0\n/);
  expect(only?.split('\n')).toHaveLength(15);
});

it('a file that could not be run at all is named with what it said', () => {
  expect(faultsOfVitest([{ name: 'b.test.ts', status: 'failed', message: 'The hook failed', assertionResults: [] }])).toEqual(['b.test.ts\n    The hook failed']);
});

it('a file whose reason the reporter leaves empty says where it stands, and what failed before any test is named', () => {
  expect(faultsOfVitest([{ name: 'b.test.ts', status: 'failed', message: '', assertionResults: [] }])).toEqual([expect.stringContaining('b.test.ts\n    the reason stands above')]);
  expect(faultsOutside([{ message: 'Cannot find module' }])).toEqual(['before any test\n    Cannot find module']);
});

it('a test that failed inside a group is found', () => {
  const spec = (title: string, ok: boolean) => ({ file: 'c.spec.ts', title, ok, tests: [{ results: [{ errors: ok ? [] : [{ message: 'Too slow' }] }] }] });
  expect(faultsOfPlaywright([{ suites: [{ specs: [spec('holds', true), spec('breaks', false)] }] }])).toEqual(['c.spec.ts › breaks\n    Too slow']);
});
