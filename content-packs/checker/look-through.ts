import { readFile } from 'node:fs/promises';
import type { CompiledItem } from '../builder/compiled-pack.ts';
import type { UsedMedia } from '../builder/media-shelf.ts';
import type { Problem } from '../builder/problem.ts';
import { decodeText } from '../builder/decode-text.ts';
import { checkContent } from './check-content.ts';
import { checkReadingAge } from './check-reading-age.ts';

/** What is looked through: compiled items, the files of those another program made, and how old the readers are. */
export type LookedThrough = {
  readonly items: readonly CompiledItem[];
  readonly content: ReadonlyMap<string, UsedMedia>;
  readonly readingAge: number | undefined;
};

/** Everything that can be said of a pack's inside by reading it: remarks only, for the report that travels with it. */
export async function lookThrough({ items, content, readingAge }: LookedThrough): Promise<readonly Problem[]> {
  const supplied = await checkContent(
    [...content].map(([path, { file, type }]) => ({
      path,
      type,
      bytes: file.bytes,
      readText: async () => decodeText(await readFile(file.place)),
    })),
  );
  const lessons = items.flatMap((item) =>
    [...item.files.values()].flatMap(({ source, content: text }) =>
      'pages' in text ? checkReadingAge(text, source, readingAge) : [],
    ),
  );
  return [...supplied, ...lessons];
}
