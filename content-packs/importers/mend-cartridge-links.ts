import path from 'node:path';
import type { Supplied } from './importer.ts';
import { folderOf, pathInPackage } from '../builder/path-in-package.ts';

/** Marks that a cartridge writes for the folder of its files and for its pages, plain or escaped (Common Cartridge 1.3, 4.4.2). */
const FILES = /(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)\/?([^"'\s<>?#]*)(\?[^"'\s<>#]*)?/g;
const PAGES = /(?:\$|%24)WIKI_REFERENCE(?:\$|%24)\/(?:pages|wiki)\/([^"'\s<>?#]*)/g;
/** Where exporters put the files that the mark stands for. */
const FILE_FOLDERS = ['', 'web_resources/'];

/**
 * Turns the marks in a page's links into addresses that lead there from this page. Takes the page's text, its name and
 * what was supplied; a link to something that is not there is left for the checker to report.
 */
export function mendCartridgeLinks(text: string, page: string, supplied: Supplied): string {
  const leadTo = (candidates: readonly string[], otherwise: string) => {
    const found = candidates.find((name) => supplied.files.has(name));
    if (found === undefined) return otherwise;
    return path.posix.relative(folderOf(page), found).split('/').map(encodeURIComponent).join('/');
  };
  return text
    .replace(FILES, (whole, name: string) =>
      leadTo(
        FILE_FOLDERS.map((folder) => pathInPackage(folder, name)),
        whole,
      ),
    )
    .replace(PAGES, (whole, slug: string) => leadTo([pathInPackage('wiki_content/', `${slug}.html`)], whole));
}
