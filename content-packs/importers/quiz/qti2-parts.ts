import { allBelow, childOf, childrenOf, type XmlElement } from '../../builder/read-xml.ts';
import { choiceParts, matchingParts, numericParts, shortParts, type Parts } from './answer-parts.ts';
import { earningValues, earns, toleranceFor, type Response } from './qti2-responses.ts';
import { readRichText } from './read-rich-text.ts';
import { asLine, asPlain, joinTexts, type RichText } from './rich-text.ts';
import type { GapSource } from './gap-text.ts';
import { xmlToHtml } from './xml-to-html.ts';

/** What an interaction is read with: its item, and what is declared for its response. */
export type Asked = { readonly item: XmlElement; readonly interaction: XmlElement; readonly response: Response };

/** The answer side of an item with one block interaction, or why it cannot be carried. */
export function blockParts(asked: Asked): Parts | string {
  switch (asked.interaction.name) {
    case 'choiceInteraction':
      return choicesOf(asked);
    case 'orderInteraction':
      return orderOf(asked);
    case 'matchInteraction':
      return matchOf(asked);
    case 'extendedTextInteraction':
      return { parts: { kind: 'essay' }, lost: [] };
    default:
      return WHY[asked.interaction.name] ?? 'Its way of answering is one that our questions have not.';
  }
}

/** Ways of answering that our questions have not. */
const WHY: Readonly<Record<string, string>> = {
  associateInteraction: 'It asks to pair things freely. Make a matching question of it.',
  uploadInteraction: 'It asks for a file. Make an assignment of it.',
  drawingInteraction: 'It asks to draw.',
  mediaInteraction: 'It is answered by playing a film or sound.',
  sliderInteraction: 'It is answered with a slider. Make a number question of it.',
  hottextInteraction: 'It asks to mark words in a text. Make a multiple choice question of it.',
  customInteraction: 'It is answered with a program of its own.',
  portableCustomInteraction: 'It is answered with a program of its own.',
  hotspotInteraction: 'It asks to point at a picture.',
  selectPointInteraction: 'It asks to point at a picture.',
  graphicOrderInteraction: 'It asks to point at a picture.',
  graphicAssociateInteraction: 'It asks to point at a picture.',
  graphicGapMatchInteraction: 'It asks to drag things onto a picture.',
  positionObjectInteraction: 'It asks to drag things onto a picture.',
};

/** The text of an element, without feedback that stands inside it. */
export function textIn(element: XmlElement | undefined): RichText {
  return readRichText(
    xmlToHtml(element, ({ name }) => (isFeedback(name) ? '' : undefined)),
    'html',
  );
}

function isFeedback(name: string): boolean {
  return name === 'feedbackInline' || name === 'feedbackBlock';
}

function choicesOf({ interaction, response }: Asked): Parts | string {
  const choices = childrenOf(interaction, 'simpleChoice').map((choice) => ({
    text: textIn(choice),
    worth: earns(response, choice.attributes['identifier'] ?? ''),
    feedback: joinTexts(
      ...childrenOf(choice)
        .filter(({ name }) => isFeedback(name))
        .map(textIn),
    ),
  }));
  return choiceParts(choices, !response.several);
}

function orderOf({ interaction, response }: Asked): Parts | string {
  const choices = new Map(
    childrenOf(interaction, 'simpleChoice').map((choice) => [choice.attributes['identifier'] ?? '', textIn(choice)]),
  );
  const inOrder = response.right.flatMap((id) => choices.get(id) ?? []);
  if (inOrder.length === 0 || inOrder.length !== choices.size)
    return 'It does not say the right order of all its parts.';
  return { parts: { kind: 'ordering', items: inOrder.map(asLine) }, lost: inOrder.flatMap(({ lost }) => lost) };
}

function matchOf({ interaction, response }: Asked): Parts | string {
  const [lefts, rights] = childrenOf(interaction, 'simpleMatchSet').map(
    (set) =>
      new Map(
        childrenOf(set, 'simpleAssociableChoice').map((one) => [one.attributes['identifier'] ?? '', textIn(one)]),
      ),
  );
  const pairs = (
    response.right.length > 0
      ? response.right
      : [...response.worths].filter(([, worth]) => worth > 0).map(([pair]) => pair)
  ).map((pair) => pair.split(' '));
  const named = pairs.map(([left = '', right = '']) => ({
    id: left,
    left: asLine(lefts?.get(left) ?? EMPTY),
    right: asLine(rights?.get(right) ?? EMPTY),
  }));
  if (named.length === 0 || named.some(({ left, right }) => left === '' || right === ''))
    return 'It does not say what belongs together.';
  if (new Set(named.map(({ id }) => id)).size !== named.length || named.length !== lefts?.size)
    return 'Something in it belongs to several or to nothing. Make a question of each.';
  return matchingParts([
    ...named,
    ...[...(rights ?? new Map<string, RichText>()).values()].map((text) => ({ left: '', right: asLine(text) })),
  ]);
}

const EMPTY: RichText = { paragraphs: [], pictures: [], lost: [] };

/** One typed answer that stands at the end of its text: a number or a few words. */
export function oneEntryParts({ item, interaction, response }: Asked): Parts | string {
  const values = earningValues(response);
  if (!response.isNumber)
    return shortParts(values.map(({ value, worth }) => ({ text: readRichText(value, 'plain'), worth })));
  const identifier = interaction.attributes['responseIdentifier'] ?? '';
  const numbers = values.map(({ value, worth }) => ({
    number: Number(value),
    tolerance: toleranceFor(item, identifier, Number(value)),
    worth,
  }));
  return numbers.some(({ number }) => Number.isNaN(number))
    ? 'One of its answers is not a number.'
    : numericParts(numbers);
}

/** A gap of a text: typed, or chosen from a list; or why it cannot be one. */
export function gapOf({ item, interaction, response }: Asked): GapSource | string {
  if (interaction.name === 'inlineChoiceInteraction') {
    const options = childrenOf(interaction, 'inlineChoice').map((choice) => ({
      text: asLine(textIn(choice)),
      right: earns(response, choice.attributes['identifier'] ?? '') === 1,
    }));
    return { options: options.map(({ text, right }) => ({ text, ...(right ? { right } : {}) })) };
  }
  const right = earningValues(response)
    .filter(({ worth }) => worth >= 1)
    .map(({ value }) => value);
  const [first] = right;
  if (first === undefined) return 'A gap of it has no right answer.';
  if (!response.isNumber || right.length > 1) return { accepted: [...right] };
  const number = Number(first);
  if (Number.isNaN(number)) return 'A gap of it wants a number and names none.';
  return { number, tolerance: toleranceFor(item, interaction.attributes['responseIdentifier'] ?? '', number) };
}

/** The gaps of a `gapMatchInteraction`: each takes one of the words that stand above the text. */
export function gapMatchGaps({ interaction, response }: Asked): readonly GapSource[] {
  const words = new Map(
    [...childrenOf(interaction, 'gapText'), ...childrenOf(interaction, 'gapImg')].map((one) => [
      one.attributes['identifier'] ?? '',
      asLine(textIn(one)) || asPlain(textIn(childOf(one, 'img'))) || '?',
    ]),
  );
  const pairs = response.right.map((pair) => pair.split(' '));
  return allBelow(interaction, 'gap').map((gap) => {
    const right = pairs.find(([, id]) => id === gap.attributes['identifier'])?.[0];
    return { options: [...words].map(([id, text]) => ({ text, ...(id === right ? { right: true } : {}) })) };
  });
}
