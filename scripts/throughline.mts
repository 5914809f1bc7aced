import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands/commands.mts';
import { Problem, reportProblem } from './lib/problem.mts';

/**
 * Runs one command. Expected troubles are one sentence on stderr and exit code 1; wrong usage is exit code 2.
 * Takes the arguments after the program's name.
 */
async function runThroughline(args: readonly string[]): Promise<void> {
  const program = new Command('throughline')
    .description('Keeps a Throughline prison: packs, audit, back-ups, keys and the health of this machine.')
    .configureOutput({ writeErr: (text) => process.stderr.write(text.replace(/^error: /, '')) })
    .exitOverride();
  const asked = COMMANDS.filter(({ name }) => name === args[0]);
  for (const { load } of asked.length > 0 ? asked : COMMANDS) await (await load())(program, args[1]);
  await program.parseAsync(args, { from: 'user' });
}

try {
  await runThroughline(process.argv.slice(2));
} catch (cause) {
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? 0 : 2;
  else reportProblem(asProblem(cause));
}

/** A missing file or a refused folder is the user's to mend, and Node's own sentence names it. */
function asProblem(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  const isFileTrouble = [
    'ENOENT',
    'EACCES',
    'EPERM',
    'ENOTDIR',
    'EISDIR',
    'ENOSPC',
    'EADDRINUSE',
    'ECONNREFUSED',
  ].includes(code ?? '');
  return isFileTrouble && cause instanceof Error ? new Problem(`${cause.message}.`) : cause;
}
