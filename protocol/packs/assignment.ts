import { z } from 'zod/mini';
import { activityIdSchema, directionSchema, languageSchema, paragraphsSchema } from './inline-text.ts';
import { partIdSchema } from './quiz.ts';

/** First line of every assignment file. */
export const ASSIGNMENT_FORMAT = 'throughline-assignment/1';

/** Most parts of one piece of work, and most characters of one part: all of it, sealed, fits one operation (400 kB). */
export const MAX_WORK_PARTS = 40;
export const MAX_PART_CHARACTERS = 30_000;
/** Most characters of one whole piece of work: about fifteen printed pages. */
export const MAX_WORK_CHARACTERS = 40_000;

/** Most photographs of one piece of work; a task says how many of them it takes. */
export const MAX_PHOTOS = 6;

const wordCount = z.int().check(z.gte(1), z.lte(5000));

/** One thing to write. The word guide advises, it never refuses: a tutor decides what is enough. */
export const assignmentPartSchema = z.object({
  id: partIdSchema,
  ask: paragraphsSchema.check(z.minLength(1)),
  words: z.optional(
    z
      .object({ atLeast: z.optional(wordCount), atMost: z.optional(wordCount) })
      .check(z.refine(({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost, 'The least is not more than the most')),
  ),
});
/** One thing to write. */
export type AssignmentPart = z.infer<typeof assignmentPartSchema>;

/** A written task in one language (role `assignment`). It is done when a tutor says that it is (completion `manual`). */
export const assignmentSchema = z.object({
  format: z.literal(ASSIGNMENT_FORMAT),
  activityId: activityIdSchema,
  language: languageSchema,
  direction: directionSchema,
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  intro: paragraphsSchema,
  parts: z
    .readonly(z.array(assignmentPartSchema).check(z.minLength(1), z.maxLength(MAX_WORK_PARTS)))
    .check(z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Every part has a name of its own')),
  /** Photographs of work on paper that may go with it, where a tablet has a camera; 0: none. */
  photos: z.int().check(z.gte(0), z.lte(MAX_PHOTOS)),
});
/** A written task in one language. */
export type Assignment = z.infer<typeof assignmentSchema>;
