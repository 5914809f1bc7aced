import { z } from 'zod/mini';
import { triggers } from './check-in.ts';
import { daySchema } from './schema.ts';

/** The longest line of a plan, in UTF-16 units. */
export const MAX_PLAN_WORDS = 300;

/** Most lines in a list of people and places, and most own steps of a release day. */
export const MAX_PLAN_LINES = 30;
export const MAX_OWN_STEPS = 20;

const lineSchema = z.string().check(z.maxLength(MAX_PLAN_WORDS));
const linesSchema = z.array(lineSchema).check(z.maxLength(MAX_PLAN_LINES));

/** Steps of the release day that everybody is offered (own choice after domain.md 2.1 and 2.2); own ones are added in words. */
export const releaseSteps = ['met-by', 'first-night', 'appointment', 'medicine', 'money', 'phone', 'tolerance', 'naloxone', 'route', 'first-call', 'food', 'evening'] as const;
export type ReleaseStep = (typeof releaseSteps)[number];

/**
 * A plan of the person. Saving it again replaces it; one that is not wanted is put away, never deleted by accident.
 * `if-then` is an implementation intention (Gollwitzer 1999): a moment and one thing to do in it.
 */
export const planSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('if-then'),
    when: lineSchema,
    then: lineSchema,
    /** Brought up when the diary names one of these. */
    triggers: z.array(z.enum(triggers)).check(z.maxLength(triggers.length)),
    timesUsed: z.int().check(z.gte(0)),
    lastUsed: z.nullable(daySchema),
    putAway: z.boolean(),
  }),
  z.strictObject({ type: z.literal('people-places'), avoid: linesSchema, seek: linesSchema }),
  z.strictObject({
    type: z.literal('release-day'),
    date: z.nullable(daySchema),
    done: z.array(z.enum(releaseSteps)).check(z.maxLength(releaseSteps.length)),
    notes: z.partialRecord(z.enum(releaseSteps), lineSchema),
    own: z.array(z.strictObject({ words: lineSchema, done: z.boolean() })).check(z.maxLength(MAX_OWN_STEPS)),
  }),
]);
export type Plan = z.infer<typeof planSchema>;
export type PlanOf<Type extends Plan['type']> = Extract<Plan, { readonly type: Type }>;
