import { ok, type Result } from '#protocol/result.ts';
import type { ImportRefusal } from './import-report.ts';
import type { Supplied } from './importer.ts';
import { pathInPackage } from '../builder/path-in-package.ts';
import { readDescription } from './read-description.ts';
import { readLanguage } from './read-language.ts';
import { allBelow, childOf, childrenOf, textOf, type XmlElement } from '../builder/read-xml.ts';

/** The file that describes a SCORM package or a Common Cartridge. */
export const IMS_MANIFEST = 'imsmanifest.xml';

/** One entry of the contents list, in the order it is met; a heading has no resource. */
export type ManifestItem = {
  readonly id: string;
  readonly title: string;
  readonly resource: string | undefined;
  readonly element: XmlElement;
  /** How deep it stands, from 0. */
  readonly depth: number;
};

/** One resource: its type, the page it opens as a path in the package with its query, and its element for the rest. */
export type ManifestResource = {
  readonly type: string;
  readonly href: string | undefined;
  readonly path: string | undefined;
  readonly query: string;
  readonly files: readonly string[];
  readonly element: XmlElement;
};

/** An `imsmanifest.xml`, read as far as SCORM and Common Cartridge share it. */
export type ImsManifest = {
  readonly schema: string;
  readonly schemaVersion: string;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly summary: string | undefined;
  readonly licence: string | undefined;
  readonly items: readonly ManifestItem[];
  /** Titles of organisations beside the one that is used. */
  readonly otherOrganisations: readonly string[];
  readonly resources: ReadonlyMap<string, ManifestResource>;
  readonly root: XmlElement;
};

/** Reads the manifest of a package. The organisation is the default one, its tree flattened in order. */
export async function readImsManifest(supplied: Supplied): Promise<Result<ImsManifest, ImportRefusal>> {
  const read = await readDescription(supplied, IMS_MANIFEST, 'manifest');
  if (!read.ok) return read;
  const root = read.value;
  const organisations = childrenOf(childOf(root, 'organizations'), 'organization');
  const wanted = childOf(root, 'organizations')?.attributes['default'];
  const organisation = organisations.find(({ attributes }) => attributes['identifier'] === wanted) ?? organisations[0];
  const metadata = childOf(root, 'metadata');
  const general = allBelow(metadata, 'general')[0];
  return ok({
    schema: wordsOf(childOf(metadata, 'schema')) ?? '',
    schemaVersion: wordsOf(childOf(metadata, 'schemaversion')) ?? '',
    title: titleOf(organisation) ?? langString(childOf(general, 'title')),
    language: readLanguage(wordsOf(childOf(general, 'language')) ?? root.attributes['lang']),
    summary: langString(childOf(general, 'description'))?.slice(0, 2000),
    licence: licenceOf(allBelow(metadata, 'rights')[0]),
    items: flatten(organisation, 0),
    otherOrganisations: organisations.filter((one) => one !== organisation).map((one) => titleOf(one) ?? ''),
    resources: new Map(resourcesOf(root)),
    root,
  });
}

function flatten(parent: XmlElement | undefined, depth: number): readonly ManifestItem[] {
  return childrenOf(parent, 'item').flatMap((element) => [
    {
      id: element.attributes['identifier'] ?? '',
      title: titleOf(element) ?? '',
      resource: element.attributes['identifierref'],
      element,
      depth,
    },
    ...flatten(element, depth + 1),
  ]);
}

function resourcesOf(root: XmlElement): readonly (readonly [string, ManifestResource])[] {
  const resources = childOf(root, 'resources');
  const outer = (root.attributes['base'] ?? '') + (resources?.attributes['base'] ?? '');
  return childrenOf(resources, 'resource').map((element) => {
    const base = outer + (element.attributes['base'] ?? '');
    const href = element.attributes['href'];
    const isHere = href !== undefined && !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
    const files = childrenOf(element, 'file').map((file) => pathInPackage(base, file.attributes['href'] ?? ''));
    return [
      element.attributes['identifier'] ?? '',
      {
        type: element.attributes['type'] ?? '',
        href,
        path: isHere ? pathInPackage(base, href) : undefined,
        query: /\?[^#]*/.exec(href ?? '')?.[0] ?? '',
        files,
        element,
      },
    ];
  });
}

/** The words of an element, trimmed, with runs of spaces made one; undefined where there are none. */
export function wordsOf(element: XmlElement | undefined): string | undefined {
  const words = textOf(element).trim().replace(/\s+/g, ' ');
  return words === '' ? undefined : words;
}

function titleOf(element: XmlElement | undefined): string | undefined {
  return wordsOf(childOf(element, 'title'))?.slice(0, 300);
}

/** LOM writes words as `langstring` (SCORM 1.2) or `string`; the first one is taken. */
function langString(element: XmlElement | undefined): string | undefined {
  return wordsOf(allBelow(element, 'langstring', 'string')[0]);
}

/** What LOM says of rights, where it is short enough to be the name of a licence. */
function licenceOf(rights: XmlElement | undefined): string | undefined {
  const said = langString(childOf(rights, 'description'));
  return said !== undefined && said.length <= 100 ? said : undefined;
}
