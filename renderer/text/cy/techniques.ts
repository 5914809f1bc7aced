import type { text as english } from '../en/techniques.ts';
import type { Translation } from '../translation.ts';
import { text as afterASlip } from './techniques/after-a-slip.ts';
import { text as betterSleep } from './techniques/better-sleep.ts';
import { text as dayPlan } from './techniques/day-plan.ts';
import { text as findYourFeet } from './techniques/find-your-feet.ts';
import { text as mindTraps } from './techniques/mind-traps.ts';
import { text as rideTheWave } from './techniques/ride-the-wave.ts';
import { text as sayNo } from './techniques/say-no.ts';
import { text as slowBreathing } from './techniques/slow-breathing.ts';
import { text as solveIt } from './techniques/solve-it.ts';
import { text as speakUp } from './techniques/speak-up.ts';
import { text as spotAvoidCope } from './techniques/spot-avoid-cope.ts';
import { text as stayAlive } from './techniques/stay-alive.ts';
import { text as swapList } from './techniques/swap-list.ts';
import { text as whatMatters } from './techniques/what-matters.ts';

export const text: Translation<typeof english> = {
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
