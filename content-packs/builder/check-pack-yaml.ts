import { UNKNOWN, type PackYaml } from './source-schema.ts';
import type { ProblemList } from './problem.ts';
import type { ReadYaml } from './read-yaml.ts';

/** Checks what `pack.yaml` says as a whole and no schema can say: every language there, ids once, days in order, terms known. */
export function checkPackYaml(yaml: ReadYaml<PackYaml>, problems: ProblemList): void {
  checkLanguages(yaml, problems);
  checkItems(yaml, problems);
  checkDays(yaml, problems);
  checkTerms(yaml, problems);
}

function checkLanguages({ value, lineOf }: ReadYaml<PackYaml>, problems: ProblemList): void {
  const spoken: readonly (readonly [readonly PropertyKey[], Readonly<Record<string, string>> | undefined])[] = [
    [['title'], value.title],
    [['summary'], value.summary],
    [['coverAlt'], value.coverAlt],
    [['series', 'title'], value.series?.title],
    [['certificate', 'title'], value.certificate?.title],
    ...value.items.map(({ title }, at) => [['items', at, 'title'], title] as const),
  ];
  for (const [at, words] of spoken) {
    if (words === undefined) continue;
    for (const language of value.languages.filter((one) => !Object.hasOwn(words, one))) {
      const name = String(at.at(-1));
      const where = at[0] === 'items' ? ` of item ${Number(at[1]) + 1}` : '';
      problems.block('language-differs', 'pack.yaml', lineOf(at), `“${name}”${where} is missing in “${language}”.`);
    }
  }
  if (value.cover === undefined || value.coverAlt !== undefined) return;
  const message = 'The cover picture needs a description in “coverAlt”.';
  problems.block('alt-missing', 'pack.yaml', lineOf(['cover']), message);
}

function checkItems({ value, lineOf }: ReadYaml<PackYaml>, problems: ProblemList): void {
  const block = (at: readonly PropertyKey[], message: string) =>
    problems.block('yaml-shape', 'pack.yaml', lineOf(at), message);
  const isRuntime = value.kind === 'runtime';
  if (isRuntime !== (value.items.length === 0))
    block(['items'], isRuntime ? 'A runtime has no items.' : 'A pack needs at least one lesson.');
  if (isRuntime !== (value.folder !== undefined))
    block(['kind'], 'A runtime names the folder of its files in “folder”; a course does not.');
  const known = new Map<string, number>();
  for (const [at, { id, after = [] }] of value.items.entries()) {
    if (known.has(id)) block(['items', at], `Two items are called “${id}”.`);
    for (const one of after)
      if (!known.has(one)) block(['items', at, 'after'], `“after” names “${one}”, which is no item before this one.`);
    known.set(id, at);
  }
}

function checkDays({ value, lineOf }: ReadYaml<PackYaml>, problems: ProblemList): void {
  const block = (name: 'from' | 'until', message: string) =>
    problems.block('yaml-shape', 'pack.yaml', lineOf([name]), message);
  for (const name of ['from', 'until'] as const) {
    const day = value[name];
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) block(name, `Write “${name}” as a day like 2027-01-31.`);
  }
  if (value.from !== undefined && value.until !== undefined && value.from > value.until)
    block('until', '“until” comes before “from”.');
}

/** An imported file may not say its terms; importing works, publishing waits for somebody who knows them. */
function checkTerms({ value, lineOf }: ReadYaml<PackYaml>, problems: ProblemList): void {
  const block = (name: string, message: string) =>
    problems.block('licence-missing', 'pack.yaml', lineOf([name]), message);
  if (value.licence.toLowerCase() === UNKNOWN)
    block('licence', 'Say the licence: under which terms may this be used here? Ask its maker if you do not know.');
  if (value.attribution.some((one) => one.toLowerCase() === UNKNOWN)) block('attribution', 'Say who made this.');
}
