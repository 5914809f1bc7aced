import { MAX_OWN_STEPS, MAX_PLAN_LINES, MAX_PLAN_WORDS, planSchema, releaseSteps, type PlanOf } from '#protocol/selfhelp/plan.ts';
import type { PrivateRecord } from '#protocol/selfhelp/private-record.ts';
import { SAFETY_PLAN_LETTERS, safetyPlanParts, type SafetyPlan } from '#protocol/selfhelp/safety-plan.ts';

/**
 * Both versions as one, where they are lists or pages of lines and all of it fits; undefined for whatever has no such thing
 * as both. What stands in both stands there once. Pure.
 */
export function putTogether(one: PrivateRecord, other: PrivateRecord): PrivateRecord['body'] | undefined {
  if (one.kind === 'safety-plan' && other.kind === 'safety-plan') return joinSafetyPlans(one.body, other.body);
  if (one.kind !== 'plan' || other.kind !== 'plan') return undefined;
  const [plan, second] = [one.body, other.body];
  if (plan.type === 'people-places' && second.type === 'people-places') return joinPlaces(plan, second);
  return plan.type === 'release-day' && second.type === 'release-day' ? joinReleaseDays(plan, second) : undefined;
}

function joinPlaces(one: PlanOf<'people-places'>, other: PlanOf<'people-places'>): PrivateRecord['body'] | undefined {
  const [avoid, seek] = [union(one.avoid, other.avoid), union(one.seek, other.seek)];
  return avoid.length > MAX_PLAN_LINES || seek.length > MAX_PLAN_LINES ? undefined : { type: 'people-places', avoid, seek };
}

function joinReleaseDays(one: PlanOf<'release-day'>, other: PlanOf<'release-day'>): PrivateRecord['body'] | undefined {
  const notes = Object.fromEntries(releaseSteps.flatMap((step) => {
    const note = joinLines(one.notes[step] ?? '', other.notes[step] ?? '', ' · ');
    return note === '' ? [] : [[step, note]];
  }));
  const own = union(one.own.map(({ words }) => words), other.own.map(({ words }) => words)).map((words) => ({ words, done: [...one.own, ...other.own].some((step) => step.words === words && step.done) }));
  // There is one day of release: which of two it is, only the person knows.
  if (one.date !== null && other.date !== null && one.date !== other.date) return undefined;
  if (Object.values(notes).some((note) => note.length > MAX_PLAN_WORDS) || own.length > MAX_OWN_STEPS) return undefined;
  return planSchema.parse({ type: 'release-day', date: one.date ?? other.date, done: releaseSteps.filter((step) => one.done.includes(step) || other.done.includes(step)), notes, own });
}

function joinSafetyPlans(one: SafetyPlan, other: SafetyPlan): SafetyPlan | undefined {
  const joined = { ...one };
  for (const part of safetyPlanParts) joined[part] = joinLines(one[part], other[part], '\n');
  return safetyPlanParts.some((part) => [...joined[part]].length > SAFETY_PLAN_LETTERS) ? undefined : joined;
}

function joinLines(one: string, other: string, between: string): string {
  return union([one.trim()], [other.trim()]).filter((line) => line !== '').join(between);
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}
