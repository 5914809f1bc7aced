import { flagReasons } from './flag.ts';
import type { Found } from './found.ts';

/**
 * What was found without the threats that stand inside words of self-harm: “k1ll myself” holds “k1ll”, and self-harm
 * alerts but never holds (flag.ts). A threat that begins before such words or goes on after them says more than they
 * do and stays: “Bój się, zabiję cię” is no “się zabiję”. Takes what was found in one reading of one text.
 */
export function withoutThreatsToOneself(found: readonly Found[]): readonly Found[] {
  const harm = found.filter(({ reason }) => reason === 'self-harm').toSorted((one, other) => one.start - other.start);
  if (harm.length === 0) return found;
  const threats = found.filter(isThreat).toSorted((one, other) => one.start - other.start);
  const inside = new Set<Found>();
  let next = 0;
  let reach = 0;
  for (const threat of threats) {
    for (let one = harm[next]; one !== undefined && one.start <= threat.start; one = harm[next]) {
      reach = Math.max(reach, one.end);
      next += 1;
    }
    if (threat.end <= reach) inside.add(threat);
  }
  return found.filter((one) => !inside.has(one));
}

function isThreat({ reason }: Found): boolean {
  return flagReasons[reason] === 'threat';
}
