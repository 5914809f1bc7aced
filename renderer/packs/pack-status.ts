import { create } from 'zustand';
import type { InstallFailure } from './install-failure.ts';

/** How the coming of a released pack stands. Only for packs that are not here in the released version. */
export type Coming =
  | { readonly state: 'waiting' }
  /** Bytes; `startedAt` and `now` are the tablet's clock, for how long it may still take. */
  | { readonly state: 'fetching'; readonly done: number; readonly total: number; readonly startedAt: number; readonly now: number }
  | { readonly state: 'failed'; readonly failure: InstallFailure };

/** By pack id; the network never writes to the screen, but progress of a fetch is on screen only and not worth keeping. */
export const usePackStatus = create<{ readonly coming: Readonly<Record<string, Coming>> }>(() => ({ coming: {} }));

/** Says how one pack stands; undefined when it has arrived. */
export function tellComing(packId: string, coming: Coming | undefined): void {
  usePackStatus.setState((before) => {
    const others = Object.entries(before.coming).filter(([id]) => id !== packId);
    return { coming: Object.fromEntries(coming === undefined ? others : [...others, [packId, coming]]) };
  });
}
