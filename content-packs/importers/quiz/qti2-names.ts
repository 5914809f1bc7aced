import type { XmlElement } from '../../builder/read-xml.ts';

/**
 * The same tree with QTI 2's names. QTI 3 is QTI 2.2 with other spelling: `qti-choice-interaction` for
 * `choiceInteraction`, `response-identifier` for `responseIdentifier` (1EdTech QTI 3.0 Migration Guide). So one reader
 * reads both.
 */
export function withQti2Names(element: XmlElement): XmlElement {
  return {
    ...element,
    name: element.name.startsWith('qti-') ? camel(element.name.slice('qti-'.length)) : element.name,
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [
        name.startsWith('data-') || name.startsWith('aria-') ? name : camel(name),
        value,
      ]),
    ),
    children: element.children.map((child) => (typeof child === 'string' ? child : withQti2Names(child))),
  };
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
