import { z } from 'zod/mini';
import { packIdSchema, timeSchema } from '../ids.ts';

/** A goal in the person's own words, readable by them alone; nothing happens when its day passes. */
export const goalSchema = z.strictObject({
  kind: z.literal('goal'),
  words: z.string().check(z.minLength(1), z.maxLength(500)),
  /** The day to have it done by, `YYYY-MM-DD`, or none. */
  by: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** Minutes of learning a week, or none. */
  minutesAWeek: z.nullable(z.int().check(z.gte(1), z.lte(10_080))),
  steps: z.array(z.strictObject({ words: z.string().check(z.minLength(1), z.maxLength(300)), done: z.boolean() })).check(z.maxLength(20)),
  doneAt: z.nullable(timeSchema),
  changedAt: timeSchema,
  deletedAt: z.optional(timeSchema),
});
export type Goal = z.infer<typeof goalSchema>;

/** The courses somebody put on their own list; one record of this kind for a person. */
export const myCoursesSchema = z.strictObject({
  kind: z.literal('my-courses'),
  packIds: z.array(packIdSchema).check(z.maxLength(500)),
  changedAt: timeSchema,
});
export type MyCourses = z.infer<typeof myCoursesSchema>;
