import type { Command } from 'commander';
import { buildPack } from '../../content-packs/builder/build-pack.ts';
import { describeProblems } from '../../content-packs/builder/problem.ts';
import { inProject } from '../lib/paths.mts';
import { nameOf, print, readKeys, refuse, report, wholeNumber, type Json } from './pack-command.mts';

/** `throughline pack build`: a pack from a source folder. */
export function registerBuild(pack: Command): void {
  pack
    .command('build <source>')
    .description('Build a pack from a source folder.')
    .requiredOption('--out <path>', 'a folder of packs, or a file name ending in .pack')
    .option('--pack-version <number>', 'version of the pack (default: the one in pack.yaml)', wholeNumber)
    .option('--key <file...>', 'sign at once with these keys', [])
    .option('--narrate', 'read lessons and quizzes aloud, with espeak-ng and opus-tools where they are installed (the default)')
    .option('--no-narrate', 'read nothing aloud')
    .option('--narration-cache <folder>', 'where what was read aloud is kept, so that building again is quick', inProject('.cache/narration'))
    .option('--json', 'print the result as JSON')
    .action(
      async (
        source: string,
        options: Json & {
          readonly out: string;
          readonly packVersion?: number;
          readonly key: readonly string[];
          readonly narrate?: boolean;
          readonly narrationCache: string;
        },
      ) => {
        const keys = await readKeys(options.key, options);
        const narrationCache = options.narrate === false ? undefined : options.narrationCache;
        const built = await buildPack({ source, out: options.out, version: options.packVersion, keys, narrationCache });
        if (!built.ok) return refuse(built.error, options);
        if (!options.json) for (const remark of built.value.remarks) print(remark);
        if (!options.json && built.value.warnings.length > 0) print(describeProblems(built.value.warnings));
        report(
          built.value.pack,
          options,
          `Built ${nameOf(built.value.pack)} into ${options.out}${keys.length === 0 ? ', not yet signed' : ''}.`,
        );
      },
    );
}
