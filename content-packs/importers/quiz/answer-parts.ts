import type { QuestionParts } from './quiz-draft.ts';
import { asLine, asPlain, type RichText } from './rich-text.ts';

/** A supplied answer: its words, what it is worth (1 is full marks, below 0 takes marks off), and what is said to it. */
export type WeighedAnswer = {
  readonly text: RichText;
  readonly worth: number;
  readonly feedback?: RichText | undefined;
};

/** What one kind of question needs, with what was lost on the way. */
export type Parts = { readonly parts: QuestionParts; readonly lost: readonly string[] };

/** Percentages such as 33.33333 are thirds cut short. */
const NEARLY = 1e-4;

/** One field with feedback, where there are words. */
export function say<Name extends string>(
  name: Name,
  text: RichText | null | undefined,
): { readonly [N in Name]?: string } {
  const line = text ? asLine(text) : '';
  return (line === '' ? {} : { [name]: line }) as { readonly [N in Name]?: string };
}

/** Single or multiple choice. `single` is what the file says; undefined where only the worths tell. */
export function choiceParts(answers: readonly WeighedAnswer[], single: boolean | undefined): Parts | string {
  const full = answers.filter(({ worth }) => worth >= 1 - NEARLY);
  const positive = answers.filter(({ worth }) => worth > 0);
  const lost = answers.flatMap(({ text, feedback }) => [...lostIn(text), ...(feedback?.lost ?? [])]);
  if (positive.length === 0) return 'No choice is marked as right.';
  if (full.length === 1 && single !== false)
    return {
      parts: { kind: 'single', options: answers.map(singleOption) },
      lost: [...lost, ...marksTakenOff(answers)],
    };
  const options = answers.map(({ text, worth, feedback }) => ({
    text: asLine(text),
    ...(worth > 0 ? { right: true } : {}),
    ...say('say', feedback),
  }));
  return { parts: { kind: 'multiple', options }, lost: [...lost, ...otherRules(answers, full.length, single)] };
}

function singleOption({ text, worth, feedback }: WeighedAnswer) {
  const share = worth > 0 && worth < 1 - NEARLY ? { share: worth } : {};
  return { text: asLine(text), ...(worth >= 1 - NEARLY ? { right: true } : share), ...say('say', feedback) };
}

function marksTakenOff(answers: readonly WeighedAnswer[]): readonly string[] {
  return answers.some(({ worth }) => worth < 0) ? ['marks taken off for a wrong choice (it earns nothing)'] : [];
}

/** Ours: every right tick earns the same, and a wrong tick takes one right tick away. */
function otherRules(answers: readonly WeighedAnswer[], full: number, single: boolean | undefined): readonly string[] {
  const right = answers.filter(({ worth }) => worth > 0).map(({ worth }) => worth);
  const wrong = answers.filter(({ worth }) => worth <= 0).map(({ worth }) => worth);
  const uneven = right.some((worth) => Math.abs(worth - (right[0] ?? 0)) > 0.01);
  return [
    ...(full > 1 && single !== false
      ? ['its rule that one right choice is enough (all right ones must be ticked)']
      : []),
    ...(uneven ? ['the different weights of its right choices (each counts the same)'] : []),
    ...(wrong.length > 0 && wrong.every((worth) => worth === 0) && full <= 1
      ? ['its rule that a wrong tick costs nothing (it takes one right tick away)']
      : []),
  ];
}

/** Short answer. `*` alone is everything else; `*` inside words stood for any letters, which we have not. */
export function shortParts(answers: readonly WeighedAnswer[]): Parts | string {
  const others = answers.filter(({ text }) => asPlain(text) === '*');
  const named = answers.filter(({ text }) => asPlain(text) !== '*' && asPlain(text) !== '');
  const right = named.filter(({ worth }) => worth >= 1 - NEARLY);
  if (right.length === 0)
    return others.some(({ worth }) => worth > 0)
      ? 'Any answer is right. Make it an essay or a question with a right answer.'
      : 'No answer is marked as right.';
  const wild = named.filter(({ text }) => asPlain(text).includes('*'));
  const mistakes = named
    .filter((one) => !right.includes(one))
    .map(({ text, worth, feedback }) => ({
      text: plainAnswer(text),
      ...(worth > 0 ? { share: worth } : {}),
      ...say('say', feedback),
    }));
  return {
    parts: {
      kind: 'short',
      accepted: [...new Set(right.map(({ text }) => plainAnswer(text)))],
      ...say('sayRight', right.find(({ feedback }) => feedback)?.feedback),
      ...say('sayWrong', others[0]?.feedback),
      ...(mistakes.length > 0 ? { mistakes } : {}),
    },
    lost: [
      ...wild.map(
        ({ text }) =>
          `the sign * in the answer “${asPlain(text)}”, which stood for any letters: add the answers it meant`,
      ),
      ...(right.filter(({ feedback }) => feedback && asLine(feedback) !== '').length > 1
        ? ['different words for different right answers (the first are said)']
        : []),
    ],
  };
}

function plainAnswer(text: RichText): string {
  return asPlain(text).replaceAll('*', '');
}

/** A supplied number with how far off it may be; no number is everything else. */
export type WeighedNumber = {
  readonly number: number | undefined;
  readonly tolerance: number;
  readonly worth: number;
  readonly feedback?: RichText | undefined;
};

/** Number. Several right numbers become a short answer where none has a tolerance. */
export function numericParts(answers: readonly WeighedNumber[]): Parts | string {
  const named = answers.filter((one): one is WeighedNumber & { number: number } => one.number !== undefined);
  const [right, ...more] = named.filter(({ worth }) => worth >= 1 - NEARLY);
  if (!right) return 'No number is marked as right.';
  const sayWrong = say('sayWrong', answers.find(({ number }) => number === undefined)?.feedback);
  if (more.length > 0) {
    if (named.some(({ tolerance }) => tolerance > 0))
      return 'Several numbers are right, each within a range. Make a question of each.';
    const accepted = [right, ...more].map(({ number }) => String(number));
    return { parts: { kind: 'short', accepted, ...say('sayRight', right.feedback), ...sayWrong }, lost: [] };
  }
  const mistakes = named
    .filter((one) => one !== right)
    .map(({ number, tolerance, worth, feedback }) => ({
      value: number,
      ...(tolerance > 0 ? { tolerance } : {}),
      ...(worth > 0 ? { share: worth } : {}),
      ...say('say', feedback),
    }));
  return {
    parts: {
      kind: 'numeric',
      answer: right.number,
      tolerance: right.tolerance,
      ...say('sayRight', right.feedback),
      ...sayWrong,
      ...(mistakes.length > 0 ? { mistakes } : {}),
    },
    lost: [],
  };
}

/**
 * Matching. A pair without a left side is a choice that fits nothing. Where two things have the same partner our
 * matching would call one of them wrong, so it becomes a text with a list to choose from beside each.
 */
export function matchingParts(pairs: readonly { readonly left: string; readonly right: string }[]): Parts {
  const full = pairs
    .filter(({ left, right }) => left !== '' && right !== '')
    .map(({ left, right }) => ({ left, right }));
  const rights = [...new Set(pairs.map(({ right }) => right).filter((right) => right !== ''))];
  if (new Set(full.map(({ right }) => right)).size === full.length) {
    const extra = rights.filter((right) => full.every((pair) => pair.right !== right));
    return { parts: { kind: 'matching', pairs: full, ...(extra.length > 0 ? { extra } : {}) }, lost: [] };
  }
  const gaps = full.map(
    ({ right }, at) =>
      [
        `gap-${String(at + 1)}`,
        { options: rights.map((text) => ({ text, ...(text === right ? { right: true } : {}) })) },
      ] as const,
  );
  const text = full.map(({ left }, at) => `${left.replaceAll('\\\n', ' ')}: [gap-${String(at + 1)}]`).join('\n\n');
  return { parts: { kind: 'gap-fill', text, gaps: Object.fromEntries(gaps) }, lost: [] };
}

/** Pictures inside a choice are lost: only a question has a place for one. */
function lostIn(text: RichText): readonly string[] {
  return [...text.lost, ...text.pictures.map(() => 'a picture in one of its choices')];
}
