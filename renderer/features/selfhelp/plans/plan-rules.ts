import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import type { Plan, PlanOf } from '#protocol/selfhelp/plan.ts';
import { isHardDay } from '../rules.ts';
import type { KeptOf } from '../tables.ts';

/** A plan as it is kept. */
export type KeptPlan = KeptOf<'plan'>;
/** A kept plan of one type. */
export type KeptPlanOf<Type extends Plan['type']> = { readonly recordId: string; readonly body: PlanOf<Type> };

/** Plans of one type, in the order given. */
export function plansOf<Type extends Plan['type']>(plans: readonly KeptPlan[], type: Type): readonly KeptPlanOf<Type>[] {
  const isOfType = (body: Plan): body is PlanOf<Type> => body.type === type;
  return plans.flatMap(({ recordId, record: { body } }) => (isOfType(body) ? [{ recordId, body }] : []));
}

/** If-then plans in use, the newest first. */
export function plansInUse(plans: readonly KeptPlan[]): readonly KeptPlanOf<'if-then'>[] {
  return plansOf(plans, 'if-then').filter(({ body }) => !body.putAway);
}

/** If-then plans that were put away, the newest first. */
export function plansPutAway(plans: readonly KeptPlan[]): readonly KeptPlanOf<'if-then'>[] {
  return plansOf(plans, 'if-then').filter(({ body }) => body.putAway);
}

/** Most plans that are brought up at once: more would be a list to read on a bad day. */
const BROUGHT_UP = 3;

/**
 * Plans that a day's page calls for. First those made for what set it off today; on a hard day also the ones that were
 * used before, most used first. At most three.
 */
export function plansFor(page: Pick<CheckIn, 'triggers' | 'mood' | 'craving'>, plans: readonly KeptPlan[]): readonly KeptPlanOf<'if-then'>[] {
  const inUse = plansInUse(plans);
  const made = inUse.filter(({ body }) => body.triggers.some((trigger) => trigger !== 'nothing' && page.triggers.includes(trigger)));
  if (!isHardDay(page)) return made.slice(0, BROUGHT_UP);
  const others = inUse.filter((plan) => !made.includes(plan)).sort((one, other) => other.body.timesUsed - one.body.timesUsed);
  return [...made, ...others].slice(0, BROUGHT_UP);
}

/** The plan after it was used once more on a day (`YYYY-MM-DD`). */
export function usedOnce(plan: PlanOf<'if-then'>, day: string): PlanOf<'if-then'> {
  return { ...plan, timesUsed: plan.timesUsed + 1, lastUsed: day };
}

/** A line added to a list; the same list when there is nothing to add, it stands there, or `most` lines do. */
export function addLine(lines: readonly string[], line: string, most: number): string[] {
  const trimmed = line.trim();
  return trimmed === '' || lines.includes(trimmed) || lines.length >= most ? [...lines] : [...lines, trimmed];
}
