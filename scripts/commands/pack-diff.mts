import type { Command } from 'commander';
import { loadPack } from '../../content-packs/builder/load-pack.ts';
import { refusalSentence } from '../../content-packs/builder/refusal-sentences.ts';
import { comparePacks, type PackContents, type PackDifference } from '../../protocol/packs/compare-packs.ts';
import { fileListSchema } from '../../protocol/packs/file-list.ts';
import { Problem } from '../lib/problem.mts';
import { print } from './pack-command.mts';

/** `throughline pack diff`: what one edition has that another has not, in the numbers the console shows its approver. */
export function registerPackDiff(pack: Command): void {
  pack
    .command('diff <before> <after>')
    .description('Say which items and files of a pack are new, changed or gone, with their bytes.')
    .option('--json', 'print the difference as JSON')
    .action(async (before: string, after: string, options: { readonly json?: true }) => {
      const [old, now] = [await readContents(before), await readContents(after)];
      if (old.manifest.packId !== now.manifest.packId)
        throw new Problem(`${old.manifest.packId} and ${now.manifest.packId} are two packs, not two editions of one.`);
      const difference = comparePacks(old, now);
      print(options.json ? JSON.stringify(difference) : describe(difference));
    });
}

async function readContents(path: string): Promise<PackContents> {
  const blobs = new Map<string, Uint8Array>();
  // Lists come first and are small; of the files themselves only the check is wanted.
  const takeBlob = (sha256: string, bytes: Uint8Array) => {
    if (bytes[0] === 0x7b) blobs.set(sha256, bytes);
    return Promise.resolve();
  };
  const loaded = await loadPack(path, { takeBlob });
  if (!loaded.ok) throw new Problem(refusalSentence(loaded.error));
  const { manifest } = loaded.value;
  const lists = manifest.fileLists.map(({ sha256, activityId }) => {
    const text = new TextDecoder().decode(blobs.get(sha256));
    return { activityId, files: fileListSchema.parse(JSON.parse(text)).files };
  });
  return { manifest, lists };
}

function describe({ items, files, facts, powers, fetchBytes }: PackDifference): string {
  const titleOf = (title: Readonly<Record<string, string>>) => title['en'] ?? Object.values(title)[0] ?? '';
  const rows = (['added', 'changed', 'removed'] as const).flatMap((what) => [
    ...items[what].map(({ title, bytes }) => `${what} item: ${titleOf(title)} (${String(bytes)} bytes)`),
    ...files[what].map(({ path, bytes }) => `${what} file: ${path} (${String(bytes)} bytes)`),
  ]);
  return [
    ...rows,
    ...facts.map(({ name, before, after }) => `${name}: ${before === '' ? '–' : before} → ${after === '' ? '–' : after}`),
    ...powers.added.map((power) => `new power: ${power}`),
    `As before: ${String(items.same)} items, ${String(files.same)} files. A tablet fetches ${String(fetchBytes)} bytes.`,
  ].join('\n');
}
