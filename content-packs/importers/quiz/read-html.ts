import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { escapeMarkdown } from './escape-markdown.ts';
import type { PictureNamed, RichText } from './rich-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  'address article aside blockquote br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
);
/** Elements of which nothing is text. */
const SILENT = new Set(['script', 'style', 'head', 'template', 'noscript', 'title']);
/** What a question cannot hold, in words for the report. */
const LOST: Readonly<Record<string, string>> = {
  audio: 'a sound',
  video: 'a film',
  source: '',
  track: '',
  iframe: 'a page in a frame',
  object: 'an embedded object',
  embed: 'an embedded object',
  svg: 'a drawing',
  math: 'a formula (its signs were carried as plain text)',
  table: 'a table (its rows were carried as lines)',
  script: 'a script',
};
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** What is collected while the tree is walked. */
type Walk = {
  readonly paragraphs: string[];
  line: string;
  readonly pictures: PictureNamed[];
  readonly lost: Set<string>;
  depth: number;
};

/** HTML nested deeper than this is made to exhaust a reader, not to be read. */
const DEEPEST = 200;

/**
 * Reads a piece of HTML as a browser would and keeps what a question can hold: paragraphs, strong and emphasised words,
 * list items as lines, pictures by name. Everything else is named in `lost`; scripts and styles never become text.
 */
export function readHtml(html: string): RichText {
  const walk: Walk = { paragraphs: [], line: '', pictures: [], lost: new Set(), depth: 0 };
  for (const node of parseFragment(html).childNodes) visit(node, walk);
  endParagraph(walk);
  return { paragraphs: walk.paragraphs, pictures: walk.pictures, lost: [...walk.lost].filter((what) => what !== '') };
}

function visit(node: Node, walk: Walk): void {
  if ('value' in node) {
    walk.line += escapeMarkdown(node.value.replace(/\s+/g, ' '));
  } else if ('tagName' in node) {
    visitElement(node, walk);
  }
}

function visitElement(element: Element, walk: Walk): void {
  const name = element.tagName;
  const lost = LOST[name];
  if (lost !== undefined) walk.lost.add(lost);
  if (walk.depth > DEEPEST) walk.lost.add('text that is nested too deep to be read');
  if (SILENT.has(name) || walk.depth > DEEPEST) return;
  if (name === 'img') return visitPicture(element, walk);
  if (name === 'a') noteLink(element, walk);
  if (BLOCKS.has(name)) endParagraph(walk);
  if (name === 'li') walk.line = markOf(element);
  walk.depth += 1;
  if (name === 'b' || name === 'strong') emphasise('**', element, walk);
  else if (name === 'i' || name === 'em') emphasise('*', element, walk);
  else if (name === 'sup' || name === 'sub') setOff(name, element, walk);
  else for (const child of element.childNodes) visit(child, walk);
  walk.depth -= 1;
  if (name === 'td' || name === 'th') walk.line += ' · ';
  if (BLOCKS.has(name)) endParagraph(walk);
}

const HAS_WORDS = /[\p{L}\p{N}]/u;
const AROUND_WORDS = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}])([^\p{L}\p{N}]*)$/su;

/** Markdown's marks must touch letters, or they are shown as asterisks: spaces and points move outside, and a mark that holds whole paragraphs is left out. */
function emphasise(mark: string, element: Element, walk: Walk): void {
  const before = walk.line;
  const paragraphs = walk.paragraphs.length;
  walk.line = '';
  for (const child of element.childNodes) visit(child, walk);
  const inside = walk.line;
  const words = inside.trim();
  if (walk.paragraphs.length !== paragraphs) {
    walk.paragraphs[paragraphs] = `${before}${walk.paragraphs[paragraphs] ?? ''}`.trim();
    return;
  }
  const parts = HAS_WORDS.test(words) ? AROUND_WORDS.exec(words) : null;
  const marked =
    parts && !words.includes('*') ? `${parts[1] ?? ''}${mark}${parts[2] ?? ''}${mark}${parts[3] ?? ''}` : words;
  walk.line = `${before}${/^\s/.test(inside) ? ' ' : ''}${marked}${/\s$/.test(inside) ? ' ' : ''}`;
}

function visitPicture(element: Element, walk: Walk): void {
  const src = attributeOf(element, 'src') ?? '';
  const alt = (attributeOf(element, 'alt') ?? '').trim().replace(/\s+/g, ' ');
  if (src !== '') walk.pictures.push({ src, alt });
}

function noteLink(element: Element, walk: Walk): void {
  const href = attributeOf(element, 'href');
  if (href !== undefined && href !== '') walk.lost.add(`a link to ${href.slice(0, 100)} (its words were carried)`);
}

function markOf(item: Element): string {
  const list = item.parentNode;
  if (list === null || !('tagName' in list) || list.tagName !== 'ol') return '• ';
  const items = list.childNodes.filter((child) => 'tagName' in child && child.tagName === 'li');
  // Escaped: a number with a dot at the start of a line would be a list to a Markdown reader.
  return `${String(items.indexOf(item) + 1)}\\. `;
}

function endParagraph(walk: Walk): void {
  let words = walk.line.trim();
  while (words.endsWith(' ·')) words = words.slice(0, -2).trimEnd();
  if (words !== '' && words !== '•' && words !== '·') walk.paragraphs.push(words);
  walk.line = '';
}

/** Raised and lowered digits have signs of their own; other things are set off so that their meaning stays. */
function setOff(how: 'sup' | 'sub', element: Element, walk: Walk): void {
  const before = walk.line;
  walk.line = '';
  for (const child of element.childNodes) visit(child, walk);
  const words = walk.line.trim();
  const signs = how === 'sup' ? RAISED : LOWERED;
  const raised = /^\d+$/.test(words) ? [...words].map((digit) => signs[Number(digit)]).join('') : undefined;
  walk.line = before + (raised ?? (words === '' ? '' : `${how === 'sup' ? '\\^' : '\\_'}${words}`));
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
