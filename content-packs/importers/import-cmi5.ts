import type { Completion } from '#protocol/packs/manifest.ts';
import { ok, type Result } from '#protocol/result.ts';
import { carryContent, CONTENT_FOLDER } from './carry-content.ts';
import { refuse, type ImportedItem, type ImportRefusal, type NotCarried } from './import-report.ts';
import type { Importer, Supplied } from './importer.ts';
import { pathInPackage } from '../builder/path-in-package.ts';
import { readDescription } from './read-description.ts';
import { wordsOf } from './read-ims-manifest.ts';
import { readLanguage } from './read-language.ts';
import { allBelow, childOf, type XmlElement } from '../builder/read-xml.ts';
import { resolvePath } from './resolve-path.ts';

const DESCRIPTION = 'cmi5.xml';
const GUESSED_MINUTES = 15;

/** When an AU counts as done, by what it says (cmi5 13.1.4). The player judges both where both are asked for. */
const MOVE_ON: Readonly<Record<string, Completion>> = {
  Passed: { rule: 'xapi', verb: 'passed' },
  Completed: { rule: 'xapi', verb: 'completed' },
  CompletedAndPassed: { rule: 'xapi', verb: 'passed' },
  CompletedOrPassed: { rule: 'xapi', verb: 'completed' },
  NotApplicable: { rule: 'viewed' },
};

/** A cmi5 course: each assignable unit (AU) is an item, blocks are flattened. Also its description alone, to say what is wrong with it. */
export const importCmi5: Importer = {
  kind: 'cmi5',
  recognises: async (supplied) => {
    const file = descriptionOf(supplied);
    return file !== undefined && /<(\w+:)?courseStructure[\s>]/.test(await supplied.readText(file));
  },
  importCourse: async (supplied, out) => {
    const file = descriptionOf(supplied) ?? DESCRIPTION;
    const structure = await readDescription(supplied, file, 'courseStructure');
    if (!structure.ok) return structure;
    const course = childOf(structure.value, 'course');
    const units = allBelow(structure.value, 'au');
    const wrong = courseProblem(course, file) ?? unitProblem(units, file);
    if (wrong) return wrong;
    const read = readUnits(units, supplied);
    if (!read.ok) return read;
    const notCarried = await carryContent(supplied, out, { pages: 'with-shim', only: (name) => name !== file });
    const language = readLanguage(allBelow(course, 'langstring')[0]?.attributes['lang']);
    return ok({
      title: langString(course, 'title') ?? supplied.name,
      languages: [language ?? 'en'],
      languageSaid: language !== undefined,
      summary: langString(course, 'description')?.slice(0, 2000),
      items: read.value.items,
      carried: [],
      notCarried: [...read.value.notCarried, ...objectives(structure.value, file), ...notCarried],
    });
  },
};

function descriptionOf(supplied: Supplied): string | undefined {
  if (supplied.files.has(DESCRIPTION)) return DESCRIPTION;
  const [only = ''] = supplied.files.keys();
  return supplied.isOneFile && /\.xml$/i.test(only) ? only : undefined;
}

function courseProblem(course: XmlElement | undefined, file: string) {
  const id = course?.attributes['id'] ?? '';
  if (isAddress(id)) return undefined;
  const where = `“${file}”, line ${course?.line ?? 1}`;
  return refuse(
    'description-broken',
    `${where}: the course's id “${id}” is no full address (such as https://…); ask its maker.`,
  );
}

function unitProblem(units: readonly XmlElement[], file: string) {
  const known = new Set<string>();
  for (const unit of units) {
    const id = unit.attributes['id'] ?? '';
    const where = `“${file}”, line ${unit.line}`;
    if (!isAddress(id))
      return refuse('description-broken', `${where}: the unit's id “${id}” is no full address; ask its maker.`);
    if (known.has(id)) return refuse('description-broken', `${where}: two units have the id “${id}”; ask its maker.`);
    known.add(id);
    const url = wordsOf(childOf(unit, 'url')) ?? '';
    if (url === '' || /\s/.test(url) || (isAbsolute(url) && !URL.canParse(url)))
      return refuse('description-broken', `${where}: the unit's address “${url}” is no address; ask its maker.`);
    const mastery = Number(unit.attributes['masteryScore'] ?? '0');
    if (!(mastery >= 0 && mastery <= 1))
      return refuse('description-broken', `${where}: a masteryScore lies between 0 and 1; ask its maker.`);
    const moveOn = unit.attributes['moveOn'] ?? 'NotApplicable';
    if (!Object.hasOwn(MOVE_ON, moveOn))
      return refuse('description-broken', `${where}: nobody knows the moveOn “${moveOn}”; ask its maker.`);
  }
  return units.length > 0 ? undefined : refuse('nothing-to-learn', `“${file}” names no unit to open.`);
}

type ReadUnits = { readonly items: readonly ImportedItem[]; readonly notCarried: readonly NotCarried[] };

function readUnits(units: readonly XmlElement[], supplied: Supplied): Result<ReadUnits, ImportRefusal> {
  const items: ImportedItem[] = [];
  const notCarried: NotCarried[] = [];
  for (const unit of units) {
    const url = wordsOf(childOf(unit, 'url')) ?? '';
    const title = langString(unit, 'title') ?? unit.attributes['id'] ?? '';
    if (isAbsolute(url)) {
      notCarried.push({ what: `“${title}”`, why: `It lies on the internet (${url}), which a tablet has not.` });
      continue;
    }
    const path = resolvePath(supplied, pathInPackage('', url));
    if (path === undefined)
      return refuse('file-missing', `The page “${pathInPackage('', url)}” of “${title}” is missing; export it again.`);
    items.push(describeUnit(unit, title, path, url));
  }
  if (items.length > 0) return ok({ items, notCarried });
  return refuse(
    'not-playable',
    'Every unit of this course lies on the internet; ask its maker for one that works without.',
  );
}

function describeUnit(unit: XmlElement, title: string, path: string, url: string): ImportedItem {
  const { id = '', moveOn = 'NotApplicable', masteryScore, launchMethod, activityType } = unit.attributes;
  const query = /\?([^#]*)/.exec(url)?.[1];
  const said = {
    auId: id,
    moveOn,
    masteryScore,
    launchMethod,
    activityType,
    launchParameters: wordsOf(childOf(unit, 'launchParameters')),
    entitlementKey: wordsOf(childOf(unit, 'entitlementKey')),
    parameters: query === undefined || query === '' ? undefined : `?${query}`,
  };
  return {
    id: id
      .replace(/^https?:\/\/[^/]+\//, '')
      .split('/')
      .slice(-2)
      .join('-'),
    kind: 'cmi5',
    title: title.slice(0, 300),
    minutes: GUESSED_MINUTES,
    completion: MOVE_ON[moveOn],
    entry: `${CONTENT_FOLDER}/${path}`,
    folder: CONTENT_FOLDER,
    params: Object.fromEntries(
      Object.entries(said).flatMap(([name, words]) => (words === undefined ? [] : [[name, words.slice(0, 4096)]])),
    ),
  };
}

function objectives(structure: XmlElement, file: string): readonly NotCarried[] {
  return allBelow(childOf(structure, 'objectives'), 'objective').map((one) => ({
    what: `The objective “${langString(one, 'title') ?? one.attributes['id'] ?? ''}”`,
    file,
    line: one.line,
    why: 'Progress is kept for units, not for objectives.',
  }));
}

function langString(element: XmlElement | undefined, name: string): string | undefined {
  return wordsOf(allBelow(childOf(element, name), 'langstring')[0]);
}

function isAddress(id: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(id);
}

function isAbsolute(url: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}
