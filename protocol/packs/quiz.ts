import { z } from 'zod/mini';
import { packPathSchema } from './file-list.ts';
import { activityIdSchema, directionSchema, languageSchema, lineSchema, paragraphsSchema } from './inline-text.ts';

/** First line of every quiz file. */
export const QUIZ_FORMAT = 'throughline-quiz/1';

/** Name of a question or of a choice inside it; the same in every language and edition, because answers hang on it (PACK-26). */
export const partIdSchema = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));

const title = z.string().check(z.minLength(1), z.maxLength(300));
const feedback = z.optional(lineSchema);

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
};

/** One choice, with what to say to the person who chose it. */
export const optionSchema = z.object({ id: partIdSchema, text: lineSchema, correct: z.boolean(), feedback });
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
  /** Wrong answers people often give, each with its own word of help. */
  mistakes: z.optional(
    z.readonly(z.array(z.object({ value: z.number(), feedback: lineSchema })).check(z.maxLength(20))),
  ),
});

/** A word or a few; right if it equals one of `accepted` once case, spaces, accents and end marks are set aside. */
export const shortSchema = z.object({
  kind: z.literal('short'),
  ...everyQuestion,
  accepted: z.readonly(
    z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(50)),
  ),
  feedback: z.optional(z.object({ right: feedback, wrong: feedback })),
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

/** One question. The list of kinds may grow; a tablet that does not know a kind refuses the file (PACK-27). */
export const questionSchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  trueFalseSchema,
  numericSchema,
  shortSchema,
  matchingSchema,
  orderingSchema,
]);
/** One question. */
export type Question = z.infer<typeof questionSchema>;

/** A quiz in one language. `passMark` is a share of all marks, 0 to 1. */
export const quizSchema = z.object({
  format: z.literal(QUIZ_FORMAT),
  activityId: activityIdSchema,
  language: languageSchema,
  direction: directionSchema,
  title,
  intro: paragraphsSchema,
  passMark: z.number().check(z.gte(0), z.lte(1)),
  questions: z
    .readonly(z.array(questionSchema).check(z.minLength(1), z.maxLength(200)))
    .check(z.refine((all) => idsOnce(all), 'Every question has a name of its own')),
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
]);
/** What a person answered. */
export type Answer = z.infer<typeof answerSchema>;

function idsOnce(all: readonly { readonly id: string }[]): boolean {
  return new Set(all.map((one) => one.id)).size === all.length;
}
