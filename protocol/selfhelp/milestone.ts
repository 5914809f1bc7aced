import { z } from 'zod/mini';

/** Milestones that mean something; how each is reached is in `renderer/features/selfhelp/achievements`. */
export const milestones = ['first-page', 'week-of-pages', 'month-of-pages', 'hundred-pages', 'first-map', 'map-again', 'first-practice', 'five-techniques', 'ten-practices', 'first-plan', 'plan-used', 'five-plans-used'] as const;
export type MilestoneName = (typeof milestones)[number];

/** What the person promised themselves for a milestone, and whether they had it. */
export const milestoneSchema = z.strictObject({
  milestone: z.enum(milestones),
  reward: z.string().check(z.maxLength(200)),
  had: z.boolean(),
});
export type Milestone = z.infer<typeof milestoneSchema>;
