import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { electronRuntime } from './electron-runtime.mts';
import { inProject } from './lib/paths.mts';
import { Problem, reportLooseEnds, reportProblem } from './lib/problem.mts';
import { FLOW_PARTS, partOfFlow, type FlowPart } from './rings/flow-part.mts';
import {
  closingLine,
  NOTHING,
  resultOfCheck,
  resultOfPlaywright,
  resultOfVitest,
  type RingResult,
  total,
} from './rings/ring-result.mts';
import { runCommand } from './rings/run-command.mts';
import { runInLanes } from './rings/run-in-lanes.mts';

type Ring = { readonly name: string; readonly needsBuild: boolean; readonly run: () => Promise<RingResult> };

const MINUTE = 60_000;
const REPORTS = inProject('out/rings');
// Speaking all of the tablet's three thousand lines takes minutes; those of one namespace prove that a screen speaks.
process.env['THROUGHLINE_SPEAK_ONLY'] ??= 'actnow';
// Gateways and commands are started hundreds of times: what was compiled once is read the next time, a third of the time.
process.env['NODE_COMPILE_CACHE'] ??= inProject('out/compile-cache');
/** Most rings wait for browsers, sockets and the disk half of the time, so two at once fill two cores. */
const LANES = 2;
const TABLET_WALK = 'tests/screens/tablet.spec.ts';
const SIDES = ['protocol', 'electron', 'renderer', 'gateway', 'family', 'content-packs', 'scripts', 'tests'];

/**
 * In the order they are begun: what other rings wait for first, then the longest, so that no long one is left to run
 * alone at the end.
 */
const RINGS: readonly Ring[] = [
  // In a process of its own: the bundler makes its process one for production, and rings would inherit that.
  // It may wait for another that builds.
  check('build', ['node', 'scripts/build.mts'], 20 * MINUTE),
  check('types', ['node', 'node_modules/typescript-7/bin/tsc', '-b', '--singleThreaded']),
  // Every screen of the tablet in three languages is a ring by itself, so that both fit twenty minutes on a busy machine.
  playwright('screens-tablet', 20 * MINUTE, { build: true, project: 'screens', files: [TABLET_WALK] }),
  // Flows start a real tablet too, so they get a screen.
  ...FLOW_PARTS.map((part, at) => vitest(`flows-${part}`, 20 * MINUTE, { build: true, display: 90 + 10 * at, project: 'flows', files: flowsOf(part) })),
  playwright('screens-others', 20 * MINUTE, { build: true, project: 'screens', files: otherScreens() }),
  vitest('simulation', 15 * MINUTE),
  check('lint', ['oxlint']),
  vitest('unit', 15 * MINUTE),
  vitest('contracts', 10 * MINUTE),
  vitest('dom', 10 * MINUTE),
  vitest('architecture', 10 * MINUTE),
  check('imports', ['depcruise', '--config', '.dependency-cruiser.cjs', ...SIDES]),
  check('licences', ['node', 'scripts/check-licences.mts']),
  check('lockfile', ['node', 'scripts/check-lockfile.mts']),
];

/** Begun when all others have ended: an Electron that starts beside another ring hung now and then, cause not found. */
const ALONE: readonly Ring[] = [playwright('kiosk', 20 * MINUTE, { build: true, display: 120 })];

/** Runs the named rings, or all; returns the sum. THROUGHLINE_SKIP_RINGS names rings to leave out, which is said. */
async function runRings(names: readonly string[]): Promise<RingResult> {
  const skipped = (process.env['THROUGHLINE_SKIP_RINGS'] ?? '').split(',').filter((name) => name !== '');
  refuseUnknown([...names, ...skipped]);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const job = (ring: Ring) => ({
    name: ring.name,
    after: ring.needsBuild ? 'build' : undefined,
    run: async () => (skipped.some((asked) => isNamed(ring, asked)) ? leftOut() : runOne(ring)),
  });
  const chosen = (rings: readonly Ring[]) => rings.filter((ring) => names.length === 0 || names.some((asked) => isNamed(ring, asked))).map(job);
  const rows = [...(await runInLanes(chosen(RINGS), LANES)), ...(await runInLanes(chosen(ALONE), 1))];
  process.stdout.write('\n');
  for (const [name, result] of rows) {
    process.stdout.write(
      `${name.padEnd(14)}${closingLine(result)}${result.remarks.map((one) => `; ${one}`).join('')}\n`,
    );
  }
  const sum = total(rows.map(([, result]) => result));
  for (const fault of sum.faults) process.stdout.write(`\n${fault}\n`);
  return sum;
}

/** "flows" means all its parts. */
function isNamed({ name }: Ring, asked: string): boolean {
  return name === asked || name.startsWith(`${asked}-`);
}

function leftOut(): RingResult {
  return { ...NOTHING, skipped: 1, remarks: ['left out, as THROUGHLINE_SKIP_RINGS asks'] };
}

/** A ring that cannot run has failed; the others still run. */
async function runOne(ring: Ring): Promise<RingResult> {
  const begun = Date.now();
  process.stdout.write(`── ${ring.name} begins ──\n`);
  try {
    const result = await ring.run();
    process.stdout.write(`── ${ring.name} took ${String(Math.round((Date.now() - begun) / 1000))} s: ${closingLine(result)} ──\n`);
    return result;
  } catch (cause) {
    const sentence = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    process.stderr.write(`${sentence}\n`);
    return { ...NOTHING, failed: 1, remarks: [`could not run: ${sentence}`] };
  }
}

function check(name: string, command: readonly [string, ...string[]], limitMs = 8 * MINUTE): Ring {
  return { name, needsBuild: false, run: async () => resultOfCheck(await runCommand({ label: name, command, limitMs })) };
}

function flowsOf(part: FlowPart): readonly string[] {
  const files = readdirSync(inProject('tests/flows'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.test.ts') && partOfFlow(file) === part).map((file) => `tests/flows/${file}`);
}

/** Whatever is there and not the tablet's walk: a new file is in one ring without being named here. */
function otherScreens(): readonly string[] {
  const files = readdirSync(inProject('tests/screens'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.spec.ts')).map((file) => `tests/screens/${file}`).filter((file) => file !== TABLET_WALK);
}

/** `display` is the first number to try for a display of the ring's own: two rings begun at once must not try the same. */
type RingNeeds = {
  readonly build?: boolean;
  readonly display?: number;
  /** The project that the tests belong to, where the ring is only a part of it. */
  readonly project?: string;
  readonly files?: readonly string[];
};

function vitest(name: string, limitMs: number, needs: RingNeeds = {}): Ring {
  const report = `${REPORTS}/${name}.json`;
  const command = [
    'vitest',
    'run',
    ...(needs.files ?? []),
    '--project',
    needs.project ?? name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return {
    name,
    needsBuild: needs.build === true,
    run: async () => {
      const code = await runCommand({ label: name, command: onDisplay(needs, command), limitMs });
      return resultOfVitest(code, report);
    },
  };
}

function playwright(name: string, limitMs: number, needs: RingNeeds): Ring {
  const report = `${REPORTS}/${name}.json`;
  return {
    name,
    needsBuild: needs.build === true,
    run: async () => {
      const code = await runCommand({
        label: name,
        command: onDisplay(needs, ['playwright', 'test', ...(needs.files ?? []), `--project=${needs.project ?? name}`, `--output=out/test-results/${name}`]),
        env: { THROUGHLINE_PLAYWRIGHT_RESULTS: report },
        limitMs,
      });
      return resultOfPlaywright(code, report);
    },
  };
}

function onDisplay({ display }: RingNeeds, command: readonly string[]): readonly [string, ...string[]] {
  if (display === undefined) return command as [string, ...string[]];
  electronRuntime();
  return ['xvfb-run', '-a', '-n', String(display), '-s', '-screen 0 1280x800x24', ...command];
}

function refuseUnknown(names: readonly string[]): void {
  const known = [...RINGS, ...ALONE];
  const unknown = names.find((asked) => !known.some((ring) => isNamed(ring, asked)));
  if (unknown !== undefined) throw new Problem(`There is no ring "${unknown}". Choose from: ${known.map(({ name }) => name).join(', ')}.`);
}

reportLooseEnds(() => process.exit(1));
// Rings still running are told to end when we exit (run-command.mts).
process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(130));

try {
  const sum = await runRings(process.argv.slice(2));
  process.exitCode = sum.failed === 0 ? 0 : 1;
  process.stdout.write(`\n${closingLine(sum)}\n`);
} catch (cause) {
  reportProblem(cause);
}
