import type { MilestoneName } from '#protocol/selfhelp/milestone.ts';
import { milestones } from '#protocol/selfhelp/milestone.ts';

/** What was done so far, as numbers. Days count whether or not there are gaps between them: a streak would punish. */
export type DoneSoFar = {
  readonly pages: number;
  readonly maps: number;
  readonly practices: number;
  /** How many different techniques. */
  readonly techniques: number;
  readonly plans: number;
  readonly plansUsed: number;
};

/** What each milestone counts, and how many of it. Our own steps; none compares the person with anybody. */
const STEPS = {
  'first-page': ['pages', 1],
  'week-of-pages': ['pages', 7],
  'month-of-pages': ['pages', 30],
  'hundred-pages': ['pages', 100],
  'first-map': ['maps', 1],
  'map-again': ['maps', 2],
  'first-practice': ['practices', 1],
  'five-techniques': ['techniques', 5],
  'ten-practices': ['practices', 10],
  'first-plan': ['plans', 1],
  'plan-used': ['plansUsed', 1],
  'five-plans-used': ['plansUsed', 5],
} as const satisfies Record<MilestoneName, readonly [keyof DoneSoFar, number]>;

/** How far one milestone is: `done` never runs past `of`. */
export type MilestoneState = { readonly name: MilestoneName; readonly done: number; readonly of: number; readonly reached: boolean };

/** All milestones: those on the way first, the nearest first; then those that were reached. */
export function milestoneStates(so: DoneSoFar): readonly MilestoneState[] {
  const states = milestones.map((name) => {
    const [what, of] = STEPS[name];
    return { name, of, done: Math.min(so[what], of), reached: so[what] >= of };
  });
  const onTheWay = states.filter(({ reached }) => !reached).sort((one, other) => other.done / other.of - one.done / one.of);
  return [...onTheWay, ...states.filter(({ reached }) => reached)];
}
