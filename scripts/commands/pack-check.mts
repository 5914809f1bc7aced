import type { Command } from 'commander';
import { checkSource } from '../../content-packs/builder/check-source.ts';
import { describeProblems, type Problem as SourceProblem } from '../../content-packs/builder/problem.ts';
import { checkInBrowser } from '../../content-packs/checker/check-in-browser.ts';
import { sizeByItem } from '../../content-packs/checker/size-by-item.ts';
import { openCheckingBrowser } from '../lib/open-checking-browser.mts';
import { Problem } from '../lib/problem.mts';
import { openPreview } from './open-preview.mts';
import { counted, print } from './pack-command.mts';

type CheckOptions = { readonly json?: true; readonly browser: boolean; readonly runtime: readonly string[] };

/**
 * `throughline pack check`: everything that is wrong with a source folder, at once and in a teacher's words. What can
 * be read is read; then, unless told otherwise, every item is opened in the real player in Debian's Chromium.
 */
export function registerPackCheck(pack: Command): void {
  pack
    .command('check <source>')
    .description('Say everything that is wrong with a source folder, and open every item in the player.')
    .option('--no-browser', 'only read the files; open nothing')
    .option('--runtime <pack...>', 'packs of programs that it needs, such as H5P’s', [])
    .option('--json', 'print the problems as JSON')
    .action(async (source: string, options: CheckOptions) => {
      const { problems: read, compiled } = await checkSource(source);
      const seen = compiled && options.browser ? await openEveryItem(source, options) : [];
      report([...read, ...seen], compiled, options);
    });
}

type Compiled = Awaited<ReturnType<typeof checkSource>>['compiled'];

function report(problems: readonly SourceProblem[], compiled: Compiled, options: CheckOptions): void {
  const blockers = problems.filter(({ severity }) => severity === 'blocker').length;
  const good = compiled !== undefined && blockers === 0;
  const sizes = compiled === undefined ? [] : sizeByItem(compiled);
  if (options.json) print(JSON.stringify({ ok: good, problems, sizes }));
  else if (problems.length > 0) print(describeProblems(problems));
  if (!good) throw new Problem(`${counted(blockers, 'thing')} must be put right before this can be a pack.`);
  if (options.json) return;
  const facts = `${counted(compiled.items.length, 'item')}, ${counted(problems.length, 'remark')}`;
  for (const { activityId, bytes } of sizes) print(`${inMegabytes(bytes)}  ${activityId}`);
  print(`Good: ${compiled.pack.id} can be built (${facts}).`);
}

/** Builds the source for a preview and walks through it; without a browser that is said and nothing is opened. */
async function openEveryItem(source: string, options: CheckOptions): Promise<readonly SourceProblem[]> {
  const browser = await openCheckingBrowser();
  if (browser === undefined) {
    const message =
      'No Chromium was found here, so no item was opened in the player. Install Debian’s chromium and check again.';
    return [{ severity: 'warning', code: 'browser-absent', file: 'pack.yaml', message }];
  }
  try {
    const preview = await openPreview({ path: source, port: 0, runtimes: options.runtime });
    if (!preview.ok) return [];
    const { pack, runtimes, url, close } = preview.value;
    try {
      return await checkInBrowser({
        context: browser.context,
        url,
        manifest: pack.manifest,
        runtimes,
        fileOf: (item, language) => item.entry[language] ?? item.activityId,
        onItem: (number, of) => {
          if (!options.json) process.stderr.write(`Opening item ${String(number)} of ${String(of)} …\n`);
        },
      });
    } finally {
      await close();
    }
  } finally {
    await browser.close();
  }
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`.padStart(12);
}
