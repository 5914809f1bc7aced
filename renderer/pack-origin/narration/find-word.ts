/** A fraction is drawn, and its words stand in its label (inline-view.tsx). */
const DRAWN = '.player-fraction';

/**
 * The range of a stretch of text inside what shows it. `from` and `to` count letters of the plain text of the line
 * (protocol/packs/inline-text.ts): a drawn fraction counts as its words and a line break as one space.
 */
export function findWord(element: Element, from: number, to: number): Range | undefined {
  const range = element.ownerDocument.createRange();
  let passed = 0;
  let began = false;
  for (const node of leavesOf(element)) {
    const length = lengthOf(node);
    if (!began && from < passed + length) {
      if (node instanceof Text) range.setStart(node, Math.max(0, from - passed));
      else range.setStartBefore(node);
      began = true;
    }
    if (began && to <= passed + length) {
      if (node instanceof Text) range.setEnd(node, to - passed);
      else range.setEndAfter(node);
      return range;
    }
    passed += length;
  }
  return undefined;
}

function* leavesOf(element: Element): Generator<Text | Element> {
  for (const child of element.childNodes) {
    if (child instanceof Text) yield child;
    else if (child instanceof Element) {
      if (child.matches(DRAWN) || child.localName === 'br') yield child;
      else yield* leavesOf(child);
    }
  }
}

function lengthOf(node: Text | Element): number {
  if (node instanceof Text) return node.data.length;
  return node.localName === 'br' ? 1 : (node.getAttribute('aria-label') ?? '').length;
}
