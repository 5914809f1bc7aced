import { allBelow, childOf, childrenOf, textOf, type XmlElement } from '../../builder/read-xml.ts';
import { readRichText } from './read-rich-text.ts';
import { joinTexts, NO_TEXT, type RichText } from './rich-text.ts';

/** One condition of a QTI 1.2 item: which answers it is about, what it adds to the score (of 1), what it shows. */
export type Condition = {
  /** Answers that must be given: the response and the value. */
  readonly equals: readonly { readonly response: string; readonly value: string }[];
  /** Answers that must not be given. */
  readonly nots: readonly string[];
  readonly ranges: readonly { readonly low: number; readonly high: number }[];
  /** Uses a test that has no counterpart here, such as a part of a word. */
  readonly other: boolean;
  readonly worth: number;
  readonly shows: readonly string[];
};

/** What an item's response processing says. */
export type Scoring = { readonly conditions: readonly Condition[]; readonly feedback: ReadonlyMap<string, RichText> };

/** Reads the response processing and the feedback of a QTI 1.2 item. */
export function readScoring(item: XmlElement): Scoring {
  const processing = childOf(item, 'resprocessing');
  const most = Number(childOf(processing, 'outcomes', 'decvar')?.attributes['maxvalue'] ?? '100') || 100;
  const conditions = childrenOf(processing, 'respcondition').map((condition) => readCondition(condition, most));
  const feedback = childrenOf(item, 'itemfeedback').map(
    (one) => [one.attributes['ident'] ?? '', readMaterial(one)] as const,
  );
  return { conditions, feedback: new Map(feedback) };
}

/** What one answer earns, 0 to 1: the most that a condition about it alone, or it among others, gives. */
export function worthOf({ conditions }: Scoring, response: string, value: string): number {
  const about = conditions.filter(({ equals }) =>
    equals.some((one) => one.response === response && one.value === value),
  );
  return about.reduce((most, { worth }) => (Math.abs(worth) > Math.abs(most) ? worth : most), 0);
}

/** What is said to one choice: feedback of conditions that are about it alone and give nothing. */
export function saidTo({ conditions, feedback }: Scoring, response: string, value: string): RichText {
  const about = conditions.filter(
    ({ equals }) => equals.length === 1 && equals[0]?.response === response && equals[0].value === value,
  );
  const atEnd: readonly string[] = Object.values(AT_END).flat();
  const own = about.flatMap(({ shows }) => shows).filter((id) => !atEnd.includes(id));
  return joinTexts(...own.map((id) => feedback.get(id) ?? NO_TEXT));
}

/** The names exporters give to what is said of a question as a whole. */
const AT_END = {
  general: ['general_fb'],
  correct: ['correct_fb'],
  incorrect: ['general_incorrect_fb', 'incorrect_fb'],
} as const;

/** What is said to everybody, or to whoever is right or wrong as a whole, by the names that exporters give. */
export function saidAtEnd({ feedback }: Scoring, which: keyof typeof AT_END): RichText {
  return joinTexts(...AT_END[which].map((name) => feedback.get(name) ?? NO_TEXT));
}

/** The text of an element of QTI 1.2: its `mattext`s by their kind, its pictures. */
export function readMaterial(element: XmlElement | undefined): RichText {
  const parts = allBelow(element, 'mattext', 'matemtext', 'matimage', 'mataudio', 'matvideo').map((part): RichText => {
    if (part.name === 'matimage')
      return { ...NO_TEXT, pictures: [{ src: part.attributes['uri'] ?? '', alt: textOf(part).trim() }] };
    if (part.name === 'mataudio' || part.name === 'matvideo')
      return { ...NO_TEXT, lost: [part.name === 'mataudio' ? 'a sound' : 'a film'] };
    const kind = part.attributes['texttype'] ?? 'text/plain';
    return readRichText(textOf(part), kind.includes('html') ? 'html' : 'plain');
  });
  return joinTexts(...parts);
}

function readCondition(condition: XmlElement, most: number): Condition {
  const variables = childOf(condition, 'conditionvar');
  const negated = allBelow(variables, 'not').flatMap((not) => allBelow(not, 'varequal'));
  const positive = allBelow(variables, 'varequal').filter((one) => !negated.includes(one));
  const set = childrenOf(condition, 'setvar').find(
    ({ attributes }) => !attributes['varname'] || /score/i.test(attributes['varname']),
  );
  const amount = Number(textOf(set).trim() || '0') / most;
  const action = set?.attributes['action'] ?? 'Set';
  return {
    equals: positive.map((one) => ({ response: one.attributes['respident'] ?? '', value: textOf(one).trim() })),
    nots: negated.map((one) => textOf(one).trim()),
    ranges: rangesOf(variables),
    other: allBelow(variables, 'varsubstring', 'varinside', 'varsubset', 'durequal', 'durlt', 'durgt').length > 0,
    worth: Number.isFinite(amount) ? (action === 'Subtract' ? -amount : amount) : 0,
    shows: childrenOf(condition, 'displayfeedback').map(({ attributes }) => attributes['linkrefid'] ?? ''),
  };
}

function rangesOf(variables: XmlElement | undefined): Condition['ranges'] {
  const numbers = (...names: readonly string[]) =>
    allBelow(variables, ...names).map((one) => Number(textOf(one).trim()));
  const lows = numbers('vargte', 'vargt');
  const highs = numbers('varlte', 'varlt');
  return lows.flatMap((low, at) => {
    const high = highs[at];
    return high === undefined || Number.isNaN(low) || Number.isNaN(high) ? [] : [{ low, high }];
  });
}
