import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { PackWorkshop } from '../prison/pack-workshop.ts';

/** One item that another program made: its files by their path below the item's folder. */
export type ForeignItem = {
  readonly slug: string;
  readonly kind: 'scorm12' | 'scorm2004' | 'cmi5' | 'h5p' | 'web' | 'epub' | 'pdf';
  readonly entry: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly params?: Readonly<Record<string, string>>;
};

/** A pack of such items, as an importer leaves its source folder. */
export type ForeignPack = {
  readonly packId: string;
  readonly title: string;
  readonly items: readonly ForeignItem[];
  readonly runtimes?: readonly { readonly packId: string; readonly minVersion: number }[];
};

const COMPLETION = {
  scorm12: { rule: 'scorm' },
  scorm2004: { rule: 'scorm' },
  cmi5: { rule: 'xapi', verb: 'completed' },
  h5p: { rule: 'xapi', verb: 'answered' },
  web: { rule: 'viewed' },
  epub: { rule: 'viewed' },
  pdf: { rule: 'viewed' },
} as const;

/** Writes the source folder at a teacher's desk and builds and signs it with the real command line. Returns the `.pack`. */
export async function makeForeignPack(pack: ForeignPack, workshop: PackWorkshop): Promise<Buffer> {
  const source = join(mkdtempSync(join(workshop.desk, 'foreign-')), pack.packId);
  for (const { slug, files } of pack.items) {
    for (const [path, content] of files) {
      const file = join(source, 'content', slug, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  writeFileSync(join(source, 'pack.yaml'), stringify(describe(pack), { aliasDuplicateObjects: false }));
  const out = `${source}.pack`;
  await workshop.throughline('pack', 'build', source, '--no-narrate', '--out', out, ...workshop.signing);
  return readFileSync(out);
}

function describe({ packId, title, items, runtimes }: ForeignPack): object {
  return {
    id: packId,
    languages: ['en'],
    title: { en: title },
    summary: { en: title },
    subject: 'maths',
    level: ['any'],
    licence: 'CC-BY-4.0',
    attribution: ['The tests'],
    ...(runtimes === undefined ? {} : { runtimes }),
    items: items.map(({ slug, kind, entry, params }) => ({
      id: slug,
      kind,
      title: { en: titleOf(slug) },
      folder: `content/${slug}`,
      entry: `content/${slug}/${entry}`,
      ...(params === undefined ? {} : { params }),
      completion: COMPLETION[kind],
      minutes: 5,
    })),
  };
}

/** `true-false` is called "True false" on the screen. */
export function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
