import type { z } from 'zod';
import type { questionYamlSchema } from '../../builder/quiz-source-schema.ts';
import type { NotCarried } from '../import-report.ts';
import type { PictureNamed } from './rich-text.ts';

type QuestionInput = z.input<typeof questionYamlSchema>;
type WithoutCommon<Q> = Q extends unknown ? Omit<Q, 'id' | 'ask' | 'picture' | 'pictureAlt'> : never;

/** What is particular to one kind of question, in the words of our source files. */
export type QuestionParts = WithoutCommon<QuestionInput>;

/** A question read from a supplied file: what every importer makes and the writer writes. */
export type QuestionDraft = {
  readonly is: 'question';
  /** What to call it in the report: its title, else the beginning of its text. */
  readonly name: string;
  readonly line?: number | undefined;
  /** The supplier's own identifier, so that a later edition keeps the id (PACK-26). */
  readonly wantedId?: string | undefined;
  /** Paragraphs of a source file. */
  readonly ask: string;
  readonly pictures: readonly PictureNamed[];
  readonly parts: QuestionParts;
  /** What it had that is not carried, in words, though the question is. */
  readonly lost: readonly string[];
};

/** A question that cannot be carried, with the reason. */
export type QuestionRefused = {
  readonly is: 'refused';
  readonly name: string;
  readonly line?: number | undefined;
  readonly why: string;
};

/** One question of a supplied file: carried or listed, never dropped in silence. */
export type QuestionRead = QuestionDraft | QuestionRefused;

/** One quiz read from a supplied file. */
export type QuizDraft = {
  readonly title: string;
  readonly wantedId?: string | undefined;
  readonly intro?: string | undefined;
  /** A share, 0 to 1, where the file says one. */
  readonly passMark?: number | undefined;
  readonly attempts?: number | undefined;
  readonly mixQuestions?: boolean | undefined;
  readonly mixChoices?: boolean | undefined;
  readonly questions: readonly QuestionRead[];
  /** What the quiz itself had beside questions and is not carried. */
  readonly lost?: readonly NotCarried[] | undefined;
};

/** A name for a question without one: the beginning of its words. */
export function nameFrom(title: string | undefined, words: string, at: number): string {
  const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
  const said = [title ?? '', words].map((text) => text.trim().replace(/\s+/g, ' ')).find((text) => text !== '');
  return said === undefined ? `number ${String(at + 1)}` : short(said);
}
