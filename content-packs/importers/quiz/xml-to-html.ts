import type { XmlElement } from '../../builder/read-xml.ts';

/** Elements that HTML writes without an end. */
const WITHOUT_END = new Set(['br', 'img', 'hr', 'source', 'track', 'col', 'wbr']);

/**
 * Writes XML that holds HTML's elements as HTML, for the one reader of HTML. `instead` may put other text, already HTML,
 * in the place of an element; undefined leaves it. Pictures that are written as `object` become `img`.
 */
export function xmlToHtml(
  element: XmlElement | undefined,
  instead: (element: XmlElement) => string | undefined = () => undefined,
): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? escapeHtml(child) : (instead(child) ?? elementToHtml(child, instead))))
    .join('');
}

/** Plain words as HTML. */
export function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function elementToHtml(element: XmlElement, instead: (element: XmlElement) => string | undefined): string {
  const { name, attributes } = element;
  if (name === 'object' && (attributes['type'] ?? '').startsWith('image/'))
    return `<img src="${escapeHtml(attributes['data'] ?? '')}" alt="${escapeHtml(
      xmlToHtml(element)
        .replace(/<[^>]*>/g, '')
        .trim(),
    )}">`;
  const words = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('');
  return WITHOUT_END.has(name) ? `<${name}${words}>` : `<${name}${words}>${xmlToHtml(element, instead)}</${name}>`;
}
