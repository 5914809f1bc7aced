import { ok } from '#protocol/result.ts';
import { carryContent, CONTENT_FOLDER } from './carry-content.ts';
import { refuse, type ImportedItem, type NotCarried } from './import-report.ts';
import { readHeadOfPage } from './import-web.ts';
import type { Importer, Supplied } from './importer.ts';
import {
  IMS_MANIFEST,
  readImsManifest,
  wordsOf,
  type ImsManifest,
  type ManifestItem,
  type ManifestResource,
} from './read-ims-manifest.ts';
import { allBelow, childOf, type XmlElement } from '../builder/read-xml.ts';
import { resolvePath } from './resolve-path.ts';
import { readDurationMinutes } from './read-duration.ts';

/** Files that only SCORM packages have; with them and no manifest, the manifest is what is missing. */
const SIGNS_OF_SCORM = /(^|\/)((adlcp|imscp|adlseq|adlnav)_[^/]*\.xsd|[^/]*scorm[^/]*\.js)$/i;
const GUESSED_MINUTES = 15;

/** SCORM 1.2. */
export const importScorm12 = createScormImporter('scorm12');
/** SCORM 2004, third and fourth edition. */
export const importScorm2004 = createScormImporter('scorm2004');

type Version = 'scorm12' | 'scorm2004';

function createScormImporter(version: Version): Importer {
  return {
    kind: version,
    recognises: async (supplied) => {
      if (supplied.files.has(IMS_MANIFEST)) return versionOf(await supplied.readText(IMS_MANIFEST)) === version;
      return version === 'scorm12' && [...supplied.files.keys()].some((name) => SIGNS_OF_SCORM.test(name));
    },
    importCourse: async (supplied, out) => {
      if (!supplied.files.has(IMS_MANIFEST))
        return refuse(
          'file-missing',
          `This is part of a SCORM package, but its “${IMS_MANIFEST}” is missing; export it again.`,
        );
      const manifest = await readImsManifest(supplied);
      if (!manifest.ok) return manifest;
      const read = readItems(manifest.value, supplied, version);
      if (read.missing !== undefined)
        return refuse('file-missing', `The page “${read.missing}” that the course opens is missing; export it again.`);
      if (read.items.length === 0)
        return refuse('nothing-to-learn', `The contents list in “${IMS_MANIFEST}” opens nothing.`);
      const notCarried = await carryContent(supplied, out, { pages: 'with-shim' });
      const language = manifest.value.language ?? (await languageOfPage(supplied, read.items[0]?.entry));
      return ok({
        title: manifest.value.title ?? read.items[0]?.title ?? supplied.name,
        languages: [language ?? 'en'],
        languageSaid: language !== undefined,
        summary: manifest.value.summary,
        licence: manifest.value.licence,
        items: read.items,
        carried: headings(manifest.value),
        notCarried: [...read.notCarried, ...notCarriedOf(manifest.value), ...notCarried],
      });
    },
  };
}

/** By the namespaces, because exporters write any schema version; Common Cartridge has neither. */
function versionOf(manifest: string): Version | undefined {
  if (/imscc|IMS Common Cartridge/i.test(manifest)) return undefined;
  if (/adlcp_v1p3|adlseq_v1p3|imsss/i.test(manifest)) return 'scorm2004';
  return 'scorm12';
}

type CarriedItem = Extract<ImportedItem, { readonly entry: string }>;
type ReadItems = {
  readonly items: readonly CarriedItem[];
  readonly notCarried: readonly NotCarried[];
  readonly missing?: string;
};

function readItems({ items, resources }: ImsManifest, supplied: Supplied, version: Version): ReadItems {
  const found: CarriedItem[] = [];
  const notCarried: NotCarried[] = [];
  for (const item of items) {
    const resource = item.resource === undefined ? undefined : resources.get(item.resource);
    if (item.resource === undefined) continue;
    if (resource?.href !== undefined && resource.path === undefined) {
      notCarried.push({
        what: `“${item.title}”`,
        why: `It lies on the internet (${resource.href}), which a tablet has not.`,
      });
      continue;
    }
    const path = resolvePath(supplied, resource?.path ?? '');
    if (path === undefined || !resource) return { items: [], notCarried: [], missing: resource?.path ?? item.resource };
    found.push(describeItem(item, resource, path, version));
  }
  return { items: found, notCarried };
}

function describeItem(item: ManifestItem, resource: ManifestResource, path: string, version: Version): CarriedItem {
  const { scormtype, scormType } = resource.element.attributes;
  // An asset never speaks to the player, so a course of assets would never be done by SCORM's rule.
  const isAsset = (scormType ?? scormtype)?.toLowerCase() === 'asset';
  const after = prerequisitesOf(item.element);
  return {
    id: item.id,
    kind: isAsset ? 'web' : version,
    title: item.title === '' ? item.id : item.title,
    minutes:
      readDurationMinutes(wordsOf(allBelow(item.element, 'typicallearningtime', 'typicalLearningTime')[0])) ??
      GUESSED_MINUTES,
    completion: isAsset ? { rule: 'viewed' } : { rule: 'scorm' },
    entry: `${CONTENT_FOLDER}/${path}`,
    folder: CONTENT_FOLDER,
    params: paramsOf(item.element, resource),
    ...(after.length > 0 ? { after } : {}),
  };
}

/** By the standard's own names (`params` in the manifest of a pack). A query of the page and parameters of the item go together. */
function paramsOf(item: XmlElement, resource: ManifestResource): Readonly<Record<string, string>> {
  const parameters = [resource.query, item.attributes['parameters'] ?? '']
    .map((one) => one.replace(/^[?&]/, ''))
    .filter(Boolean);
  const said: Readonly<Record<string, string | undefined>> = {
    parameters: parameters.length === 0 ? undefined : `?${parameters.join('&')}`,
    masteryScore: wordsOf(childOf(item, 'masteryscore')),
    launchData: wordsOf(childOf(item, 'datafromlms') ?? childOf(item, 'dataFromLMS')),
    maxTimeAllowed: wordsOf(childOf(item, 'maxtimeallowed')),
    timeLimitAction: wordsOf(childOf(item, 'timelimitaction') ?? childOf(item, 'timeLimitAction')),
    completionThreshold: completionThreshold(childOf(item, 'completionThreshold')),
    scaledPassingScore: wordsOf(allBelow(childOf(item, 'sequencing'), 'minNormalizedMeasure')[0]),
    prerequisites: wordsOf(childOf(item, 'prerequisites')),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, words]) => (words === undefined ? [] : [[name, words.slice(0, 4096)]])),
  );
}

/** The fourth edition writes it as an attribute, the third as text. */
function completionThreshold(element: XmlElement | undefined): string | undefined {
  return element?.attributes['minProgressMeasure'] ?? wordsOf(element);
}

/** SCORM 1.2 prerequisites that are a plain list of items; anything with `|`, `~` or counts stays a parameter. */
function prerequisitesOf(item: XmlElement): readonly string[] {
  const script = wordsOf(childOf(item, 'prerequisites'));
  if (script === undefined || !/^[\w.-]+(\s*&\s*[\w.-]+)*$/.test(script)) return [];
  return script.split('&').map((one) => one.trim());
}

function headings({ items }: ImsManifest): readonly string[] {
  const count = items.filter(({ resource }) => resource === undefined).length;
  return count === 0 ? [] : [`the items under ${count} ${count === 1 ? 'heading' : 'headings'}, in one list`];
}

function notCarriedOf({ root, otherOrganisations }: ImsManifest): readonly NotCarried[] {
  const rules = allBelow(childOf(root, 'organizations'), 'sequencingRules', 'rollupRules', 'presentation');
  return [
    ...otherOrganisations.map((title) => ({
      what: `The other contents list “${title}”`,
      why: 'A pack has one list; this was the one the package names first.',
    })),
    ...(rules.length === 0
      ? []
      : [
          {
            what: 'Rules of order and navigation',
            file: IMS_MANIFEST,
            line: rules[0]?.line,
            why: 'Items can be opened in any order here; scores and completion are kept for each item.',
          },
        ]),
  ];
}

async function languageOfPage(supplied: Supplied, entry: string | undefined): Promise<string | undefined> {
  const name = entry?.slice(CONTENT_FOLDER.length + 1);
  if (name === undefined || !/\.x?html?$/i.test(name)) return undefined;
  return readHeadOfPage(await supplied.readText(name)).language;
}
