import { allBelow, childOf, childrenOf, type XmlElement } from '../../builder/read-xml.ts';
import { say, type Parts } from './answer-parts.ts';
import { gapMark, gapsByName, readGapText, type GapSource } from './gap-text.ts';
import { blockParts, gapMatchGaps, gapOf, oneEntryParts, textIn, type Asked } from './qti2-parts.ts';
import { readResponses, type Response } from './qti2-responses.ts';
import { pathInPackage } from '../../builder/path-in-package.ts';
import { nameFrom, type QuestionRead } from './quiz-draft.ts';
import { readRichText } from './read-rich-text.ts';
import { asParagraphs, asPlain, joinTexts, NO_TEXT, type PictureNamed, type RichText } from './rich-text.ts';
import { xmlToHtml } from './xml-to-html.ts';

const INLINE: ReadonlySet<string> = new Set(['textEntryInteraction', 'inlineChoiceInteraction']);
const NOTHING_DECLARED: Response = {
  several: false,
  isNumber: false,
  right: [],
  worths: new Map(),
  caseMatters: false,
};

/**
 * Reads one item of QTI 2 (or of QTI 3 with QTI 2's names). `folder` is where it lies, for the addresses of its pictures;
 * `at` its place from 0, for a name.
 */
export function readQti2Item(item: XmlElement, folder: string, at: number): QuestionRead {
  const body = childOf(item, 'itemBody');
  const found = interactionsIn(body);
  const words = readRichText(
    bodyHtml(body, () => ' … '),
    'html',
  );
  const name = nameFrom(item.attributes['title'], asPlain(words), at);
  const responses = readResponses(item);
  const asked = found.map((interaction): Asked => ({
    item,
    interaction,
    response: responses.get(interaction.attributes['responseIdentifier'] ?? '') ?? NOTHING_DECLARED,
  }));
  const read = readAsked(body, asked);
  if (typeof read === 'string') return { is: 'refused', name, line: item.line, why: read };
  const because = joinTexts(...childrenOf(item, 'modalFeedback').map(textIn));
  const ask = read.ask;
  return {
    is: 'question',
    name,
    line: item.line,
    wantedId: item.attributes['identifier'],
    ask: asParagraphs(ask),
    pictures: [...ask.pictures, ...(read.pictures ?? []), ...because.pictures].map((picture) =>
      inFolder(picture, folder),
    ),
    parts: { ...read.parts, ...say('because', because) },
    lost: [
      ...ask.lost,
      ...because.lost,
      ...read.lost,
      ...(asked.some(({ response }) => response.caseMatters)
        ? ['its rule that capital letters matter (they do not)']
        : []),
      ...(childOf(item, 'templateDeclaration') ? ['its numbers that change each time (they are as written)'] : []),
    ],
  };
}

type Read = Parts & { readonly ask: RichText; readonly pictures?: readonly PictureNamed[] };

function readAsked(body: XmlElement | undefined, asked: readonly Asked[]): Read | string {
  const [first, ...more] = asked;
  if (!first) return 'It asks nothing; it only shows a text. Put it into a lesson.';
  if (asked.every(({ interaction }) => INLINE.has(interaction.name))) return inlineRead(body, asked);
  if (more.length > 0) return 'It asks for several things in different ways at once. Make a question of each.';
  if (first.interaction.name === 'gapMatchInteraction') return gapMatchRead(body, first);
  const parts = blockParts(first);
  if (typeof parts === 'string') return parts;
  return {
    ...parts,
    ask: joinTexts(
      readRichText(
        bodyHtml(body, () => ''),
        'html',
      ),
      textIn(childOf(first.interaction, 'prompt')),
    ),
  };
}

/** One place to write at the end of a text is a question with a typed answer; any other is a gap fill. */
function inlineRead(body: XmlElement | undefined, asked: readonly Asked[]): Read | string {
  const gaps: GapSource[] = [];
  const html = bodyHtml(body, (interaction) => gapMark(asked.findIndex((one) => one.interaction === interaction)));
  const [only, ...more] = asked;
  if (only && more.length === 0 && only.interaction.name === 'textEntryInteraction' && endsWithGap(html)) {
    const parts = oneEntryParts(only);
    return typeof parts === 'string' ? parts : { ...parts, ask: readRichText(html.replace(gapMark(0), ''), 'html') };
  }
  for (const one of asked) {
    const gap = gapOf(one);
    if (typeof gap === 'string') return gap;
    gaps.push(gap);
  }
  const { text, read } = readGapText(html, 'html');
  return {
    parts: { kind: 'gap-fill', text, gaps: gapsByName(gaps) },
    lost: read.lost,
    ask: NO_TEXT,
    pictures: read.pictures,
  };
}

function gapMatchRead(body: XmlElement | undefined, asked: Asked): Read {
  const places = allBelow(asked.interaction, 'gap');
  const html = xmlToHtml(asked.interaction, (element) => {
    if (element.name === 'gap') return gapMark(places.indexOf(element));
    return ['gapText', 'gapImg', 'prompt'].includes(element.name) ? '' : undefined;
  });
  const { text, read } = readGapText(html, 'html');
  const ask = joinTexts(
    readRichText(
      bodyHtml(body, () => ''),
      'html',
    ),
    textIn(childOf(asked.interaction, 'prompt')),
  );
  return {
    parts: { kind: 'gap-fill', text, gaps: gapsByName(gapMatchGaps(asked)) },
    lost: read.lost,
    ask,
    pictures: read.pictures,
  };
}

function endsWithGap(html: string): boolean {
  return html
    .replace(/<[^>]*>/g, '')
    .trim()
    .endsWith(gapMark(0));
}

/** The body as HTML, its interactions replaced; what only markers and scorers read is left out. */
function bodyHtml(body: XmlElement | undefined, instead: (interaction: XmlElement) => string): string {
  return xmlToHtml(body, (element) => {
    if (isInteraction(element)) return instead(element);
    const view = element.attributes['view'];
    const hidden = element.name === 'rubricBlock' && view !== undefined && !view.includes('candidate');
    return hidden ||
      element.name === 'stylesheet' ||
      element.name === 'feedbackBlock' ||
      element.name === 'feedbackInline'
      ? ''
      : undefined;
  });
}

function interactionsIn(element: XmlElement | undefined): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (isInteraction(child) ? [child] : interactionsIn(child)));
}

function isInteraction({ name }: XmlElement): boolean {
  return name.endsWith('Interaction');
}

/** The address of a picture as the package knows it. */
function inFolder(picture: PictureNamed, folder: string): PictureNamed {
  return /^[a-z][a-z0-9+.-]*:|^\//i.test(picture.src)
    ? picture
    : { ...picture, src: pathInPackage(folder, picture.src) };
}
