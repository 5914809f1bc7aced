import { childOf, childrenOf, textOf, type XmlElement } from '../../builder/read-xml.ts';
import {
  choiceParts,
  matchingParts,
  numericParts,
  say,
  shortParts,
  type Parts,
  type WeighedAnswer,
} from './answer-parts.ts';
import { gapMark, gapsByName, readGapText, type GapSource } from './gap-text.ts';
import { nameFrom, type QuestionRead } from './quiz-draft.ts';
import { readCloze } from './read-cloze.ts';
import { readRichText, type TextFormat } from './read-rich-text.ts';
import { asLine, asParagraphs, asPlain, joinTexts, NO_TEXT, type PictureNamed, type RichText } from './rich-text.ts';

/** Moodle's kinds that our questions cannot be, in words a teacher knows from Moodle. */
const KINDS_LEFT: Readonly<Record<string, string>> = {
  calculated: 'Its numbers are calculated anew each time. Make a number question of one of them.',
  calculatedsimple: 'Its numbers are calculated anew each time. Make a number question of one of them.',
  calculatedmulti: 'Its numbers are calculated anew each time. Make a choice question of one of them.',
  ddimageortext: 'It asks to drag things onto a picture.',
  ddmarker: 'It asks to drag markers onto a picture.',
  random: 'It only stands for another question that Moodle picks by chance.',
  randomsamatch: 'It is made by chance out of other questions.',
  coderunner: 'It runs programs on a server.',
  stack: 'It is judged by a mathematics server.',
};

/** Reads one question of Moodle XML. `before` is text that stood before it; `at` its place from 0, for a name. */
export function readMoodleQuestion(element: XmlElement, before: RichText, at: number): QuestionRead {
  const kind = element.attributes['type'] ?? '';
  const stem = readMoodleText(childOf(element, 'questiontext'));
  const name = nameFrom(textOf(childOf(element, 'name')), asPlain(stem), at);
  const read = partsOf(kind, element);
  if (typeof read === 'string') return { is: 'refused', name, line: element.line, why: read };
  // In a gap fill the text with its gaps is the question; a heading of its own says what to do.
  const gaps = read.parts.kind === 'gap-fill' && !read.hasStem;
  const general = readMoodleText(childOf(element, 'generalfeedback'));
  const hint = readMoodleText(childOf(element, 'hint'));
  const grade = Number(textOf(childOf(element, 'defaultgrade')).trim() || '1');
  const marks = Math.min(100, Math.max(1, Math.round(Number.isFinite(grade) ? grade : 1)));
  const ask = joinTexts(before, gaps ? NO_TEXT : stem);
  return {
    is: 'question',
    name,
    line: element.line,
    wantedId: textOf(childOf(element, 'idnumber')).trim() || undefined,
    ask: asParagraphs(ask),
    pictures: [...ask.pictures, ...(gaps ? stem.pictures : []), ...general.pictures],
    parts: { ...read.parts, ...(marks === 1 ? {} : { marks }), ...say('because', general), ...say('hint', hint) },
    lost: [
      ...ask.lost,
      ...general.lost,
      ...hint.lost,
      ...read.lost,
      ...(childrenOf(element, 'hint').length > 1 ? ['its further hints (a question has one)'] : []),
      ...(marks === grade ? [] : [`marks of ${String(grade)} (they are ${String(marks)})`]),
    ],
  };
}

type MoodleParts = Parts & { readonly hasStem?: boolean };

function partsOf(kind: string, element: XmlElement): MoodleParts | string {
  switch (kind) {
    case 'multichoice':
      return withOutcomes(choiceParts(answersOf(element), isTrue(childOf(element, 'single'), true)), element);
    case 'truefalse':
      return trueFalseParts(element);
    case 'shortanswer':
      return withCase(shortParts(answersOf(element)), element);
    case 'numerical':
      return numberParts(element);
    case 'matching':
    case 'match':
      return {
        ...matchingParts(
          childrenOf(element, 'subquestion').map((pair) => ({
            left: asLine(readMoodleText(pair)),
            right: asLine(readRichText(textOf(childOf(pair, 'answer', 'text')), 'auto')),
          })),
        ),
        hasStem: true,
      };
    case 'essay':
      return { parts: { kind: 'essay' }, lost: [] };
    case 'ordering':
      return { parts: { kind: 'ordering', items: answersOf(element).map(({ text }) => asLine(text)) }, lost: [] };
    case 'cloze':
    case 'multianswer': {
      const text = childOf(element, 'questiontext');
      return readCloze(textOf(childOf(text, 'text')), formatOf(text));
    }
    case 'gapselect':
    case 'ddwtos':
      return listGapParts(element);
    default:
      return KINDS_LEFT[kind] ?? `It is of the kind “${kind}”, which our questions cannot be.`;
  }
}

function trueFalseParts(element: XmlElement): Parts | string {
  const answers = answersOf(element);
  const worded = (word: string) => answers.find(({ text }) => asPlain(text).toLowerCase() === word);
  const [yes, no] = [worded('true') ?? answers[0], worded('false') ?? answers[1]];
  if (!yes || !no) return 'It has no true and false to choose from.';
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

function numberParts(element: XmlElement): Parts | string {
  const answers = childrenOf(element, 'answer').map((answer) => {
    const words = textOf(childOf(answer, 'text')).trim();
    const number = words === '*' ? undefined : Number(words);
    return {
      number,
      tolerance: Number(textOf(childOf(answer, 'tolerance')).trim() || '0'),
      ...worthAndFeedback(answer),
    };
  });
  if (answers.some(({ number, tolerance }) => Number.isNaN(number) || Number.isNaN(tolerance)))
    return 'One of its answers is not a number.';
  const parts = numericParts(answers);
  const units = childrenOf(childOf(element, 'units'), 'unit');
  if (typeof parts === 'string' || parts.parts.kind !== 'numeric' || units.length === 0) return parts;
  const unit = textOf(childOf(units[0], 'unit_name')).trim();
  const lost = units.length > 1 ? ['its further units (the first is shown)'] : [];
  return { parts: { ...parts.parts, ...(unit === '' ? {} : { unit }) }, lost: [...parts.lost, ...lost] };
}

const LIST_GAP = /\[\[(\d+)\]\]/g;

/** `[[2]]` in the text is a gap whose right filling is the second of the list; its choices are those of the same group. */
function listGapParts(element: XmlElement): Parts | string {
  const choices = [...childrenOf(element, 'selectoption'), ...childrenOf(element, 'dragbox')].map((choice) => ({
    words: asLine(readRichText(textOf(childOf(choice, 'text')), 'auto')),
    group: textOf(childOf(choice, 'group')).trim() || '1',
  }));
  const text = childOf(element, 'questiontext');
  const numbers = [...textOf(childOf(text, 'text')).matchAll(LIST_GAP)].map(([, number]) => Number(number) - 1);
  if (numbers.length === 0 || numbers.some((number) => choices[number] === undefined))
    return 'A gap of it has no choice that is right, or there is no gap.';
  const gaps = numbers.map((number): GapSource => {
    const right = choices[number];
    const group = choices.filter((choice) => choice.group === right?.group);
    return { options: group.map((choice) => ({ text: choice.words, ...(choice === right ? { right: true } : {}) })) };
  });
  let at = 0;
  const marked = textOf(childOf(text, 'text')).replace(LIST_GAP, () => gapMark(at++));
  const { text: words, read } = readGapText(marked, formatOf(text));
  return { parts: { kind: 'gap-fill', text: words, gaps: gapsByName(gaps) }, lost: read.lost };
}

function withOutcomes(parts: Parts | string, element: XmlElement): Parts | string {
  if (typeof parts === 'string') return parts;
  const said = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].filter(
    (name) => textOf(childOf(element, name, 'text')).trim() !== '',
  );
  // Moodle writes these three into every question by itself; only words of one's own are worth a line in the report.
  const own = said.filter(
    (name) =>
      !/^(<[^>]*>)*\s*Your answer is (partially )?(in)?correct\.\s*(<[^>]*>)*$/.test(
        textOf(childOf(element, name, 'text')).trim(),
      ),
  );
  return {
    parts: parts.parts,
    lost: [
      ...parts.lost,
      ...(own.length > 0 ? ['what it says to a right, partly right or wrong answer as a whole'] : []),
    ],
  };
}

function withCase(parts: Parts | string, element: XmlElement): Parts | string {
  if (typeof parts === 'string' || !isTrue(childOf(element, 'usecase'), false)) return parts;
  return { parts: parts.parts, lost: [...parts.lost, 'its rule that capital letters matter (they do not)'] };
}

function answersOf(element: XmlElement): readonly WeighedAnswer[] {
  return childrenOf(element, 'answer').map((answer) => ({ text: readMoodleText(answer), ...worthAndFeedback(answer) }));
}

function worthAndFeedback(answer: XmlElement): { readonly worth: number; readonly feedback: RichText } {
  const worth = Number(answer.attributes['fraction'] ?? '0') / 100;
  return { worth: Number.isFinite(worth) ? worth : 0, feedback: readMoodleText(childOf(answer, 'feedback')) };
}

/** A text of Moodle XML, its pictures with the bytes that stand beside it. */
export function readMoodleText(element: XmlElement | undefined): RichText {
  if (!element) return NO_TEXT;
  const read = readRichText(textOf(childOf(element, 'text')), formatOf(element));
  const files = new Map(
    childrenOf(element, 'file').map((file) => [file.attributes['name'] ?? '', textOf(file).replace(/\s+/g, '')]),
  );
  const withBytes = (picture: PictureNamed): PictureNamed => {
    const name = /^@@PLUGINFILE@@\/(?:.*\/)?([^/]+)$/.exec(picture.src)?.[1];
    const bytes = name === undefined ? undefined : (files.get(decodeName(name)) ?? files.get(name));
    return bytes === undefined ? picture : { ...picture, src: `data:image;base64,${bytes}` };
  };
  return { ...read, pictures: read.pictures.map(withBytes) };
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function formatOf(element: XmlElement | undefined): TextFormat {
  const format = element?.attributes['format'];
  if (format === 'html' || format === 'markdown') return format;
  return format === 'plain_text' ? 'plain' : 'auto';
}

function isTrue(element: XmlElement | undefined, otherwise: boolean): boolean {
  const word = textOf(element).trim().toLowerCase();
  return word === '' ? otherwise : word === 'true' || word === '1';
}
