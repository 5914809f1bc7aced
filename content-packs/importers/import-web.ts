import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { ok } from '#protocol/result.ts';
import { carryContent, CONTENT_FOLDER } from './carry-content.ts';
import { refuse } from './import-report.ts';
import type { Importer, Supplied } from './importer.ts';
import { findInPages } from './find-in-pages.ts';
import { readLanguage } from './read-language.ts';

const FIRST_PAGES = [
  'index.html',
  'index.htm',
  'index.xhtml',
  'default.html',
  'default.htm',
  'start.html',
  'home.html',
];

/** Minutes a course has whose file says none; somebody should look at them. */
const GUESSED_MINUTES = 15;

/** A folder or archive of plain pages: one item that opens its first page. One page alone is a folder of one. */
export const importWeb: Importer = {
  kind: 'web',
  recognises: async (supplied) => pagesOf(supplied).length > 0,
  importCourse: async (supplied, out) => {
    const entry = firstPageOf(supplied);
    if (entry === undefined)
      return refuse(
        'nothing-to-learn',
        'There are several pages and none is called index.html; name the first page so.',
      );
    const page = readHeadOfPage(await supplied.readText(entry));
    const notCarried = await carryContent(supplied, out, { pages: 'with-shim' });
    const title = page.title ?? supplied.name.replace(/\.[^.]*$/, '');
    return ok({
      title,
      languages: [page.language ?? 'en'],
      languageSaid: page.language !== undefined,
      items: [
        {
          id: title,
          kind: 'web',
          title,
          minutes: GUESSED_MINUTES,
          entry: `${CONTENT_FOLDER}/${entry}`,
          folder: CONTENT_FOLDER,
        },
      ],
      carried: [],
      notCarried: [...(await findInPages(supplied)), ...notCarried],
    });
  },
};

/** Title and language of a page, where it says them. */
export function readHeadOfPage(text: string): {
  readonly title: string | undefined;
  readonly language: string | undefined;
} {
  const html = elementsOf(parse(text)).find(({ tagName }) => tagName === 'html');
  const head = html && elementsOf(html).find(({ tagName }) => tagName === 'head');
  const title = head && elementsOf(head).find(({ tagName }) => tagName === 'title');
  const words = title?.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return {
    title: words?.trim().replace(/\s+/g, ' ').slice(0, 300) || undefined,
    language: readLanguage(html?.attrs.find(({ name }) => name === 'lang' || name === 'xml:lang')?.value),
  };
}

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): readonly DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.filter((child) => 'tagName' in child);
}

function pagesOf(supplied: Supplied): readonly string[] {
  return [...supplied.files.keys()].filter((name) => /\.x?html?$/i.test(name));
}

/** The page called like a first page that lies highest; else the only page there is. */
function firstPageOf(supplied: Supplied): string | undefined {
  const pages = pagesOf(supplied);
  const named = pages
    .filter((name) => FIRST_PAGES.includes((name.split('/').at(-1) ?? '').toLowerCase()))
    .sort((a, b) => a.split('/').length - b.split('/').length || rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return named[0] ?? (pages.length === 1 ? pages[0] : undefined);
}

function rankOf(name: string): number {
  return FIRST_PAGES.indexOf((name.split('/').at(-1) ?? '').toLowerCase());
}
