import { z } from 'zod/mini';
import { timeSchema } from '../ids.ts';
import { balanceMapSchema } from './balance-map.ts';
import { checkInSchema } from './check-in.ts';
import { measureSchema } from './measure.ts';
import { milestoneSchema } from './milestone.ts';
import { planSchema } from './plan.ts';
import { practiceSchema } from './practice.ts';
import { profileSchema } from './profile.ts';
import { safetyPlanSchema } from './safety-plan.ts';
import { daySchema } from './schema.ts';

/** `day` and `at` (milliseconds, the tablet's clock) say when the record was made, as the person saw it. */
const envelope = <Kind extends string, Body extends z.ZodMiniType>(kind: Kind, body: Body) => z.strictObject({ kind: z.literal(kind), day: daySchema, at: timeSchema, body });

/** One private record of self-help. A new kind is a schema file, a line here and one in `keeping`. */
export const privateRecordSchema = z.discriminatedUnion('kind', [
  envelope('check-in', checkInSchema),
  envelope('map', balanceMapSchema),
  envelope('practice', practiceSchema),
  envelope('plan', planSchema),
  envelope('measure', measureSchema),
  envelope('milestone', milestoneSchema),
  envelope('profile', profileSchema),
  envelope('safety-plan', safetyPlanSchema),
]);
export type PrivateRecord = z.infer<typeof privateRecordSchema>;
export type RecordKind = PrivateRecord['kind'];
export type RecordOf<Kind extends RecordKind> = Extract<PrivateRecord, { readonly kind: Kind }>;
export type RecordBody<Kind extends RecordKind> = RecordOf<Kind>['body'];

/**
 * What saving means for each kind. `every`: a record of its own each time, and none is ever overwritten. `one-a-day`:
 * saving a day again replaces its record. `replaced`: whoever saves says which one it replaces. `one`: there is only one.
 */
export const keeping = {
  'check-in': 'one-a-day',
  map: 'every',
  practice: 'every',
  plan: 'replaced',
  measure: 'every',
  milestone: 'replaced',
  profile: 'one',
  'safety-plan': 'one',
} as const satisfies Record<RecordKind, 'every' | 'one-a-day' | 'replaced' | 'one'>;
