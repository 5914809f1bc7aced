import { z } from 'zod/mini';
import { packPathSchema } from './file-list.ts';
import {
  activityIdSchema,
  directionSchema,
  inlineSchema,
  languageSchema,
  lineSchema,
  paragraphsSchema,
} from './inline-text.ts';
import { narrationSchema } from './narration-place.ts';

/** First line of every quiz file. */
export const QUIZ_FORMAT = 'throughline-quiz/1';

/**
 * Longest answer to all essays of one quiz together, in characters. They travel in one progress event, which may have
 * 64 Ki characters of JSON, and a line break or a quotation mark takes two there (education/schema.ts).
 */
export const MAX_ESSAY_LENGTH = 30_000;

/** Name of a question or of a choice inside it; the same in every language and edition, because answers hang on it (PACK-26). */
export const partIdSchema = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));

const title = z.string().check(z.minLength(1), z.maxLength(300));
const feedback = z.optional(lineSchema);
const share = z.optional(z.number().check(z.gte(0), z.lt(1)));

const everyQuestion = {
  id: partIdSchema,
  prompt: paragraphsSchema.check(z.minLength(1)),
  image: z.optional(
    z.object({
      src: packPathSchema,
      alt: z.string().check(z.minLength(1), z.maxLength(1000)),
      width: z.int().check(z.gte(1), z.lte(10_000)),
      height: z.int().check(z.gte(1), z.lte(10_000)),
    }),
  ),
  marks: z.int().check(z.gte(1), z.lte(100)),
  hint: feedback,
  /** Shown after the answer, whatever it was. */
  explanation: feedback,
  /** `false`: all or nothing. Absent: what is partly right earns part of the marks. */
  partMarks: z.optional(z.boolean()),
  /** The question and its choices read aloud (PACK-35). */
  narration: z.optional(narrationSchema),
};

/** One choice, with what to say to the person who chose it. `share` of the marks is for a choice that is nearly right. */
export const optionSchema = z.object({ id: partIdSchema, text: lineSchema, correct: z.boolean(), share, feedback });
/** One choice. */
export type Option = z.infer<typeof optionSchema>;

const options = z
  .readonly(z.array(optionSchema).check(z.minLength(2), z.maxLength(12)))
  .check(z.refine((all) => idsOnce(all), 'Every choice has a name of its own'));
const correctCount = (all: readonly Option[]) => all.filter((option) => option.correct).length;

/** Exactly one choice is right. */
export const singleSchema = z.object({
  kind: z.literal('single'),
  ...everyQuestion,
  options: options.check(z.refine((all) => correctCount(all) === 1, 'Exactly one choice is right')),
});

/** One or more choices are right; part marks, and a wrong tick takes one right tick away. */
export const multipleSchema = z.object({
  kind: z.literal('multiple'),
  ...everyQuestion,
  options: options.check(z.refine((all) => correctCount(all) >= 1, 'At least one choice is right')),
});

/** A statement. */
export const trueFalseSchema = z.object({
  kind: z.literal('true-false'),
  ...everyQuestion,
  answer: z.boolean(),
  feedback: z.optional(z.object({ whenTrue: feedback, whenFalse: feedback })),
});

/** A number, right within `tolerance` either way. Typed as 0.75, 3/4, 1 1/2, 75%, £12.50 or 1,250. */
export const numericSchema = z.object({
  kind: z.literal('numeric'),
  ...everyQuestion,
  answer: z.number(),
  tolerance: z.number().check(z.gte(0)),
  /** Shown beside the box, such as `hours` or `£`; not part of the answer. */
  unit: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  feedback: z.optional(z.object({ right: feedback, wrong: feedback })),
  /** Wrong answers people often give, each with its own word of help or a `share` of the marks. */
  mistakes: z.optional(
    z.readonly(
      z
        .array(z.object({ value: z.number(), tolerance: z.optional(z.number().check(z.gte(0))), share, feedback }))
        .check(z.maxLength(20)),
    ),
  ),
});

const shortWords = z.string().check(z.minLength(1), z.maxLength(200));
const accepted = z.readonly(z.array(shortWords).check(z.minLength(1), z.maxLength(50)));

/** A word or a few; right if it equals one of `accepted` once case, spaces, accents and end marks are set aside. */
export const shortSchema = z.object({
  kind: z.literal('short'),
  ...everyQuestion,
  accepted,
  feedback: z.optional(z.object({ right: feedback, wrong: feedback })),
  /** As for numbers: what people often write instead. */
  mistakes: z.optional(z.readonly(z.array(z.object({ text: shortWords, share, feedback })).check(z.maxLength(50)))),
});

/** Pair each `left` with its own `right`; `extra` are rights that belong to nothing. */
export const matchingSchema = z.object({
  kind: z.literal('matching'),
  ...everyQuestion,
  pairs: z
    .readonly(
      z
        .array(z.object({ id: partIdSchema, left: lineSchema, right: lineSchema }))
        .check(z.minLength(2), z.maxLength(12)),
    )
    .check(z.refine((all) => idsOnce(all), 'Every pair has a name of its own')),
  extra: z.optional(z.readonly(z.array(z.object({ id: partIdSchema, right: lineSchema })).check(z.maxLength(6)))),
  feedback: z.optional(z.object({ right: feedback, wrong: feedback })),
});

/** Put in order; `items` stand in the right order here, and the player mixes them. */
export const orderingSchema = z.object({
  kind: z.literal('ordering'),
  ...everyQuestion,
  items: z
    .readonly(z.array(z.object({ id: partIdSchema, text: lineSchema })).check(z.minLength(2), z.maxLength(12)))
    .check(z.refine((all) => idsOnce(all), 'Every thing to order has a name of its own')),
  feedback: z.optional(z.object({ right: feedback, wrong: feedback })),
});

/** One gap: a word that is typed, a number that is typed, or one of a list. */
export const gapSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), id: partIdSchema, accepted }),
  z.object({
    kind: z.literal('number'),
    id: partIdSchema,
    answer: z.number(),
    tolerance: z.number().check(z.gte(0)),
  }),
  z.object({
    kind: z.literal('chosen'),
    id: partIdSchema,
    options: options.check(z.refine((all) => correctCount(all) === 1, 'Exactly one choice is right')),
  }),
]);
/** One gap of a text. */
export type Gap = z.infer<typeof gapSchema>;

/** A place in the text where a gap stands. */
const gapRun = z.object({ kind: z.literal('gap'), gapId: partIdSchema });
/** A paragraph with gaps in it. */
export const gapLineSchema = z.readonly(
  z.array(z.union([inlineSchema, gapRun])).check(z.minLength(1), z.maxLength(500)),
);
/** A paragraph with gaps in it. */
export type GapLine = z.infer<typeof gapLineSchema>;

/** A text with gaps; every gap weighs the same, and each stands in the text once. */
export const gapFillSchema = z
  .object({
    kind: z.literal('gap-fill'),
    ...everyQuestion,
    text: z.readonly(z.array(gapLineSchema).check(z.minLength(1), z.maxLength(100))),
    gaps: z
      .readonly(z.array(gapSchema).check(z.minLength(1), z.maxLength(40)))
      .check(z.refine((all) => idsOnce(all), 'Every gap has a name of its own')),
    feedback: z.optional(z.object({ right: feedback, wrong: feedback })),
  })
  .check(z.refine(gapsStandInText, 'Every gap stands in the text once'));

/** A longer text that the tutor reads and marks; nothing here judges it. `limit` in characters. */
export const essaySchema = z.object({
  kind: z.literal('essay'),
  ...everyQuestion,
  limit: z.int().check(z.gte(100), z.lte(MAX_ESSAY_LENGTH)),
});

/** One question. The list of kinds may grow; a tablet that does not know a kind refuses the file (PACK-27). */
export const questionSchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  trueFalseSchema,
  numericSchema,
  shortSchema,
  matchingSchema,
  orderingSchema,
  gapFillSchema,
  essaySchema,
]);
/** One question. */
export type Question = z.infer<typeof questionSchema>;

/** A quiz in one language. `passMark` is a share of the marks that are given at once, 0 to 1; essays wait for the tutor. */
export const quizSchema = z.object({
  format: z.literal(QUIZ_FORMAT),
  activityId: activityIdSchema,
  language: languageSchema,
  direction: directionSchema,
  title,
  intro: paragraphsSchema,
  passMark: z.number().check(z.gte(0), z.lte(1)),
  /** How often it may be handed in; absent means as often as one likes. */
  attempts: z.optional(z.int().check(z.gte(1), z.lte(20))),
  /** Ask the questions, or offer the choices, in another order at each attempt. */
  mixQuestions: z.optional(z.boolean()),
  mixChoices: z.optional(z.boolean()),
  /** Title and introduction read aloud (PACK-35). */
  narration: z.optional(narrationSchema),
  questions: z.readonly(z.array(questionSchema).check(z.minLength(1), z.maxLength(200))).check(
    z.refine((all) => idsOnce(all), 'Every question has a name of its own'),
    z.refine((all) => essayLength(all) <= MAX_ESSAY_LENGTH, 'The essays of one quiz are too long together'),
  ),
});
/** A quiz in one language. */
export type Quiz = z.infer<typeof quizSchema>;

const text = z.string().check(z.maxLength(200));
const ids = z.readonly(z.array(partIdSchema).check(z.maxLength(12)));

/** What a person answered; `kind` is the question's. This is what is kept, never what the screen looked like. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), optionId: partIdSchema }),
  z.object({ kind: z.literal('multiple'), optionIds: ids }),
  z.object({ kind: z.literal('true-false'), value: z.boolean() }),
  z.object({ kind: z.literal('numeric'), text }),
  z.object({ kind: z.literal('short'), text }),
  /** left pair id -> id of the right that was put beside it. */
  z.object({ kind: z.literal('matching'), pairs: z.record(partIdSchema, partIdSchema) }),
  /** All item ids, in the order the person put them. */
  z.object({ kind: z.literal('ordering'), itemIds: ids }),
  /** gap id -> what was typed, or the id of the choice. */
  z.object({ kind: z.literal('gap-fill'), gaps: z.record(partIdSchema, text) }),
  z.object({ kind: z.literal('essay'), text: z.string().check(z.maxLength(MAX_ESSAY_LENGTH)) }),
]);
/** What a person answered. */
export type Answer = z.infer<typeof answerSchema>;

function idsOnce(all: readonly { readonly id: string }[]): boolean {
  return new Set(all.map((one) => one.id)).size === all.length;
}

function essayLength(all: readonly Question[]): number {
  return all.reduce((sum, question) => sum + (question.kind === 'essay' ? question.limit : 0), 0);
}

function gapsStandInText(question: { readonly text: readonly GapLine[]; readonly gaps: readonly Gap[] }): boolean {
  const named = question.text.flatMap((line) => line.flatMap((run) => (run.kind === 'gap' ? [run.gapId] : [])));
  return named.length === question.gaps.length && question.gaps.every((gap) => named.includes(gap.id));
}
