import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '#protocol/result.ts';

/** One element: its name and attributes without prefixes, what it holds in order, and the line it begins at. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  readonly line: number;
};

/** Why XML is refused, with the line: `unsafe` is a document type with declarations of its own. */
export type XmlRefusal = { readonly code: 'broken' | 'unsafe' | 'too-large'; readonly line: number };

/** Limits: no description of a course comes near them, and a file that passes them is made to fill memory. */
const LIMITS = { elements: 500_000, depth: 200 } as const;

/**
 * Reads XML into a tree. Namespace prefixes are dropped, because suppliers use any; their names do not clash. Entities
 * other than XML's own five, and document types that declare something, are refused (they are how XML reads files or
 * grows without end); a document type that only names a DTD, as old QTI has, is passed over and nothing is fetched.
 */
export function readXml(text: string): Result<XmlElement, XmlRefusal> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const root: { children: (XmlElement | string)[] } = { children: [] };
  const open: { children: (XmlElement | string)[] }[] = [root];
  let refused: XmlRefusal | undefined;
  let elements = 0;
  const refuse = (code: XmlRefusal['code']) => {
    refused ??= { code, line: parser.line };
  };
  parser.on('error', () => {
    refuse('broken');
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse('unsafe');
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > LIMITS.elements || open.length > LIMITS.depth) refuse('too-large');
    if (refused) return;
    const children: (XmlElement | string)[] = [];
    open
      .at(-1)
      ?.children.push({ name: localName(name), attributes: withoutPrefixes(attributes), children, line: parser.line });
    open.push({ children });
  });
  parser.on('closetag', () => {
    if (!refused) open.pop();
  });
  const addText = (words: string) => {
    if (!refused) open.at(-1)?.children.push(words);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  // Bit by bit, so that a file made to fill memory is left at the first fault.
  for (let at = 0; at < text.length && !refused; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  if (!refused) parser.close();
  if (refused) return fail(refused);
  const found = root.children.find((child) => typeof child !== 'string');
  return found ? ok(found) : fail({ code: 'broken', line: 1 });
}

const CHUNK = 64 * 1024;

/** The first child element of that name, at each step of the path. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** The child elements, of that name where one is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** Every element below of one of those names, in document order. */
export function allBelow(element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...allBelow(child, ...names),
  ]);
}

/** All text below, as it stands. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}
