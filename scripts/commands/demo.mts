import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { moveCables } from '../demo/cable.mts';
import { Problem } from '../lib/problem.mts';

/** `throughline demo unplug` and `plug`: what a pulled cable does, for the tour and for trying things. */
export function registerDemo(program: Command): void {
  const demo = program.command('demo').description('Pull the demo tablets off the network, and put them back.');
  for (const [name, where, done] of [
    ['unplug', 'out', 'The tablets of the demo are unplugged.'],
    ['plug', 'in', 'The tablets of the demo are plugged in again.'],
  ] as const) {
    demo
      .command(name)
      .option('--data <folder>', 'the data folder of the running demo', 'data')
      .action((options: { readonly data: string }) => {
        if (!existsSync(join(options.data, 'demo.json'))) throw new Problem(`There is no demo prison in ${options.data}: run ./scripts/start first, or name its folder with --data.`);
        moveCables(options.data, where);
        process.stdout.write(`${done}\n`);
      });
  }
}
