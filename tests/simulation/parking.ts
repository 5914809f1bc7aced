import type { Chance } from './chance.ts';

/** Where everything that a tablet does waits for its turn, so that the seed decides what goes on when. */
export type Parking = {
  /** Resolves when the schedule picks this one; at once after `open`. */
  readonly park: () => Promise<void>;
  readonly count: () => number;
  readonly resumeOne: (chance: Chance) => void;
  readonly resumeAll: () => void;
  /** From now on nobody waits. */
  readonly open: () => void;
};

/** An empty car park. */
export function createParking(): Parking {
  const parked: (() => void)[] = [];
  let isOpen = false;
  const resumeAll = (): void => {
    for (const go of parked.splice(0)) go();
  };
  return {
    park: () => (isOpen ? Promise.resolve() : new Promise((resolve) => parked.push(resolve))),
    count: () => parked.length,
    resumeOne: (chance) => {
      const [go] = parked.splice(chance.below(parked.length), 1);
      go?.();
    },
    resumeAll,
    open: () => {
      isOpen = true;
      resumeAll();
    },
  };
}
