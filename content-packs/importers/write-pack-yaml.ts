import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { strictPackIdSchema } from '#protocol/packs/manifest.ts';
import { UNKNOWN } from '../builder/source-schema.ts';
import type { ImportedCourse, ImportedItem } from './import-report.ts';
import { slugOf, uniqueSlug } from './slug-of.ts';

/** `pack.yaml` of an imported course, the items' final ids, and what somebody must still say. */
export type PackYamlDraft = {
  readonly packId: string;
  readonly items: readonly { readonly id: string; readonly kind: ImportedItem['kind']; readonly title: string }[];
  readonly text: string;
  readonly toSay: readonly string[];
};

/** Writes the `pack.yaml` of an imported course with sensible words where its file said nothing. `name` is the supplied file's. */
export function writePackYaml(course: ImportedCourse, name: string): PackYamlDraft {
  const packId = packIdOf(course.title, name);
  const taken = new Set<string>();
  const ids = course.items.map((item) => uniqueSlug(slugOf(item.id) || 'item', taken));
  const finalIds = new Map(course.items.map((item, at) => [item.id, ids[at] ?? item.id]));
  const inEach = (words: string) => Object.fromEntries(course.languages.map((language) => [language, words]));
  const yaml = {
    id: packId,
    version: 1,
    languages: course.languages,
    title: inEach(course.title),
    summary: inEach(course.summary ?? course.title),
    subject: 'general',
    level: ['any'],
    licence: course.licence ?? UNKNOWN,
    attribution: course.attribution?.length ? course.attribution : [UNKNOWN],
    ...(course.runtimes ? { runtimes: course.runtimes } : {}),
    items: course.items.map((item, at) => describe(item, ids[at] ?? item.id, finalIds, inEach)),
  };
  return {
    packId,
    items: course.items.map(({ kind, title }, at) => ({ id: ids[at] ?? '', kind, title })),
    text: stringify(yaml, { lineWidth: 0, aliasDuplicateObjects: false }),
    toSay: whatToSay(course),
  };
}

function describe(
  item: ImportedItem,
  id: string,
  finalIds: ReadonlyMap<string, string>,
  inEach: (words: string) => object,
): object {
  const shared = { minutes: item.minutes, ...(item.completion ? { completion: item.completion } : {}) };
  if ('file' in item) return { id, [item.kind]: item.file, ...shared };
  const after = (item.after ?? []).flatMap((one) => finalIds.get(one) ?? []);
  return {
    id,
    kind: item.kind,
    title: inEach(item.title),
    entry: item.entry,
    folder: item.folder,
    ...(item.params && Object.keys(item.params).length > 0 ? { params: item.params } : {}),
    ...(after.length > 0 ? { after } : {}),
    ...shared,
  };
}

/** From the title, else the file's name, else (both in another script) from their hash, so that the same file gives the same id. */
function packIdOf(title: string, name: string): string {
  const hash = createHash('sha256').update(`${title}\n${name}`).digest('hex').slice(0, 8);
  const wanted = [slugOf(title), slugOf(name.replace(/\.[^.]*$/, '')), `course-${slugOf(title)}`];
  return wanted.find((one) => strictPackIdSchema.safeParse(one).success) ?? `course-${hash}`;
}

function whatToSay(course: ImportedCourse): readonly string[] {
  return [
    ...(course.licence === undefined ? ['licence: under which terms may it be used?'] : []),
    ...(course.attribution?.length ? [] : ['attribution: who made it?']),
    ...(course.summary === undefined ? ['summary: what is it about, in a sentence?'] : []),
    ...(course.languageSaid ? [] : [`languages: is it in “${course.languages.join(', ')}”?`]),
    'subject and level: whom is it for?',
  ];
}
