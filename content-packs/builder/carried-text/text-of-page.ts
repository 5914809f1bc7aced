import { parseFragment } from 'parse5';

/** What a page says: its first heading, or else its title, and its lines. */
export type PageText = { readonly title: string; readonly lines: readonly string[] };

/** Elements whose inside is nothing to read. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'nav', 'title']);
/** Elements that stand within a line; every other one begins a new line. */
const IN_LINE = new Set('a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(' '));
const HEADING = /^h[1-3]$/;

/**
 * Reads the words of an HTML or XHTML page for the search index. One pass over the text, so that a thousand pages cost
 * no time that a teacher notices; what it gives is only ever looked for and shown as text, so a page that is written
 * badly gives odd lines and nothing worse.
 */
export function textOfPage(html: string): PageText {
  const lines: string[] = [];
  let line = '';
  let heading: string | undefined;
  const endLine = (): string => {
    const words = decodeEntities(line).replaceAll(/\s+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
    return words;
  };
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    line += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const tag = readTag(html, open);
    at = tag.end;
    if (tag.end === open + 1) line += '<';
    if (tag.name === undefined) continue;
    if (!tag.closes && UNREAD.has(tag.name)) at = afterElement(html, tag.name, at);
    if (IN_LINE.has(tag.name)) continue;
    const words = endLine();
    if (tag.closes && HEADING.test(tag.name) && words !== '') heading ??= words;
  }
  endLine();
  return { title: (heading ?? titleOf(html)).slice(0, 300), lines };
}

type Tag = { readonly name: string | undefined; readonly closes: boolean; readonly end: number };

/** The tag, comment or declaration that begins at `open`; a `<` that begins none is passed over. */
function readTag(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) return { name: undefined, closes: false, end: after(html, '-->', open + 4) };
  const [, slash = '', name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20)) ?? [];
  if (name === undefined && !/[!?/]/.test(html.charAt(open + 1))) return { name: undefined, closes: false, end: open + 1 };
  return { name: name?.toLowerCase(), closes: slash === '/', end: after(html, '>', open) };
}

function afterElement(html: string, name: string, from: number): number {
  // An element without content of its own, as XHTML may write it.
  if (html.charAt(from - 2) === '/') return from;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found === null ? html.length : after(html, '>', found.index);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function titleOf(html: string): string {
  const found = /<title[^>]{0,200}>([^<]{0,500})/i.exec(html.slice(0, 20_000));
  return decodeEntities(found?.[1] ?? '').replaceAll(/\s+/g, ' ').trim();
}

const known = new Map<string, string>();

/** Each entity is looked up once, by the parser that knows them all. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi, (entity) => {
    const seen = known.get(entity);
    if (seen !== undefined) return seen;
    const [node] = parseFragment(entity).childNodes;
    const letter = node !== undefined && 'value' in node ? node.value : entity;
    known.set(entity, letter);
    return letter;
  });
}
