import { z } from 'zod';
import {
  accessibilitySchema,
  audienceSchema,
  completionSchema,
  levelSchema,
  strictPackIdSchema,
} from '#protocol/packs/manifest.ts';
import { languageSchema } from '#protocol/packs/inline-text.ts';
import { partIdSchema } from '#protocol/packs/quiz.ts';

const words = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().trim().min(1, 'Write something here.'));
const fileName = z.string().min(1);
const spoken = z.record(languageSchema, words);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.');

const item = z
  .strictObject({
    id: slug,
    lesson: fileName.optional(),
    quiz: fileName.optional(),
    minutes: z.int('Write a whole number of minutes.').min(1),
    completion: z.optional(completionSchema),
  })
  .refine((one) => (one.lesson === undefined) !== (one.quiz === undefined), 'Name one file: a lesson or a quiz.');

/** `pack.yaml`: what the teacher says about the whole pack. Unknown words are refused, so that a slip of the pen is seen. */
export const packYamlSchema = z.strictObject({
  id: strictPackIdSchema,
  version: z.int().min(1).default(1),
  languages: z.array(languageSchema).min(1),
  title: spoken,
  summary: spoken,
  subject: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'Use small letters and hyphens.'),
  level: z.array(levelSchema).min(1),
  readingAge: z.int().min(4).max(25).optional(),
  licence: words,
  attribution: z.array(words).min(1, 'Say who made this.'),
  source: words.optional(),
  audience: z.optional(audienceSchema),
  from: z.string().optional(),
  until: z.string().optional(),
  cover: fileName.optional(),
  coverAlt: spoken.optional(),
  needsSound: z.boolean().default(false),
  hazards: z.optional(accessibilitySchema.shape.hazards),
  items: z.array(item).min(1, 'A pack needs at least one lesson.'),
});
/** What the teacher says about the whole pack. */
export type PackYaml = z.infer<typeof packYamlSchema>;

const everyQuestion = {
  id: partIdSchema,
  ask: words,
  marks: z.int().min(1).default(1),
  picture: fileName.optional(),
  pictureAlt: words.optional(),
  hint: words.optional(),
  because: words.optional(),
};
const rightOrWrong = { sayRight: words.optional(), sayWrong: words.optional() };
const choice = z.strictObject({
  id: z.optional(partIdSchema),
  text: words,
  right: z.boolean().default(false),
  say: words.optional(),
});
const choices = z.array(choice).min(2, 'Give at least two choices.').max(12);
const rightCount = (all: readonly { readonly right: boolean }[]) => all.filter((one) => one.right).length;

/** A number in a source: `0.75`, or a fraction in quotes such as `"3/4"`. */
const number = z.union([z.number(), z.string()]);

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
    mistakes: z.array(z.strictObject({ value: number, say: words })).default([]),
  }),
  z.strictObject({ kind: z.literal('short'), ...everyQuestion, accepted: z.array(words).min(1), ...rightOrWrong }),
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
]);
/** One question as a teacher writes it. */
export type QuestionYaml = z.infer<typeof questionYamlSchema>;

/** A quiz file. `passMark` is a share: 0.7 means seven marks of ten. */
export const quizYamlSchema = z.strictObject({
  title: words,
  intro: words.optional(),
  passMark: z.number().min(0).max(1),
  questions: z.array(questionYamlSchema).min(1, 'A quiz needs at least one question.').max(200),
});
/** A quiz file. */
export type QuizYaml = z.infer<typeof quizYamlSchema>;
