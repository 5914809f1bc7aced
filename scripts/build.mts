import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { fingerprint } from './lib/fingerprint.mts';
import { inProject } from './lib/paths.mts';
import { Problem, reportLooseEnds, reportProblem } from './lib/problem.mts';
import { withRunLock } from './lib/run-lock.mts';
import { collectSpokenLines } from './speech/spoken-lines.mts';
import { writeSpeech } from './speech/write-speech.mts';

/** One thing that is bundled: the modes of vite.config.ts it takes, and what it is made from. */
type Target = {
  readonly name: string;
  readonly modes: readonly string[];
  /** The target exists when this file does. */
  readonly entry: string;
  /** A change below any of these means building again. */
  readonly sources: readonly string[];
  /** What must be there afterwards. */
  readonly output: string;
  readonly testBuild?: boolean;
  /** What it depends on besides its sources, as a text that changes with it. */
  readonly alsoDependsOn?: () => string;
  readonly after?: () => Promise<void>;
};

const SPEAK_ONLY = 'THROUGHLINE_SPEAK_ONLY';
const EVERYWHERE = ['protocol', 'package-lock.json', 'package.json', 'vite.config.ts', 'scripts/build.mts'];

const TARGETS: readonly Target[] = [
  {
    name: 'tablet',
    modes: ['renderer'],
    entry: 'renderer/index.html',
    sources: ['renderer', 'content-packs/instruments'],
    output: 'out/renderer/index.html',
    after: async () => {
      await giveVoice();
      await writeServiceWorker();
    },
    // A voice that was installed since gives sounds; a tablet built for tests has few.
    alsoDependsOn: () => String(hasProgram('espeak-ng') && hasProgram('opusenc')) + (process.env[SPEAK_ONLY] ?? ''),
  },
  packOrigin(),
  {
    name: 'pack preview',
    modes: ['pack-preview'],
    entry: 'renderer/pack-preview/preview.html',
    sources: ['renderer/pack-preview', 'renderer/packs', 'renderer/ui'],
    output: 'out/pack-preview/preview.html',
  },
  {
    name: 'staff console',
    modes: ['console'],
    entry: 'gateway/console/index.html',
    sources: ['gateway', 'renderer/ui', 'renderer/text'],
    output: 'out/console/index.html',
  },
  {
    name: 'family portal',
    modes: ['portal'],
    entry: 'family/portal/index.html',
    sources: ['family', 'renderer/ui', 'renderer/text'],
    output: 'out/portal/index.html',
  },
  ...shellTargets('out/electron', false),
  ...shellTargets('out/electron-test', true),
];

const ZSTD_WASM = 'node_modules/@bokuweb/zstd-wasm/dist/common/zstd.wasm';
const STAMPS = 'out/.built';

/**
 * Bundles everything whose entry file exists and whose sources changed since the last time, in this one process.
 * Takes target names to build only those. Returns the names that were built anew.
 */
export async function buildAll(only: readonly string[] = []): Promise<readonly string[]> {
  refuseUnknown(only);
  process.env['NODE_ENV'] = 'production';
  return withRunLock(inProject('out/.build-lock'), async () => {
    const wanted = TARGETS.filter((target) => only.length === 0 || only.includes(target.name));
    const due = wanted.filter((target) => existsSync(inProject(target.entry)) && !isUpToDate(target));
    const problems: string[] = [];
    for (const [index, target] of due.entries()) {
      sayProgress(`Building ${target.name} (${String(index + 1)} of ${String(due.length)}) …`);
      // One that cannot be built does not hold up the others.
      await buildTarget(target).catch((cause: unknown) => {
        problems.push(`${target.name} cannot be built: ${whatTheBundlerSays(cause)}`);
      });
    }
    sayProgress('');
    if (problems.length > 0) throw new Problem(problems.join('\n'));
    return due.map((target) => target.name);
  });
}

async function buildTarget(target: Target): Promise<void> {
  // Loaded when something is due: the second start of a demo has nothing to build.
  const { build } = await import('vite');
  const print = sourcePrint(target);
  rmSync(stampFile(target), { force: true });
  if (target.testBuild === true) process.env['THROUGHLINE_TEST_BUILD'] = '1';
  try {
    for (const mode of target.modes) {
      await build({ configFile: inProject('vite.config.ts'), configLoader: 'native', mode, logLevel: 'silent' });
    }
    await target.after?.();
  } finally {
    delete process.env['THROUGHLINE_TEST_BUILD'];
  }
  mkdirSync(inProject(STAMPS), { recursive: true });
  writeFileSync(stampFile(target), print);
}

/** The bundler draws pictures of the code; of its message only the sentences, which begin with a code in brackets. */
function whatTheBundlerSays(cause: unknown): string {
  const text = stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause));
  const sentences = text.split('\n').filter((line) => /^\[[A-Z_]+\]/.test(line));
  return (sentences.length > 0 ? sentences : text.split('\n').slice(0, 1)).join(' ');
}

/**
 * Speaks the tablet's own words, or, so that tests need not wait for all of them, only those of the namespaces that
 * `THROUGHLINE_SPEAK_ONLY` names; without a voice the screens have no `Listen`, and the build
 * says so and goes on.
 */
async function giveVoice(): Promise<void> {
  const only = process.env[SPEAK_ONLY]?.split(',');
  sayProgress('Speaking the words of the screens; the first time takes some minutes …');
  const { remarks } = await writeSpeech(inProject('out/renderer/speech'), inProject('.cache/speech'), await collectSpokenLines(only));
  for (const remark of remarks) sayProgress(remark, true);
}

function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/**
 * The service worker of the browser adapter: it keeps the application's own files, so that a classroom laptop starts
 * without the gateway. Electron serves the same files itself and never registers it.
 */
async function writeServiceWorker(): Promise<void> {
  const { generateSW } = await import('workbox-build');
  const { warnings } = await generateSW({
    globDirectory: inProject('out/renderer'),
    globPatterns: ['**/*.{js,css,html,woff2,svg,png,json}'],
    swDest: inProject('out/renderer/sw.js'),
    // Their names hold their digests: what the page has already is not fetched twice.
    dontCacheBustURLsMatching: /^assets\/.*-[\w-]{8}\.\w+$/,
    navigateFallback: 'index.html',
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    // Sounds are many and few are wanted: one that was heard once is kept. A name stands for one sound for ever.
    runtimeCaching: [{ urlPattern: /\/speech\/[a-z]+\/[0-9a-f]+\.opus$/, handler: 'CacheFirst', options: { cacheName: 'speech' } }],
    sourcemap: false,
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
  });
  if (warnings.length > 0) throw new Problem(`The service worker leaves files out: ${warnings.join(' ')}`);
}

function packOrigin(): Target {
  const worker = 'renderer/pack-origin/service-worker.ts';
  return {
    name: 'pack origin',
    modes: ['pack-origin', 'content-shim', ...(existsSync(inProject(worker)) ? ['pack-origin-worker'] : [])],
    entry: 'renderer/pack-origin/player.html',
    sources: ['renderer'],
    output: 'out/pack-origin/player.html',
  };
}

/** The shell twice: for release, and for tests and demos with the constant `__TEST_BUILD__` true. */
function shellTargets(folder: string, testBuild: boolean): readonly Target[] {
  const entries = {
    main: 'electron/main/start.ts',
    vault: 'electron/vault/start.ts',
    preload: 'electron/preload/preload.ts',
    'player-preload': 'electron/preload/player-preload.ts',
  };
  return Object.entries(entries).map(([mode, entry]) => ({
    name: `${mode}${testBuild ? ' (test)' : ''}`,
    modes: [mode],
    entry,
    sources: ['electron'],
    output: `${folder}/${mode}.cjs`,
    testBuild,
    // Unpacks what the gateway packed; read from beside the program.
    ...(mode === 'main' ? { after: () => copyFile(inProject(ZSTD_WASM), inProject(`${folder}/zstd.wasm`)) } : {}),
  }));
}

function isUpToDate(target: Target): boolean {
  const stamp = stampFile(target);
  if (!existsSync(stamp) || !existsSync(inProject(target.output))) return false;
  return readFileSync(stamp, 'utf8') === sourcePrint(target);
}

function sourcePrint(target: Target): string {
  return fingerprint([...EVERYWHERE, ...target.sources].map(inProject)) + (target.alsoDependsOn?.() ?? '');
}

function stampFile(target: Target): string {
  return inProject(`${STAMPS}/${target.name.replaceAll(/[^a-z-]+/g, '-')}`);
}

function refuseUnknown(names: readonly string[]): void {
  const known = TARGETS.map((target) => target.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Problem(`There is no "${unknown}" to build. Choose from: ${known.join(', ')}.`);
}

/** One line that is overwritten on a terminal unless it `stays`, and a line each in a log. */
function sayProgress(text: string, stays = false): void {
  // Not on the output itself: a command that builds before it answers may answer in JSON.
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}${stays ? '\n' : ''}`);
  else if (text !== '') process.stderr.write(`${text}\n`);
}

if (import.meta.main) {
  reportLooseEnds(() => process.exit(1));
  const start = performance.now();
  try {
    const built = await buildAll(process.argv.slice(2));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(built.length === 0 ? 'Everything is up to date.\n' : `Built in ${seconds} s.\n`);
  } catch (cause) {
    reportProblem(cause);
  }
}
