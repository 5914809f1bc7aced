import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { inProject, projectFolder } from './lib/paths.mts';

/**
 * Runs the demo prison and starts it anew whenever a source file changes; the build does only what is due, so that
 * takes seconds and keeps the data. Takes the options of scripts/start.
 */
const SIDES = ['protocol', 'electron', 'renderer', 'gateway', 'family'];
/** Editors write several times; this long after the last one they are done. Milliseconds. */
const QUIET_MS = 300;

let demo: ChildProcess = startDemo();
let timer: NodeJS.Timeout | undefined;
let restarting = false;

for (const side of SIDES) {
  watch(inProject(side), { recursive: true }, (_event, file) => {
    if (file === null || file.includes('.test.')) return;
    clearTimeout(timer);
    timer = setTimeout(() => restart(`${side}/${file}`), QUIET_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    demo.once('exit', () => process.exit(0));
    demo.kill('SIGTERM');
    if (demo.exitCode !== null) process.exit(0);
  });
}

function startDemo(): ChildProcess {
  // A group of its own: Ctrl-C reaches us alone, and we pass it on once.
  return spawn(process.execPath, ['scripts/start.mts', ...process.argv.slice(2)], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
}

function restart(file: string): void {
  if (restarting) return;
  process.stdout.write(`\n${file} changed.\n`);
  restarting = true;
  const again = (): void => {
    restarting = false;
    demo = startDemo();
  };
  if (demo.exitCode !== null) again();
  else demo.once('exit', again).kill('SIGTERM');
}
