import { gapMark, gapsByName, readGapText, type GapSource } from './gap-text.ts';
import { readRichText, type TextFormat } from './read-rich-text.ts';
import { asLine, asPlain } from './rich-text.ts';
import type { QuestionParts } from './quiz-draft.ts';
import type { PictureNamed } from './rich-text.ts';

/** One gap of Moodle's Cloze, `{1:SHORTANSWER:=Paris~%50%paris}`: weight, kind and answers (docs.moodle.org, “Embedded answers”). */
const GAP = /\{\s*(\d*):\s*([A-Z_]+)\s*:((?:\\.|[^\\{}])*)\}/g;
const TYPED = /^(SHORTANSWER|SA|MW)(_?C)?$/;
const NUMBER = /^(NUMERICAL|NM)$/;
const CHOSEN = /^(MULTICHOICE|MC)(_?[VHS]+)?$/;

type ClozeAnswer = { readonly words: string; readonly worth: number; readonly feedback: string };
type GapRead = { readonly gap: GapSource; readonly lost: readonly string[] } | { readonly why: string };

/** What a Cloze text became: a gap fill, with what it lost. */
export type ClozeRead = {
  readonly parts: QuestionParts;
  readonly pictures: readonly PictureNamed[];
  readonly lost: readonly string[];
};

/** Reads a Cloze text; returns the reason instead where a gap of it cannot be carried. */
export function readCloze(text: string, format: TextFormat): ClozeRead | string {
  const gaps: GapSource[] = [];
  const lost = new Set<string>();
  const weights = new Set<string>();
  let why: string | undefined;
  const marked = text.replace(GAP, (_, weight: string, kind: string, answers: string) => {
    const read = readGap(kind, answers);
    weights.add(weight === '' ? '1' : weight);
    if ('why' in read) {
      why ??= read.why;
      return '';
    }
    for (const one of read.lost) lost.add(one);
    gaps.push(read.gap);
    return gapMark(gaps.length - 1);
  });
  if (why !== undefined) return why;
  if (gaps.length === 0) return 'There is no gap in its text.';
  if (weights.size > 1) lost.add('the different weights of its gaps (each counts the same)');
  const { text: words, read } = readGapText(marked, format);
  return {
    parts: { kind: 'gap-fill', text: words, gaps: gapsByName(gaps) },
    pictures: read.pictures,
    lost: [...read.lost, ...lost],
  };
}

function readGap(kind: string, text: string): GapRead {
  const answers = splitAnswers(text);
  const full = answers.filter(({ worth }) => worth >= 1);
  if (full.length === 0) return { why: 'A gap of it has no right answer.' };
  const partly = answers.some(({ worth }) => worth > 0 && worth < 1);
  const lost = partly ? ['part marks inside a gap (a gap is right or not)'] : [];
  if (TYPED.test(kind)) {
    const accepted = full.map(({ words }) => words).filter((words) => words !== '*' && words !== '');
    return accepted.length === 0
      ? { why: 'A gap of it takes any answer.' }
      : { gap: { accepted }, lost: [...lost, ...lostFeedback(answers)] };
  }
  if (NUMBER.test(kind)) return readNumberGap(full[0]?.words ?? '', [...lost, ...lostFeedback(answers)]);
  if (!CHOSEN.test(kind)) return { why: `A gap of it is of the kind ${kind}, which is not carried.` };
  if (full.length > 1) return { why: 'A gap of it has several right choices.' };
  return { gap: { options: answers.map(optionOf) }, lost };
}

function readNumberGap(words: string, lost: readonly string[]): GapRead {
  const [, number, tolerance] =
    /^\s*([-+]?\d*\.?\d+(?:e[-+]?\d+)?)\s*(?::\s*(\d*\.?\d+(?:e[-+]?\d+)?))?\s*$/i.exec(words) ?? [];
  if (number === undefined) return { why: `“${words.slice(0, 40)}” in a gap of it is not a number.` };
  return { gap: { number: Number(number), tolerance: Number(tolerance ?? 0) }, lost };
}

function optionOf({ words, worth, feedback }: ClozeAnswer) {
  const say = asLine(readRichText(feedback, 'auto'));
  return {
    text: asLine(readRichText(words, 'auto')),
    ...(worth >= 1 ? { right: true } : {}),
    ...(say === '' ? {} : { say }),
  };
}

function lostFeedback(answers: readonly ClozeAnswer[]): readonly string[] {
  return answers.some(({ feedback }) => feedback !== '') ? ['what it says to answers typed into a gap'] : [];
}

/** `=right#feedback~%50%nearly~wrong`, with a backslash before a sign that is meant as itself. */
function splitAnswers(text: string): readonly ClozeAnswer[] {
  // Many write a ~ before the first answer too.
  return splitAt(text, '~')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, mark = '', percent, rest = ''] = /^\s*(=?)\s*(?:%(-?[\d.]+)%)?(.*)$/s.exec(part) ?? [];
      const [words = '', ...feedback] = splitAt(rest, '#');
      const worth = percent !== undefined ? Number(percent) / 100 : mark === '=' ? 1 : 0;
      return { words: plain(words), worth, feedback: feedback.map(unescape).join('#').trim() };
    });
}

function splitAt(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of text.match(/\\.|[^]/gs) ?? []) {
    if (piece !== sign) part += piece;
    else {
      parts.push(part);
      part = '';
    }
  }
  return [...parts, part];
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

/** Answers may hold entities, because the text around them is HTML. */
function plain(text: string): string {
  return asPlain(readRichText(unescape(text), 'auto'));
}
