import { z } from 'zod/mini';
import { stuckReasons } from '#protocol/education/stuck-rules.ts';
import { packIdSchema, personIdSchema, prisonerNumberSchema, recordIdSchema, timeSchema } from '#protocol/ids.ts';
import { itemKindSchema } from '#protocol/packs/manifest.ts';

const words = z.record(z.string(), z.string());
/** The words of protocol/education/rules.ts. */
export const progressStatuses = ['not-started', 'started', 'completed', 'passed', 'needs-another-go'] as const;

const learnerFields = {
  personId: personIdSchema,
  prisonerNumber: prisonerNumberSchema,
  name: z.string(),
  wing: z.string(),
};
/** Why a tutor may want to look, and at which activity; null is the whole course. */
const signSchema = z.object({ reason: z.enum(stuckReasons), activityId: z.nullable(z.string()) });

/** GET /learners: a page of everybody who is here, with how far they are in each pack they opened. */
export const learnersQuerySchema = z.strictObject({
  search: z.optional(z.string().check(z.maxLength(60))),
  wing: z.optional(z.string().check(z.maxLength(60))),
  group: z.optional(recordIdSchema),
  pack: z.optional(packIdSchema),
  /** `stuck`: only those with a sign that somebody should look. */
  only: z.optional(z.enum(['stuck'])),
  sort: z.optional(z.enum(['name', 'wing', 'last', 'stuck'])),
  /** From 0; a page past the end is the last. */
  page: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(10_000))),
});
export type LearnersQuery = z.infer<typeof learnersQuerySchema>;
export const learnersSchema = z.object({
  /** People who fit, and the page of them that this is. */
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  learners: z.array(
    z.object({
      ...learnerFields,
      groups: z.array(z.string()),
      packs: z.array(
        z.object({
          packId: z.string(),
          title: words,
          done: z.int(),
          of: z.int(),
          fraction: z.number(),
          seconds: z.number(),
          /** By the tablet's clock: for display only (CLOCK-1). */
          lastAt: z.nullable(timeSchema),
          /** When the gateway last heard of it. */
          heardAt: timeSchema,
          signs: z.array(signSchema),
        }),
      ),
    }),
  ),
  /** Every course that any of those who fit has opened, for the filter. */
  courses: z.array(z.object({ packId: z.string(), title: words })),
});
export type Learners = z.infer<typeof learnersSchema>;

/** GET /learners/:personId */
export const learnerSchema = z.object({
  ...learnerFields,
  packs: z.array(
    z.object({
      packId: z.string(),
      title: words,
      /** The edition the person last worked in. */
      version: z.int(),
      fraction: z.number(),
      heardAt: timeSchema,
      signs: z.array(signSchema),
      items: z.array(
        z.object({
          activityId: z.string(),
          kind: itemKindSchema,
          title: words,
          /** What its author says it takes. */
          minutes: z.int(),
          status: z.enum(progressStatuses),
          fraction: z.number(),
          /** 0 to 1, or null where there was no attempt. */
          bestScore: z.nullable(z.number()),
          lastScore: z.nullable(z.number()),
          attempts: z.int(),
          /** `beyondLimit`: one more than the quiz allows, so that it counts for nothing (PACK-38). */
          attemptList: z.array(z.object({ at: timeSchema, fraction: z.nullable(z.number()), passed: z.boolean(), beyondLimit: z.boolean() })),
          seconds: z.number(),
          /** By the tablet's clock: for display only (CLOCK-1). */
          lastAt: z.nullable(timeSchema),
          signs: z.array(z.enum(stuckReasons)),
        }),
      ),
    }),
  ),
});
export type Learner = z.infer<typeof learnerSchema>;
export const learnerParamsSchema = z.object({ personId: personIdSchema });
