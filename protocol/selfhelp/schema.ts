import { z } from 'zod/mini';
import { timeSchema } from '../ids.ts';

/** The six linked areas (domain.md 2.1; the lifestyle balance model, Davies, Elison, Ward and Laudet 2015). */
export const areas = ['situations', 'thoughts', 'emotions', 'body', 'behaviours', 'lifestyle'] as const;
export type Area = (typeof areas)[number];

/** What can set a craving or a low mood off; each belongs to an area. The words on screen are in `renderer/text`. */
export const triggers = ['argument', 'phone-call', 'offered', 'debt', 'news', 'bored', 'alone', 'angry', 'sad', 'worried', 'ashamed', 'pain', 'tired', 'withdrawal', 'memory', 'regime', 'nothing'] as const;
export type Trigger = (typeof triggers)[number];

/** What the person did about it. */
export const responses = ['waited', 'talked', 'listener', 'exercised', 'breathed', 'music', 'wrote', 'read', 'cell-work', 'slept', 'prayed', 'walked-away', 'nothing'] as const;
export type Response = (typeof responses)[number];

/**
 * One daily check-in, readable only on the tablet, by the person. No question asks about drug use: that would be
 * evidence against the person in custody (domain.md 2.2); issue 3 adds it as an option with its own warning.
 */
export const checkInSchema = z.strictObject({
  /** The day it is about, as the person sees it, `YYYY-MM-DD`. */
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  at: timeSchema,
  /** 1 very low … 5 very good: a face scale of our own, not a validated measure. */
  mood: z.int().check(z.gte(1), z.lte(5)),
  /** 0 none … 10 as strong as it gets; the person's own rating. */
  craving: z.int().check(z.gte(0), z.lte(10)),
  /** Hours slept, to the half hour, or not said. */
  sleep: z.nullable(z.number().check(z.gte(0), z.lte(24))),
  triggers: z.array(z.enum(triggers)).check(z.maxLength(triggers.length)),
  responses: z.array(z.enum(responses)).check(z.maxLength(responses.length)),
  note: z.string().check(z.maxLength(2000)),
});
export type CheckIn = z.infer<typeof checkInSchema>;

/** `save`: a `SaveRecord` (protocol/private-records). */
export const selfhelpOperations = { save: 'selfhelp.save' } as const;
/** Person stream: `StoredRecord`, id: recordId. */
export const selfhelpRecords = { stored: 'selfhelp.stored' } as const;
