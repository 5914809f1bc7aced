import type { Line } from '#protocol/packs/inline-text.ts';
import { readNumber } from '#protocol/packs/read-number.ts';
import type { TextPlace } from './compile-inline.ts';

type Choice = {
  readonly id?: string | undefined;
  readonly text: string;
  readonly right: boolean;
  readonly share?: number | undefined;
  readonly say?: string | undefined;
};

/** The choices of a question or of a gap. Takes them as written and how a line is compiled. */
export function compileChoices(choices: readonly Choice[], line: (text: string) => Line): readonly object[] {
  return choices.map((choice, at) => ({
    id: choice.id ?? letter(at),
    text: line(choice.text),
    correct: choice.right,
    ...optional('share', choice.share, Number),
    ...optional('feedback', choice.say, line),
  }));
}

/** Choices without a name are a, b, c … by their place; the checker sees to it that all languages agree (PACK-26). */
export function letter(at: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + at);
}

/** A number as a teacher writes it, `0.75` or `3/4`; a problem and undefined when it is none. */
export function toNumber(value: number | string, id: string, place: TextPlace): number | undefined {
  const read = typeof value === 'number' ? value : readNumber(value);
  if (read === undefined)
    place.problems.block(
      'question-wrong',
      place.file,
      place.line,
      `Question “${id}”: “${String(value)}” is not a number.`,
    );
  return read;
}

/** An object with one member, or with none when there is no value: canonical JSON has no `undefined` (PACK-4). */
export function optional<T, U>(name: string, value: T | undefined, make: (value: T) => U): Record<string, U> {
  return value === undefined ? {} : { [name]: make(value) };
}
