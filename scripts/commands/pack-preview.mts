import type { Command } from 'commander';
import { describeProblems } from '../../content-packs/builder/problem.ts';
import { refusalSentence } from '../../content-packs/builder/refusal-sentences.ts';
import { Problem } from '../lib/problem.mts';
import { openPreview } from './open-preview.mts';
import { print } from './pack-command.mts';

/** `throughline pack preview`: a pack as a learner will meet it, in the very player, in a browser on this machine. */
export function registerPackPreview(pack: Command): void {
  pack
    .command('preview <path>')
    .description('Show a source folder or a pack as a learner will meet it. Ends with Ctrl-C.')
    .option('--runtime <pack...>', 'packs of programs that it needs, such as H5P’s', [])
    .option('--port <number>', 'port on this machine (default: any free one)', portNumber, 0)
    .action(async (path: string, { port, runtime }: { readonly port: number; readonly runtime: readonly string[] }) => {
      const preview = await openPreview({ path, port, runtimes: runtime }).catch((cause: unknown) => {
        throw isTaken(cause) ? new Problem(`Port ${String(port)} is taken: name another with --port.`) : cause;
      });
      if (!preview.ok) {
        if ('problems' in preview.error) print(describeProblems(preview.error.problems));
        throw new Problem(refusalSentence(preview.error));
      }
      print(`Open ${preview.value.url} in Chromium. Nothing you do there is kept. Ctrl-C ends it.`);
      await new Promise<void>((resolve) => {
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
      });
      await preview.value.close();
    });
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Problem(`“${text}” is not a port: name one from 1 to 65535.`);
  return port;
}
