import { allBelow, childOf, childrenOf, textOf, type XmlElement } from '../../builder/read-xml.ts';
import { choiceParts, matchingParts, numericParts, say, shortParts, type Parts } from './answer-parts.ts';
import { gapMark, gapsByName, readGapText, type GapSource } from './gap-text.ts';
import { readMaterial, readScoring, saidAtEnd, saidTo, worthOf, type Scoring } from './qti1-scoring.ts';
import { nameFrom, type QuestionRead } from './quiz-draft.ts';
import { readRichText } from './read-rich-text.ts';
import { asLine, asParagraphs, asPlain, joinTexts, NO_TEXT, type RichText } from './rich-text.ts';
import { escapeHtml } from './xml-to-html.ts';

/** Canvas's kinds that our questions cannot be. */
const KINDS_LEFT: Readonly<Record<string, string>> = {
  calculated_question: 'Its numbers are calculated anew each time. Make a number question of one of them.',
  file_upload_question: 'It asks for a file. Make an assignment of it.',
};

const NO_WORDS = /^question$/i;

/** Reads one item of QTI 1.2. `before` is text that stood before it; `at` its place from 0, for a name. */
export function readQti1Question(item: XmlElement, before: RichText, at: number): QuestionRead {
  const fields = readMetadata(item);
  const presentation = childOf(item, 'presentation');
  const stem = stemOf(presentation);
  const title = item.attributes['title'] ?? '';
  const name = nameFrom(NO_WORDS.test(title.trim()) ? '' : title, asPlain(stem), at);
  const scoring = readScoring(item);
  const read = partsOf({ kind: kindOf(fields), presentation, scoring, stem });
  if (typeof read === 'string') return { is: 'refused', name, line: item.line, why: read };
  const general = saidAtEnd(scoring, 'general');
  const points = Number(fields.get('points_possible') ?? fields.get('cc_weighting') ?? '1');
  const marks = Number.isFinite(points) ? Math.min(100, Math.max(1, Math.round(points))) : 1;
  const ask = joinTexts(before, read.parts.kind === 'gap-fill' && !read.hasStem ? NO_TEXT : stem);
  return {
    is: 'question',
    name,
    line: item.line,
    wantedId: item.attributes['ident'],
    ask: asParagraphs(ask),
    pictures: [...ask.pictures, ...general.pictures],
    parts: { ...read.parts, ...(marks === 1 ? {} : { marks }), ...say('because', general) },
    lost: [
      ...ask.lost,
      ...general.lost,
      ...read.lost,
      ...(Number.isFinite(points) && marks !== points
        ? [`marks of ${String(points)} (they are ${String(marks)})`]
        : []),
    ],
  };
}

/** Whether an item only shows text, as Canvas's `text_only_question`. */
export function isTextOnly(item: XmlElement): boolean {
  return readMetadata(item).get('question_type') === 'text_only_question';
}

/** The text of an item before its answers. */
export function stemOf(presentation: XmlElement | undefined): RichText {
  return joinTexts(
    ...childrenOf(presentation).map((child): RichText => {
      if (child.name === 'material') return readMaterial(child);
      if (child.name === 'flow' || child.name === 'flow_mat') return stemOf(child);
      return NO_TEXT;
    }),
  );
}

/** What the metadata says the item is, in one of the two ways exporters use. */
function kindOf(fields: ReadonlyMap<string, string>): string {
  const profile = /^cc\.(.*)\.v0p\d$/.exec(fields.get('cc_profile') ?? '')?.[1];
  return fields.get('question_type') ?? profile ?? '';
}

function readMetadata(item: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    allBelow(childOf(item, 'itemmetadata'), 'qtimetadatafield').map((field) => [
      textOf(childOf(field, 'fieldlabel')).trim(),
      textOf(childOf(field, 'fieldentry')).trim(),
    ]),
  );
}

type Item = {
  readonly kind: string;
  readonly presentation: XmlElement | undefined;
  readonly scoring: Scoring;
  readonly stem: RichText;
};
type Qti1Parts = Parts & { readonly hasStem?: boolean };

function partsOf(item: Item): Qti1Parts | string {
  const { kind, presentation } = item;
  const left = KINDS_LEFT[kind];
  if (left !== undefined) return left;
  if (allBelow(presentation, 'response_xy', 'response_grp', 'render_hotspot', 'render_slider').length > 0)
    return 'It asks to point at a picture or to move things, which our questions cannot do.';
  const lists = allBelow(presentation, 'response_lid').filter((one) => childOf(one, 'render_choice'));
  const texts = allBelow(presentation, 'response_str', 'response_num');
  if (lists.length === 1 && texts.length === 0 && !/blanks|dropdowns|matching/.test(kind))
    return oneListParts(item, lists[0]);
  if (lists.length > 0 && texts.length === 0) return severalListParts(item, lists);
  if (texts.length === 1 && lists.length === 0) return oneTextParts(item, texts[0]);
  if (texts.length > 1 && lists.length === 0) return severalTextParts(item);
  return 'It asks for several things of different kinds at once.';
}

function oneListParts({ kind, scoring }: Item, list: XmlElement | undefined): Parts | string {
  const response = list?.attributes['ident'] ?? '';
  const [correct, incorrect] = [saidAtEnd(scoring, 'correct'), saidAtEnd(scoring, 'incorrect')];
  const answers = labelsOf(list).map(({ ident, text }) => {
    const worth = worthOf(scoring, response, ident);
    return {
      ident,
      text,
      worth,
      feedback: joinTexts(saidTo(scoring, response, ident), worth > 0 ? correct : incorrect),
    };
  });
  if (/true_false/.test(kind) || answers.map(({ text }) => asPlain(text).toLowerCase()).join() === 'true,false') {
    const [yes, no] = [
      answers.find(({ text }) => /^true$/i.test(asPlain(text))),
      answers.find(({ text }) => /^false$/i.test(asPlain(text))),
    ];
    if (yes && no && yes.worth !== no.worth)
      return {
        parts: {
          kind: 'true-false',
          answer: yes.worth > no.worth,
          ...say('sayTrue', yes.feedback),
          ...say('sayFalse', no.feedback),
        },
        lost: [],
      };
  }
  const several = list?.attributes['rcardinality'] === 'Multiple';
  return choiceParts(
    several ? answers.map((one) => ({ ...one, worth: one.worth > 0 ? 1 : 0 })) : answers,
    several ? false : true,
  );
}

/** Matching, or a text with lists or words to fill in: then the text names each response in square brackets. */
function severalListParts(
  { kind, scoring, stem, presentation }: Item,
  lists: readonly XmlElement[],
): Qti1Parts | string {
  const named = lists.map((list) => ({
    list,
    name: asPlain(readMaterial(childOf(list, 'material'))),
    response: list.attributes['ident'] ?? '',
  }));
  const words = asPlain(stem);
  if (!named.every(({ name }) => name !== '' && words.includes(`[${name}]`))) {
    const pairs = named.map(({ list, response }) => ({
      left: asLine(readMaterial(childOf(list, 'material'))),
      right: asLine(rightOf(list, response, scoring)),
    }));
    if (pairs.some(({ left, right }) => left === '' || right === '')) return 'A part of it has no right partner.';
    const others = labelsOf(lists[0]).map(({ text }) => ({ left: '', right: asLine(text) }));
    return { ...matchingParts([...pairs, ...others]), hasStem: true };
  }
  const gaps = named.map(({ list, response }): GapSource => {
    const labels = labelsOf(list).map(({ ident, text }) => ({ text, right: worthOf(scoring, response, ident) > 0 }));
    if (kind.includes('blanks'))
      return { accepted: labels.filter(({ right }) => right).map(({ text }) => asPlain(text)) };
    return { options: labels.map(({ text, right }) => ({ text: asLine(text), ...(right ? { right } : {}) })) };
  });
  const marked = named.reduce((html, { name }, at) => html.replace(`[${name}]`, gapMark(at)), stemHtml(presentation));
  const { text, read } = readGapText(marked, 'html');
  return { parts: { kind: 'gap-fill', text, gaps: gapsByName(gaps) }, lost: read.lost };
}

function oneTextParts({ kind, scoring, presentation }: Item, text: XmlElement | undefined): Parts | string {
  const conditions = scoring.conditions.filter(({ worth }) => worth > 0);
  const answers = conditions.flatMap(({ equals, worth }) =>
    equals.map(({ value }) => ({ text: readRichText(value, 'plain'), worth })),
  );
  const ranges = conditions.flatMap((one) => one.ranges.map((range) => ({ ...range, worth: one.worth })));
  if (/essay/.test(kind) || (answers.length === 0 && ranges.length === 0 && !conditions.some(({ other }) => other)))
    return { parts: { kind: 'essay' }, lost: [] };
  const isNumber =
    /numerical/.test(kind) ||
    ranges.length > 0 ||
    text?.name === 'response_num' ||
    /decimal|integer/i.test(allBelow(presentation, 'render_fib')[0]?.attributes['fibtype'] ?? '');
  const outcome = {
    ...say('sayRight', saidAtEnd(scoring, 'correct')),
    ...say('sayWrong', saidAtEnd(scoring, 'incorrect')),
  };
  const parts = isNumber
    ? numberParts(ranges, answers)
    : conditions.some(({ other }) => other)
      ? 'It looks for a part of what was written, which ours cannot. Write down every answer that is right.'
      : shortParts(answers);
  if (typeof parts === 'string' || (parts.parts.kind !== 'short' && parts.parts.kind !== 'numeric')) return parts;
  return { parts: { ...parts.parts, ...outcome }, lost: parts.lost };
}

/** Exporters write a number twice, exactly and as a range around it; the range says more. */
function numberParts(
  ranges: readonly { readonly low: number; readonly high: number; readonly worth: number }[],
  answers: readonly { readonly text: RichText; readonly worth: number }[],
): Parts | string {
  const wide = ranges.map(({ low, high, worth }) => ({
    number: roundAway((low + high) / 2),
    tolerance: roundAway(Math.abs(high - low) / 2),
    worth,
  }));
  const exact = answers.map(({ text, worth }) => ({ number: Number(asPlain(text)), tolerance: 0, worth }));
  const outside = exact.filter(
    ({ number }) => !wide.some((range) => Math.abs(range.number - number) <= range.tolerance + 1e-9),
  );
  return outside.some(({ number }) => Number.isNaN(number))
    ? 'One of its answers is not a number.'
    : numericParts([...wide, ...outside]);
}

/** (33.32 + 33.34) / 2 is 33.33 to a person. */
function roundAway(value: number): number {
  return Number(value.toPrecision(12));
}

/** Several words to write: the order of text and answers in the presentation is the text with its gaps. */
function severalTextParts({ scoring, presentation }: Item): Parts | string {
  const gaps: GapSource[] = [];
  const html = inOrder(presentation, (response) => {
    const accepted = scoring.conditions
      .filter(({ worth }) => worth > 0)
      .flatMap(({ equals }) => equals.filter((one) => one.response === response).map(({ value }) => value));
    gaps.push({ accepted });
    return gapMark(gaps.length - 1);
  });
  if (gaps.some((gap) => 'accepted' in gap && gap.accepted.length === 0)) return 'A gap of it has no right answer.';
  const { text, read } = readGapText(html, 'html');
  return { parts: { kind: 'gap-fill', text, gaps: gapsByName(gaps) }, lost: read.lost };
}

function inOrder(element: XmlElement | undefined, gap: (response: string) => string): string {
  return childrenOf(element)
    .map((child) => {
      if (child.name === 'response_str' || child.name === 'response_num') return gap(child.attributes['ident'] ?? '');
      return child.name === 'material' ? materialHtml(child) : inOrder(child, gap);
    })
    .join(' ');
}

function stemHtml(presentation: XmlElement | undefined): string {
  return childrenOf(presentation)
    .map((child) =>
      child.name === 'material' ? materialHtml(child) : child.name.startsWith('flow') ? stemHtml(child) : '',
    )
    .join('');
}

function materialHtml(material: XmlElement): string {
  return allBelow(material, 'mattext')
    .map((one) => ((one.attributes['texttype'] ?? '').includes('html') ? textOf(one) : escapeHtml(textOf(one))))
    .join('');
}

function rightOf(list: XmlElement, response: string, scoring: Scoring): RichText {
  return labelsOf(list).find(({ ident }) => worthOf(scoring, response, ident) > 0)?.text ?? NO_TEXT;
}

function labelsOf(list: XmlElement | undefined): readonly { readonly ident: string; readonly text: RichText }[] {
  return allBelow(list, 'response_label').map((label) => ({
    ident: label.attributes['ident'] ?? '',
    text: readMaterial(label),
  }));
}
