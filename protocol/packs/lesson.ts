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
import { questionSchema } from './quiz.ts';

/** First line of every lesson file. */
export const LESSON_FORMAT = 'throughline-lesson/1';

const title = z.string().check(z.minLength(1), z.maxLength(300));
const pixels = z.int().check(z.gte(1), z.lte(10_000));
const lines = z.readonly(z.array(lineSchema).check(z.minLength(1), z.maxLength(200)));
const seconds = z.optional(z.number().check(z.gte(0), z.lte(86_400)));

const heading = z.object({
  kind: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  text: lineSchema,
});
const paragraph = z.object({ kind: z.literal('paragraph'), text: lineSchema });
const list = z.object({ kind: z.literal('list'), ordered: z.boolean(), items: lines });

/** A picture. `alt` is never empty: a picture that says nothing does not belong in a lesson (PACK-23). */
const image = z.object({
  kind: z.literal('image'),
  src: packPathSchema,
  alt: z.string().check(z.minLength(1), z.maxLength(1000)),
  width: pixels,
  height: pixels,
  caption: z.optional(lineSchema),
});

/** Sound, always with its words (PACK-24). */
const audio = z.object({
  kind: z.literal('audio'),
  src: packPathSchema,
  title,
  transcript: paragraphsSchema.check(z.minLength(1)),
  seconds,
});

/** A film, always with captions and its words (PACK-24). */
const video = z.object({
  kind: z.literal('video'),
  src: packPathSchema,
  poster: packPathSchema,
  title,
  width: pixels,
  height: pixels,
  captions: z.readonly(
    z.array(z.object({ language: languageSchema, src: packPathSchema })).check(z.minLength(1), z.maxLength(40)),
  ),
  transcript: paragraphsSchema.check(z.minLength(1)),
  seconds,
});

/** A box with a name: something to remember, to try, a worked example, a warning, or where to get help. */
const callout = z.object({
  kind: z.literal('callout'),
  tone: z.enum(['remember', 'try', 'example', 'careful', 'help']),
  title: z.optional(lineSchema),
  blocks: z.readonly(z.array(z.discriminatedUnion('kind', [paragraph, list])).check(z.minLength(1), z.maxLength(50))),
});

const definition = z.object({ kind: z.literal('definition'), term: lineSchema, meaning: lineSchema });

/** A table: one row of heads, then rows of as many cells; a cell may be empty. */
const cell = z.readonly(z.array(inlineSchema).check(z.maxLength(100)));
const row = z.readonly(z.array(cell).check(z.minLength(1), z.maxLength(12)));
const table = z
  .object({
    kind: z.literal('table'),
    caption: z.optional(lineSchema),
    head: row,
    rows: z.readonly(z.array(row).check(z.minLength(1), z.maxLength(200))),
  })
  .check(z.refine((value) => value.rows.every((cells) => cells.length === value.head.length)));

/** A question inside a lesson: marked at once, with feedback, and never counted for a test (PACK-25). */
const question = z.object({ kind: z.literal('question'), question: questionSchema });

/** One thing on a page of a lesson. */
export const blockSchema = z.discriminatedUnion('kind', [
  heading,
  paragraph,
  list,
  image,
  audio,
  video,
  callout,
  definition,
  table,
  question,
]);
/** One thing on a page of a lesson. */
export type Block = z.infer<typeof blockSchema>;

/** One page: what the reader sees before pressing Next. */
export const pageSchema = z.object({
  title: z.optional(title),
  blocks: z.readonly(z.array(blockSchema).check(z.minLength(1), z.maxLength(200))),
  /** The page read aloud, where the builder could (PACK-35). */
  narration: z.optional(narrationSchema),
});
/** One page of a lesson. */
export type Page = z.infer<typeof pageSchema>;

/** A lesson in one language, as the player draws it: typed blocks, no HTML anywhere (PACK-20). */
export const lessonSchema = z.object({
  format: z.literal(LESSON_FORMAT),
  activityId: activityIdSchema,
  language: languageSchema,
  direction: directionSchema,
  title,
  pages: z.readonly(z.array(pageSchema).check(z.minLength(1), z.maxLength(300))),
});
/** A lesson in one language. */
export type Lesson = z.infer<typeof lessonSchema>;
