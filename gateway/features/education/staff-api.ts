import { z } from 'zod/mini';
import { personIdSchema, prisonerNumberSchema, timeSchema } from '#protocol/ids.ts';
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

/** GET /learners?search=&wing= : everybody who is here, with how far they are in each pack they opened. */
export const learnersQuerySchema = z.strictObject({
  search: z.optional(z.string().check(z.maxLength(60))),
  wing: z.optional(z.string().check(z.maxLength(60))),
});
export const learnersSchema = z.object({
  learners: z.array(
    z.object({
      ...learnerFields,
      packs: z.array(
        z.object({
          packId: z.string(),
          title: words,
          done: z.int(),
          of: z.int(),
          fraction: z.number(),
          lastAt: z.nullable(timeSchema),
        }),
      ),
    }),
  ),
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
      items: z.array(
        z.object({
          activityId: z.string(),
          kind: itemKindSchema,
          title: words,
          status: z.enum(progressStatuses),
          fraction: z.number(),
          /** 0 to 1, or null where there was no attempt. */
          bestScore: z.nullable(z.number()),
          attempts: z.int(),
          seconds: z.number(),
          /** By the tablet's clock: for display only (CLOCK-1). */
          lastAt: z.nullable(timeSchema),
        }),
      ),
    }),
  ),
});
export type Learner = z.infer<typeof learnerSchema>;
export const learnerParamsSchema = z.object({ personId: personIdSchema });
