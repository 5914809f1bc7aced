import type { ActivityId, Language } from '#protocol/packs/inline-text.ts';
import { lookThrough } from '../checker/look-through.ts';
import { createCarriedShelf, type CarriedShelf, type CarriedYaml } from './carried-shelf.ts';
import { checkCompletion } from './check-completion.ts';
import { checkPackYaml } from './check-pack-yaml.ts';
import { compareLanguages } from './compare-languages.ts';
import type { TextPlace } from './compile-inline.ts';
import { compileAssignment } from './compile-assignment.ts';
import { compileLesson } from './compile-lessons.ts';
import { compileQuiz } from './compile-quiz.ts';
import type { CompiledContent, CompiledItem, CompiledPack } from './compiled-pack.ts';
import { createMediaShelf, type MediaShelf } from './media-shelf.ts';
import { createProblemList, type Problem, type ProblemList } from './problem.ts';
import { readSource, readText, type SourceFolder } from './read-source.ts';
import { readYaml, type ReadYaml } from './read-yaml.ts';
import { packYamlSchema, type PackYaml } from './source-schema.ts';

/** Everything found; `compiled` is there exactly when nothing blocks. */
export type CheckedSource = { readonly problems: readonly Problem[]; readonly compiled?: CompiledPack };

/**
 * Reads, compiles and checks a source folder (stations 2 to 4 of walk B), finding everything wrong at once.
 * Takes the folder's path; returns all problems and, when none of them blocks, the compiled pack.
 */
export async function checkSource(root: string): Promise<CheckedSource> {
  const problems = createProblemList();
  const source = await readSource(root, problems);
  const text = source && readText(source, 'pack.yaml', problems);
  const yaml =
    text === undefined
      ? undefined
      : readYaml(text, packYamlSchema, { file: 'pack.yaml', line: 1, code: 'yaml-shape' }, problems);
  if (!source || !yaml) return { problems: problems.all };
  checkPackYaml(yaml, problems);
  const shelf = createMediaShelf(source, yaml.value.languages);
  const carried = createCarriedShelf(source, problems);
  const cover = useCover(yaml, shelf, problems);
  const items = compileItems(source, yaml, { shelf, carried }, problems);
  if (yaml.value.folder !== undefined) carried.useRuntime(yaml.value.folder, yaml.lineOf(['folder']));
  for (const item of items) compareLanguages(item, problems);
  checkCompletion(items, yaml.lineOf, problems);
  warnOfUnused(source, yaml.value, { shelf, carried }, problems);
  const { readingAge } = yaml.value;
  for (const { code, file, line, message } of await lookThrough({ items, content: carried.used, readingAge }))
    problems.warn(code, file, line, message);
  const blocked = problems.all.some(({ severity }) => severity === 'blocker');
  return blocked
    ? { problems: problems.all }
    : {
        problems: problems.all,
        compiled: { pack: yaml.value, items, media: shelf.used, content: carried.used, cover },
      };
}

type Shelves = { readonly shelf: MediaShelf; readonly carried: CarriedShelf };

function useCover({ value, lineOf }: ReadYaml<PackYaml>, shelf: MediaShelf, problems: ProblemList): string | undefined {
  if (value.cover === undefined) return undefined;
  const place = placeOf(value, 'pack.yaml', value.languages[0] ?? 'en', `${value.id}.cover` as ActivityId, problems);
  return shelf.useCover(value.cover, { ...place, line: lineOf(['cover']) });
}

function compileItems(
  source: SourceFolder,
  { value, lineOf }: ReadYaml<PackYaml>,
  { shelf, carried }: Shelves,
  problems: ProblemList,
): readonly CompiledItem[] {
  return value.items.map((item, at) => {
    const activityId = `${value.id}.${item.id}` as ActivityId;
    const common = {
      activityId,
      minutes: item.minutes,
      completion: item.completion,
      after: (item.after ?? []).map((id) => `${value.id}.${id}` as ActivityId),
    };
    if (isCarried(item)) {
      carried.useItem(item, activityId, lineOf(['items', at]));
      const { kind, title, entry, params } = item;
      return { ...common, kind, files: new Map(), carried: { title, entry, params } };
    }
    const kind = writtenKindOf(item);
    const name = fileOf(item);
    const files = new Map<Language, { path: string; source: string; content: CompiledContent }>();
    for (const language of value.languages) {
      const file = `${language}/${name}`;
      const text = readText(source, file, problems);
      if (text === undefined) continue;
      const place = placeOf(value, file, language, activityId, problems);
      const content = compileWritten(kind, text, place, shelf);
      if (content) files.set(language, { path: file.replace(/\.(md|ya?ml)$/, '.json'), source: file, content });
    }
    return { ...common, kind, files };
  });
}

function writtenKindOf(item: PackYaml['items'][number]): 'lesson' | 'quiz' | 'assignment' {
  if (item.assignment !== undefined) return 'assignment';
  return item.lesson === undefined ? 'quiz' : 'lesson';
}

/** The file of an item that was written for this pack, as its author names it; empty for what another program made. */
function fileOf(item: PackYaml['items'][number]): string {
  return item.lesson ?? item.quiz ?? item.assignment ?? '';
}

function compileWritten(kind: 'lesson' | 'quiz' | 'assignment', text: string, place: TextPlace, shelf: MediaShelf): CompiledContent | undefined {
  switch (kind) {
    case 'lesson':
      return compileLesson(text, place, shelf);
    case 'quiz':
      return compileQuiz(text, place, shelf);
    case 'assignment':
      return compileAssignment(text, place);
  }
}

/** The schema lets these stand together or not at all. */
function isCarried(item: PackYaml['items'][number]): item is CarriedYaml {
  return item.kind !== undefined;
}

function placeOf(
  pack: PackYaml,
  file: string,
  language: Language,
  activityId: ActivityId,
  problems: ProblemList,
): TextPlace {
  return {
    file,
    line: 1,
    language,
    activityId,
    problems,
    activityOf: (name) => {
      const item = pack.items.find((one) => fileOf(one) === name && name !== '');
      return item && (`${pack.id}.${item.id}` as ActivityId);
    },
  };
}

/** Files nobody names are probably forgotten; notes for the author (README.md) are not. */
function warnOfUnused(source: SourceFolder, pack: PackYaml, { shelf, carried }: Shelves, problems: ProblemList): void {
  const named = new Set(
    pack.items.flatMap((item) => pack.languages.map((language) => `${language}/${fileOf(item)}`)),
  );
  for (const file of source.files.keys()) {
    const known =
      /^(pack\.yaml|readme\.md)$/i.test(file) ||
      named.has(file) ||
      shelf.used.has(file) ||
      shelf.named.has(file) ||
      carried.used.has(file);
    if (!known) problems.warn('file-unused', file, undefined, 'Nothing in the pack uses this file, so it is left out.');
  }
}
