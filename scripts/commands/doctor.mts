import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { installedElectron } from '../electron-runtime.mts';
import { chromiumPath } from '../lib/chromium-path.mts';
import { debianPackages, missingDebianPackages } from '../lib/debian-packages.mts';
import { inProject } from '../lib/paths.mts';
import { Problem } from '../lib/problem.mts';

/** What a check found: a sentence, and whether the machine can run Throughline all the same. */
type Finding = { readonly good: boolean; readonly sentence: string };

/** `throughline doctor`: says in sentences whether this machine has what it needs. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Check this machine: Node, packages, Chromium, Electron and the data folder.')
    .option('--data <folder>', 'the data folder to check', 'data')
    .action((options: { readonly data: string }) => {
      const findings = examine(options.data);
      for (const { good, sentence } of findings) process.stdout.write(`${good ? 'good ' : 'BAD  '} ${sentence}\n`);
      const bad = findings.filter(({ good }) => !good).length;
      if (bad > 0) throw new Problem(`${String(bad)} of ${String(findings.length)} checks found something to mend.`);
    });
}

function examine(dataFolder: string): readonly Finding[] {
  return [
    checkNode(),
    checkPackages(),
    ...checkDebian(),
    checkChromium(),
    checkElectron(),
    checkDataFolder(dataFolder),
  ];
}

function checkNode(): Finding {
  const good = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    good,
    sentence: good ? `Node ${process.versions.node} runs the programs.` : 'Node 24 is needed: run npm ci.',
  };
}

function checkPackages(): Finding {
  const stamp = inProject('node_modules/.throughline-lock');
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  const good = existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === lock;
  return {
    good,
    sentence: good
      ? 'The npm packages are those of the lock file.'
      : 'The npm packages may not be those of the lock file: run ./scripts/start, which installs them.',
  };
}

function checkDebian(): readonly Finding[] {
  const missing = missingDebianPackages(debianPackages());
  if (missing === undefined) return [{ good: true, sentence: 'This is no Debian, so its packages were not checked.' }];
  if (missing.length === 0) return [{ good: true, sentence: 'All Debian packages are there.' }];
  return missing.map(({ alternatives, why, purpose }) => ({
    good: false,
    sentence: `The Debian package ${alternatives.join(' or ')} is missing (${why}; for scripts/${purpose}).`,
  }));
}

function checkChromium(): Finding {
  const path = chromiumPath();
  const good = existsSync(path);
  return {
    good,
    sentence: good ? `Chromium is at ${path}.` : `There is no Chromium at ${path}: install it, or set CHROMIUM_PATH.`,
  };
}

function checkElectron(): Finding {
  const found = installedElectron();
  if (found === undefined)
    return { good: false, sentence: 'There is no Electron yet: run npx node scripts/electron-runtime.mts.' };
  const note =
    found.source === 'fallback' ? ' It is the fallback for tests and demonstrations, never for a release.' : '';
  return { good: true, sentence: `Electron is at ${found.executable}.${note}` };
}

function checkDataFolder(folder: string): Finding {
  const path = resolve(folder);
  try {
    accessSync(nearestFolder(path), constants.R_OK | constants.W_OK | constants.X_OK);
    return { good: true, sentence: `The data folder ${path} can be written to.` };
  } catch {
    return { good: false, sentence: `The data folder ${path} cannot be written to: choose another with --data.` };
  }
}

/** The folder itself, or the one it would be made in. */
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}
