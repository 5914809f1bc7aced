import { allBelow, childOf, childrenOf, textOf, type XmlElement } from '../../builder/read-xml.ts';

/** What a QTI 2 item declares about one response: what is right, and what each answer earns. */
export type Response = {
  readonly several: boolean;
  readonly isNumber: boolean;
  /** The right values, in their order. */
  readonly right: readonly string[];
  /** What each mapped value earns, 1 being the most that one value earns; empty where nothing is mapped. */
  readonly worths: ReadonlyMap<string, number>;
  readonly caseMatters: boolean;
};

/** The declared responses of an item by their identifier. */
export function readResponses(item: XmlElement): ReadonlyMap<string, Response> {
  return new Map(
    childrenOf(item, 'responseDeclaration').map((one) => [one.attributes['identifier'] ?? '', readResponse(one)]),
  );
}

function readResponse(declaration: XmlElement): Response {
  const { cardinality = 'single', baseType = 'identifier' } = declaration.attributes;
  const entries = childrenOf(childOf(declaration, 'mapping'), 'mapEntry').map(({ attributes }) => ({
    key: (attributes['mapKey'] ?? '').trim(),
    value: Number(attributes['mappedValue'] ?? '0'),
    caseMatters: attributes['caseSensitive'] === 'true',
  }));
  const most = Math.max(0, ...entries.map(({ value }) => value));
  return {
    several: cardinality !== 'single',
    isNumber: baseType === 'float' || baseType === 'integer',
    right: childrenOf(childOf(declaration, 'correctResponse'), 'value').map((value) =>
      textOf(value).trim().replace(/\s+/g, ' '),
    ),
    worths: new Map(entries.map(({ key, value }) => [key.replace(/\s+/g, ' '), most === 0 ? 0 : value / most])),
    caseMatters: entries.some(({ caseMatters }) => caseMatters),
  };
}

/** What one value earns, 0 to 1 or below: as mapped where there is a mapping, else whether it is among the right ones. */
export function earns(response: Response, value: string): number {
  return response.worths.size > 0 ? (response.worths.get(value) ?? 0) : response.right.includes(value) ? 1 : 0;
}

/** Every value that earns anything, with what it earns. */
export function earningValues(response: Response): readonly { readonly value: string; readonly worth: number }[] {
  const values = new Set([...response.right, ...response.worths.keys()]);
  return [...values].map((value) => ({ value, worth: response.right.includes(value) ? 1 : earns(response, value) }));
}

/** How far off a number may be, where the item's own processing says so for a response (`equal` with a tolerance). */
export function toleranceFor(item: XmlElement, identifier: string, right: number): number {
  const processing = childOf(item, 'responseProcessing');
  const equal = allBelow(processing, 'equal').find((one) =>
    allBelow(one, 'variable').some(({ attributes }) => attributes['identifier'] === identifier),
  );
  const amount = Math.max(
    0,
    ...(equal?.attributes['tolerance'] ?? '')
      .split(/\s+/)
      .map(Number)
      .filter((number) => Number.isFinite(number)),
  );
  return equal?.attributes['toleranceMode'] === 'relative'
    ? Math.abs(right) * (amount / 100)
    : equal?.attributes['toleranceMode'] === 'absolute'
      ? amount
      : 0;
}
