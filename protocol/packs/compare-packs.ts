import { z } from 'zod/mini';
import type { FileEntry } from './file-list.ts';
import type { Manifest, PackItem } from './manifest.ts';

/** One edition as far as a comparison looks at it: its manifest and, for each file list in order, its files. */
export type PackContents = {
  readonly manifest: Manifest;
  readonly lists: readonly { readonly activityId?: string | undefined; readonly files: readonly FileEntry[] }[];
};

const words = z.record(z.string(), z.string());
const itemSchema = z.object({ activityId: z.string(), title: words, bytes: z.int() });
const fileSchema = z.object({ path: z.string(), bytes: z.int() });

/** Powers a course asks of a tablet, which security staff look at first. */
export const packPowerSchema = z.enum(['own-program', 'runtime', 'sound', 'film', 'flashing', 'sudden-sound']);
export type PackPower = z.infer<typeof packPowerSchema>;

/** What one edition has that another has not. Bytes are of the new edition, of the old one for what was removed. */
export const packDifferenceSchema = z.object({
  items: z.object({
    added: z.array(itemSchema),
    changed: z.array(itemSchema),
    removed: z.array(itemSchema),
    same: z.int(),
  }),
  files: z.object({
    added: z.array(fileSchema),
    changed: z.array(z.object({ ...fileSchema.shape, before: z.int() })),
    removed: z.array(fileSchema),
    same: z.int(),
  }),
  /** Words of the manifest that changed, each before and after as text. */
  facts: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
  powers: z.object({ all: z.array(packPowerSchema), added: z.array(packPowerSchema) }),
  /** What a tablet with the old edition has to fetch at the most: files whose bytes it has not got. */
  fetchBytes: z.int(),
});
export type PackDifference = z.infer<typeof packDifferenceSchema>;

/**
 * Compares two editions of one course, or says what a first edition brings (`before` undefined). One judgement for the
 * approver's screen and for `throughline pack diff`, so that both tell the same numbers (kolibri#6280).
 */
export function comparePacks(before: PackContents | undefined, after: PackContents): PackDifference {
  const [old, now] = [filesOf(before), filesOf(after)];
  const known = new Set([...old.values()].map((file) => file.sha256));
  const fresh = new Map(
    [...now.values()].filter((file) => !known.has(file.sha256)).map((file) => [file.sha256, file.bytes]),
  );
  const powersBefore = before === undefined ? [] : powersOf(before);
  const powers = powersOf(after);
  return {
    items: compareItems(before, after),
    files: compareFiles(old, now),
    facts: before === undefined ? [] : compareFacts(before.manifest, after.manifest),
    powers: { all: powers, added: powers.filter((power) => !powersBefore.includes(power)) },
    fetchBytes: [...fresh.values()].reduce((sum, bytes) => sum + bytes, 0),
  };
}

/** What a course can do on a tablet beyond showing words and pictures. */
export function powersOf({ manifest, lists }: PackContents): PackPower[] {
  const types = new Set(lists.flatMap(({ files }) => files.map((file) => file.type as string)));
  const runs = [...types].some((type) => /html|javascript|wasm/.test(type));
  return [
    ...(runs ? (['own-program'] as const) : []),
    ...((manifest.runtimes ?? []).length > 0 ? (['runtime'] as const) : []),
    ...([...types].some((type) => type.startsWith('audio/')) ? (['sound'] as const) : []),
    ...([...types].some((type) => type.startsWith('video/')) ? (['film'] as const) : []),
    ...manifest.a11y.hazards,
  ];
}

type Files = ReadonlyMap<string, FileEntry>;

function filesOf(contents: PackContents | undefined): Files {
  return new Map((contents?.lists ?? []).flatMap(({ files }) => files.map((file) => [file.path, file] as const)));
}

function compareFiles(old: Files, now: Files): PackDifference['files'] {
  const changed = [...now.values()].flatMap(({ path, bytes, sha256 }) => {
    const before = old.get(path);
    return before === undefined || before.sha256 === sha256 ? [] : [{ path, bytes, before: before.bytes }];
  });
  const added = [...now.values()].filter(({ path }) => !old.has(path));
  const removed = [...old.values()].filter(({ path }) => !now.has(path));
  const brief = ({ path, bytes }: FileEntry) => ({ path, bytes });
  const same = now.size - added.length - changed.length;
  return { added: added.map(brief), changed, removed: removed.map(brief), same };
}

function compareItems(before: PackContents | undefined, after: PackContents): PackDifference['items'] {
  const old = new Map((before?.manifest.items ?? []).map((item) => [item.activityId as string, item]));
  const now = new Set<string>(after.manifest.items.map((item) => item.activityId));
  const brief = (contents: PackContents) => (item: PackItem) => ({
    activityId: item.activityId,
    title: item.title,
    bytes: listOf(contents, item.activityId).reduce((sum, file) => sum + file.bytes, 0),
  });
  const isChanged = (item: PackItem): boolean =>
    before !== undefined &&
    (textOf(old.get(item.activityId)) !== textOf(item) ||
      hashesOf(before, item.activityId) !== hashesOf(after, item.activityId));
  const kept = after.manifest.items.filter((item) => old.has(item.activityId));
  const changed = kept.filter(isChanged);
  return {
    added: after.manifest.items.filter((item) => !old.has(item.activityId)).map(brief(after)),
    changed: changed.map(brief(after)),
    removed:
      before === undefined ? [] : before.manifest.items.filter((item) => !now.has(item.activityId)).map(brief(before)),
    same: kept.length - changed.length,
  };
}

function listOf(contents: PackContents, activityId: string): readonly FileEntry[] {
  return contents.lists.filter((list) => list.activityId === activityId).flatMap(({ files }) => files);
}

function hashesOf(contents: PackContents, activityId: string): string {
  return listOf(contents, activityId)
    .map((file) => `${file.path} ${file.sha256}`)
    .sort()
    .join('\n');
}

const FACTS = [
  'title',
  'summary',
  'languages',
  'subject',
  'level',
  'minutes',
  'licence',
  'attribution',
  'source',
  'audience',
  'from',
  'until',
  'certificate',
  'series',
  'topics',
  'runtimes',
  'a11y',
] as const;

function compareFacts(before: Manifest, after: Manifest): PackDifference['facts'] {
  return FACTS.map((name) => ({ name, before: textOf(before[name]), after: textOf(after[name]) })).filter(
    (fact) => fact.before !== fact.after,
  );
}

/** As one line for a reader; manifests are canonical, so equal values give equal text. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return Object.entries(value as object)
    .map(([key, part]) => `${key}: ${textOf(part)}`)
    .join('; ');
}
