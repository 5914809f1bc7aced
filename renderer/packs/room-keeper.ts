import type { Room } from './pack-room.ts';

/** Room on this device, with what was freed a moment ago counted in. */
export type RoomKeeper = {
  readonly look: () => Promise<Room | undefined>;
  /** Frees something and counts it; `free` answers how many bytes went, and so does this. */
  readonly makeRoom: (free: () => Promise<number>) => Promise<number>;
  /** Counts what was written since, in bytes, so that freed room is not given out twice. */
  readonly noteKept: (bytes: number) => void;
};

/** After this long, in milliseconds, the device's own word is all that counts: it lags behind a deletion by seconds. */
const CAUGHT_UP = 60_000;

/**
 * Keeps what was freed in the reckoning until the device can say so itself (`ask`): a browser tells only some seconds later
 * what room a deletion made, and a course would be said to find none where it was just made (MOVE-4). Whichever of the two
 * knows of more room is believed, so nothing counts twice. `now` in milliseconds; a clock that was set ends the reckoning.
 */
export function createRoomKeeper(ask: () => Promise<Room | undefined>, now: () => number): RoomKeeper {
  let reckoned: { readonly used: number; readonly since: number } | undefined;
  const look = async () => {
    const told = await ask();
    const age = reckoned === undefined ? 0 : now() - reckoned.since;
    if (age < 0 || age > CAUGHT_UP) reckoned = undefined;
    return told === undefined || reckoned === undefined ? told : { ...told, free: Math.max(told.free, told.quota - reckoned.used) };
  };
  return {
    look,
    makeRoom: async (free) => {
      // A device that cannot answer has it freed all the same.
      const before = await look().catch(() => undefined);
      const freed = await free();
      if (before !== undefined && freed > 0) reckoned = { used: before.quota - before.free - freed, since: now() };
      return freed;
    },
    noteKept: (bytes) => { if (reckoned !== undefined) reckoned = { ...reckoned, used: reckoned.used + bytes }; },
  };
}
