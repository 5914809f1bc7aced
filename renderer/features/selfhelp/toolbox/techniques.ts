import type { Technique, TechniqueId } from './technique.ts';
import { afterASlip } from './techniques/after-a-slip.ts';
import { betterSleep } from './techniques/better-sleep.ts';
import { dayPlan } from './techniques/day-plan.ts';
import { findYourFeet } from './techniques/find-your-feet.ts';
import { mindTraps } from './techniques/mind-traps.ts';
import { rideTheWave } from './techniques/ride-the-wave.ts';
import { sayNo } from './techniques/say-no.ts';
import { slowBreathing } from './techniques/slow-breathing.ts';
import { solveIt } from './techniques/solve-it.ts';
import { speakUp } from './techniques/speak-up.ts';
import { spotAvoidCope } from './techniques/spot-avoid-cope.ts';
import { stayAlive } from './techniques/stay-alive.ts';
import { swapList } from './techniques/swap-list.ts';
import { whatMatters } from './techniques/what-matters.ts';

/** All techniques by their id. */
export const techniques: Readonly<Record<TechniqueId, Technique>> = {
  'ride-the-wave': rideTheWave,
  'slow-breathing': slowBreathing,
  'find-your-feet': findYourFeet,
  'spot-avoid-cope': spotAvoidCope,
  'say-no': sayNo,
  'speak-up': speakUp,
  'mind-traps': mindTraps,
  'swap-list': swapList,
  'day-plan': dayPlan,
  'better-sleep': betterSleep,
  'solve-it': solveIt,
  'what-matters': whatMatters,
  'after-a-slip': afterASlip,
  'stay-alive': stayAlive,
};

/** The technique of an id, or undefined: a record may name one of a newer release. */
export function findTechnique(id: string): Technique | undefined {
  return Object.values(techniques).find((technique) => technique.id === id);
}
