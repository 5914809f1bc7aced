import { mkdirSync, rmSync } from 'node:fs';
import { buildAll } from './build.mts';
import { electronRuntime } from './electron-runtime.mts';
import { inProject } from './lib/paths.mts';
import { Problem, reportLooseEnds, reportProblem } from './lib/problem.mts';
import {
  closingLine,
  NOTHING,
  resultOfCheck,
  resultOfPlaywright,
  resultOfVitest,
  type RingResult,
  total,
} from './rings/ring-result.mts';
import { runCommand, TOOK_TOO_LONG } from './rings/run-command.mts';

type Ring = { readonly name: string; readonly run: () => Promise<RingResult> };

const MINUTE = 60_000;
const REPORTS = inProject('out/rings');
const SCREEN = ['xvfb-run', '-a', '-s', '-screen 0 1280x800x24'] as const;
const SIDES = ['protocol', 'electron', 'renderer', 'gateway', 'family', 'content-packs', 'scripts', 'tests'];

/** From the quickest to the slowest, so that a mistake shows early. */
const RINGS: readonly Ring[] = [
  check('types', ['tsc', '-b']),
  check('lint', ['eslint', '.', '--max-warnings', '0']),
  check('imports', ['depcruise', '--config', '.dependency-cruiser.cjs', ...SIDES]),
  check('licences', ['node', 'scripts/check-licences.mts']),
  check('lockfile', ['node', 'scripts/check-lockfile.mts']),
  vitest('unit', 5 * MINUTE),
  vitest('dom', 5 * MINUTE),
  vitest('architecture', 5 * MINUTE),
  vitest('contracts', 5 * MINUTE),
  vitest('simulation', 10 * MINUTE),
  { name: 'build', run: build },
  // Flows start a real tablet too, so they get a screen.
  vitest('flows', 25 * MINUTE, SCREEN),
  playwright('screens', 30 * MINUTE),
  playwright('kiosk', 10 * MINUTE, SCREEN),
];

/** Runs the named rings, or all; returns the sum. THROUGHLINE_SKIP_RINGS names rings to leave out, which is said. */
async function runRings(names: readonly string[]): Promise<RingResult> {
  const skipped = (process.env['THROUGHLINE_SKIP_RINGS'] ?? '').split(',').filter((name) => name !== '');
  refuseUnknown([...names, ...skipped]);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const rows: (readonly [string, RingResult])[] = [];
  for (const ring of RINGS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    process.stdout.write(`\n── ${ring.name} ──\n`);
    rows.push([ring.name, skipped.includes(ring.name) ? leftOut() : await runOne(ring)]);
  }
  process.stdout.write('\n');
  for (const [name, result] of rows) {
    process.stdout.write(
      `${name.padEnd(14)}${closingLine(result)}${result.remarks.map((one) => `; ${one}`).join('')}\n`,
    );
  }
  return total(rows.map(([, result]) => result));
}

function leftOut(): RingResult {
  return { ...NOTHING, skipped: 1, remarks: ['left out, as THROUGHLINE_SKIP_RINGS asks'] };
}

/** A ring that cannot run has failed; the others still run. */
async function runOne(ring: Ring): Promise<RingResult> {
  try {
    return await ring.run();
  } catch (cause) {
    const sentence = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    process.stderr.write(`${sentence}\n`);
    return { ...NOTHING, failed: 1, remarks: [`could not run: ${sentence}`] };
  }
}

function check(name: string, command: readonly [string, ...string[]]): Ring {
  return { name, run: async () => resultOfCheck(await runCommand({ command, limitMs: 15 * MINUTE })) };
}

function vitest(name: string, limitMs: number, before: readonly string[] = []): Ring {
  const report = `${REPORTS}/${name}.json`;
  const command = [
    'vitest',
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return {
    name,
    run: async () => {
      if (before.length > 0) electronRuntime();
      const code = await runCommand({ command: prefixed(before, command), limitMs });
      return withLateness(code, resultOfVitest(code, report));
    },
  };
}

function playwright(name: string, limitMs: number, before: readonly string[] = []): Ring {
  const report = `${REPORTS}/${name}.json`;
  return {
    name,
    run: async () => {
      if (before.length > 0) electronRuntime();
      const code = await runCommand({
        command: prefixed(before, ['playwright', 'test', `--project=${name}`]),
        env: { THROUGHLINE_PLAYWRIGHT_RESULTS: report },
        limitMs,
      });
      return withLateness(code, resultOfPlaywright(code, report));
    },
  };
}

function withLateness(code: number, result: RingResult): RingResult {
  if (code !== TOOK_TOO_LONG) return result;
  return { ...result, failed: Math.max(1, result.failed), remarks: ['was stopped because it took too long'] };
}

function prefixed(before: readonly string[], command: readonly string[]): readonly [string, ...string[]] {
  const [program = '', ...args] = [...before, ...command];
  return [program, ...args];
}

async function build(): Promise<RingResult> {
  await buildAll();
  return resultOfCheck(0);
}

function refuseUnknown(names: readonly string[]): void {
  const known = RINGS.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Problem(`There is no ring "${unknown}". Choose from: ${known.join(', ')}.`);
}

reportLooseEnds(() => process.exit(1));

try {
  const sum = await runRings(process.argv.slice(2));
  process.exitCode = sum.failed === 0 ? 0 : 1;
  process.stdout.write(`\n${closingLine(sum)}\n`);
} catch (cause) {
  reportProblem(cause);
}
