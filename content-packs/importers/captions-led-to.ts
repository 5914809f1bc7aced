import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { followReference } from '../checker/follow-reference.ts';
import { CONTENT_FOLDER } from './carry-content.ts';

const PAGE = /\.x?html?$/i;
const TO_CAPTIONS = /\.vtt(?:[?#].*)?$/i;

/** Whether a file is a page, by its name. */
export function isPage(name: string): boolean {
  return PAGE.test(name);
}

/**
 * The places, in small letters, of the captions that one file leads to, whether they are there or not. Takes the file's
 * name, its text and the names of all pages: what a page says is followed from there, and what a script or its data says
 * from there or from whichever page it may run in.
 */
export function captionsLedTo(name: string, text: string, pages: readonly string[]): ReadonlySet<string> {
  if (!/\.vtt/i.test(text)) return new Set();
  const written = isPage(name) ? referencesOfPage(text) : referencesIn(text);
  // Two pages of one folder see the same.
  const from = isPage(name) ? [name] : new Map([name, ...pages].map((one) => [one.slice(0, one.lastIndexOf('/') + 1), one])).values();
  return new Set([...from].flatMap((file) => [...new Set(written)].flatMap((reference) => placeOf(reference, file))));
}

/** Where a reference leads from this file, as both will lie in the pack; case does not count there. */
function placeOf(reference: string, file: string): readonly string[] {
  // Asked of a pack that has nothing, so that it answers with the path.
  const destination = followReference(reference, { file: `${CONTENT_FOLDER}/${file}`, has: () => false });
  if (destination.to !== 'missing' || !destination.path.startsWith(`${CONTENT_FOLDER}/`)) return [];
  return [destination.path.slice(CONTENT_FOLDER.length + 1).toLowerCase()];
}

/** What stands between quotes or tags and ends as captions do. A slash is written `\/` in some data. */
function referencesIn(text: string): readonly string[] {
  return text.split(/["'`<>\r\n]/).filter((part) => TO_CAPTIONS.test(part)).map((part) => part.replaceAll('\\/', '/'));
}

/** What stands in any attribute and any text of a page, scripts among them, without recursion: a page may be nested deeper than the stack. */
function referencesOfPage(text: string): readonly string[] {
  const written: string[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...parse(text).childNodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text' && 'value' in node) written.push(...referencesIn(node.value));
    if (!('tagName' in node)) continue;
    for (const { value } of node.attrs) written.push(...referencesIn(value), ...(TO_CAPTIONS.test(value) ? [value] : []));
    waiting.push(...node.childNodes, ...('content' in node ? node.content.childNodes : []));
  }
  return written;
}
