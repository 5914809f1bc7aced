import { z } from 'zod';
import { MAX_ESSAY_LENGTH, partIdSchema } from '#protocol/packs/quiz.ts';

const words = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().trim().min(1, 'Write something here.'));

/** Part of the marks for an answer that is nearly right: 0.5 is half. */
const share = z.number('Write a share such as 0.5.').min(0).lt(1).optional();

const everyQuestion = {
  id: partIdSchema,
  ask: words,
  marks: z.int().min(1).default(1),
  picture: z.string().min(1).optional(),
  pictureAlt: words.optional(),
  hint: words.optional(),
  because: words.optional(),
  /** `false`: all or nothing. */
  partMarks: z.boolean().optional(),
};
const rightOrWrong = { sayRight: words.optional(), sayWrong: words.optional() };
const choice = z.strictObject({
  id: z.optional(partIdSchema),
  text: words,
  right: z.boolean().default(false),
  share,
  say: words.optional(),
});
const choices = z.array(choice).min(2, 'Give at least two choices.').max(12);
const rightCount = (all: readonly { readonly right: boolean }[]) => all.filter((one) => one.right).length;

/** A number in a source: `0.75`, or a fraction in quotes such as `"3/4"`. */
const number = z.union([z.number(), z.string()]);

/** A gap is named in the text, `[like-this]`: typed words, a typed number, or one of a list. */
const gap = z.union(
  [
    z.strictObject({ accepted: z.array(words).min(1) }),
    z.strictObject({ number, tolerance: z.number().min(0).default(0) }),
    z.strictObject({ options: choices.refine((all) => rightCount(all) === 1) }),
  ],
  'A gap has “accepted” words, or a “number”, or “options” of which exactly one is right.',
);

/** One question as a teacher writes it, in a quiz file or in a ```question block. */
export const questionYamlSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('single'),
    ...everyQuestion,
    options: choices.refine((all) => rightCount(all) === 1, 'Mark exactly one choice with “right: true”.'),
  }),
  z.strictObject({
    kind: z.literal('multiple'),
    ...everyQuestion,
    options: choices.refine((all) => rightCount(all) >= 1, 'Mark at least one choice with “right: true”.'),
  }),
  z.strictObject({
    kind: z.literal('true-false'),
    ...everyQuestion,
    answer: z.boolean('Write “answer: true” or “answer: false”.'),
    sayTrue: words.optional(),
    sayFalse: words.optional(),
  }),
  z.strictObject({
    kind: z.literal('numeric'),
    ...everyQuestion,
    answer: number,
    tolerance: z.number().min(0).default(0),
    unit: words.optional(),
    ...rightOrWrong,
    mistakes: z
      .array(z.strictObject({ value: number, tolerance: z.number().min(0).optional(), share, say: words.optional() }))
      .default([]),
  }),
  z.strictObject({
    kind: z.literal('short'),
    ...everyQuestion,
    accepted: z.array(words).min(1),
    ...rightOrWrong,
    mistakes: z.array(z.strictObject({ text: words, share, say: words.optional() })).optional(),
  }),
  z.strictObject({
    kind: z.literal('matching'),
    ...everyQuestion,
    pairs: z
      .array(z.strictObject({ id: z.optional(partIdSchema), left: words, right: words }))
      .min(2)
      .max(12),
    extra: z.array(words).max(6).default([]),
    ...rightOrWrong,
  }),
  z.strictObject({
    kind: z.literal('ordering'),
    ...everyQuestion,
    items: z.array(words).min(2).max(12),
    ...rightOrWrong,
  }),
  z.strictObject({
    kind: z.literal('gap-fill'),
    ...everyQuestion,
    text: words,
    gaps: z.record(partIdSchema, gap).refine((all) => Object.keys(all).length > 0, 'Give at least one gap.'),
    ...rightOrWrong,
  }),
  z.strictObject({
    kind: z.literal('essay'),
    ...everyQuestion,
    limit: z.int().min(100).max(MAX_ESSAY_LENGTH).default(5000),
  }),
]);
/** One question as a teacher writes it. */
export type QuestionYaml = z.infer<typeof questionYamlSchema>;

/** A quiz file. `passMark` is a share: 0.7 means seven marks of ten. */
export const quizYamlSchema = z.strictObject({
  title: words,
  intro: words.optional(),
  passMark: z.number().min(0).max(1),
  attempts: z.int().min(1).max(20).optional(),
  mixQuestions: z.boolean().optional(),
  mixChoices: z.boolean().optional(),
  questions: z.array(questionYamlSchema).min(1, 'A quiz needs at least one question.').max(200),
});
/** A quiz file. */
export type QuizYaml = z.infer<typeof quizYamlSchema>;
