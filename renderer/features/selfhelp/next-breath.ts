/** One part of a breath, and how long it lasts in milliseconds: four in, two held, six out; slow enough to calm. */
export const BREATH = { in: 4000, hold: 2000, out: 6000 } as const;
export type Breath = keyof typeof BREATH;

/** What follows: in, hold, out, and in again. */
export function nextBreath(breath: Breath): Breath {
  switch (breath) {
    case 'in':
      return 'hold';
    case 'hold':
      return 'out';
    case 'out':
      return 'in';
  }
}
