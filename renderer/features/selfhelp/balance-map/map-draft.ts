import { z } from 'zod/mini';
import { balanceMapSchema } from '#protocol/selfhelp/balance-map.ts';
import { areas, type Area } from '#protocol/selfhelp/schema.ts';

/** Under which the map being made is kept. */
export const MAP_DRAFT = 'map';

/** Steps of making a map: one for each area, then the lines, then where to start. */
export const STEPS = [...areas, 'links', 'start'] as const;
export type MapStep = (typeof STEPS)[number];

/** The map being made, where one is in it, and what is typed and not added yet. */
export const mapDraftSchema = z.strictObject({ step: z.enum(STEPS), map: balanceMapSchema, typing: z.string() });
export type MapDraft = z.infer<typeof mapDraftSchema>;

/** Whether a step is about an area. */
export function isArea(step: MapStep): step is Area {
  return step !== 'links' && step !== 'start';
}

/** The step after or before, or undefined at the ends. */
export function stepBeside(step: MapStep, way: 1 | -1): MapStep | undefined {
  return STEPS[STEPS.indexOf(step) + way];
}
