import { z } from 'zod/mini';
import { timeSchema } from '../ids.ts';
import { daySchema, ratingSchema } from './schema.ts';

/** What can set a craving or a low mood off; each belongs to an area. The words on screen are in `renderer/text`. */
export const triggers = ['argument', 'phone-call', 'offered', 'debt', 'news', 'bored', 'alone', 'angry', 'sad', 'worried', 'ashamed', 'pain', 'tired', 'withdrawal', 'memory', 'regime', 'nothing'] as const;
export type Trigger = (typeof triggers)[number];

/** What the person did about it. */
export const responses = ['waited', 'talked', 'listener', 'exercised', 'breathed', 'music', 'wrote', 'read', 'cell-work', 'slept', 'prayed', 'walked-away', 'nothing'] as const;
export type Response = (typeof responses)[number];

/** When in the day the pull was strongest. */
export const dayParts = ['morning', 'afternoon', 'evening', 'night'] as const;
export type DayPart = (typeof dayParts)[number];

/** Whether what the person did helped. */
export const helpedAnswers = ['no', 'little', 'yes'] as const;
export type Helped = (typeof helpedAnswers)[number];

/**
 * One daily check-in, readable only on the tablet, by the person. Drug use is asked only of somebody who switched the
 * question on themselves (`Profile.asksUse`): in custody an answer could be held against them (domain.md 2.2). What was
 * added after the first release is optional, so that older pages still open.
 */
export const checkInSchema = z.strictObject({
  day: daySchema,
  at: timeSchema,
  /** 1 very low … 5 very good: a face scale of our own, not a validated measure. */
  mood: z.int().check(z.gte(1), z.lte(5)),
  /** 0 none … 10 as strong as it gets; the person's own rating. */
  craving: ratingSchema,
  /** Hours slept, to the half hour, or not said. */
  sleep: z.nullable(z.number().check(z.gte(0), z.lte(24))),
  triggers: z.array(z.enum(triggers)).check(z.maxLength(triggers.length)),
  responses: z.array(z.enum(responses)).check(z.maxLength(responses.length)),
  note: z.string().check(z.maxLength(2000)),
  strongest: z.optional(z.enum(dayParts)),
  helped: z.optional(z.enum(helpedAnswers)),
  used: z.optional(z.boolean()),
});
export type CheckIn = z.infer<typeof checkInSchema>;
