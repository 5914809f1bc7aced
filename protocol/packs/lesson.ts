import { z } from 'zod/mini';
import { packPathSchema } from './file-list.ts';
import { activityIdSchema, directionSchema, languageSchema, lineSchema, paragraphsSchema } from './inline-text.ts';
import { questionSchema } from './quiz.ts';

/** First line of every lesson file. */
export const LESSON_FORMAT = 'throughline-lesson/1';

const title = z.string().check(z.minLength(1), z.maxLength(300));
const pixels = z.int().check(z.gte(1), z.lte(10_000));
const lines = z.readonly(z.array(lineSchema).check(z.minLength(1), z.maxLength(200)));
const seconds = z.optional(z.number().check(z.gte(0), z.lte(86_400)));

const heading = z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: lineSchema });
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
  captions: z
    .readonly(z.array(z.object({ language: languageSchema, src: packPathSchema })).check(z.minLength(1), z.maxLength(40))),
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

const table = z.object({
  kind: z.literal('table'),
  caption: z.optional(lineSchema),
  head: lines,
  rows: z.readonly(z.array(z.readonly(z.array(z.readonly(z.array(z.unknown()))))).check(z.maxLength(0))),
});
