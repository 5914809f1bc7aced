import { create } from 'zustand';
import type { PackSource, StickNews } from '#protocol/shell/bridge.ts';
import type { InstallFailure } from './install-failure.ts';

/** How the coming of a released pack stands. Only for packs that are not here in the released version. */
export type Coming =
  | { readonly state: 'waiting' }
  /** Bytes; `startedAt` and `now` are the tablet's clock, for how long it may still take. */
  | { readonly state: 'fetching'; readonly done: number; readonly total: number; readonly startedAt: number; readonly now: number; readonly source?: PackSource | undefined }
  | { readonly state: 'failed'; readonly failure: InstallFailure };

/** What the shell said of a USB stick when packs were last looked for. */
export const useStick = create<{ readonly stick: StickNews }>(() => ({ stick: { state: 'none' } }));

/** By pack id; the network never writes to the screen, but progress of a fetch is on screen only and not worth keeping. */
export const usePackStatus = create<{ readonly coming: Readonly<Record<string, Coming>> }>(() => ({ coming: {} }));

/** Says how one pack stands; undefined when it has arrived. */
export function tellComing(packId: string, coming: Coming | undefined): void {
  usePackStatus.setState((before) => {
    const others = Object.entries(before.coming).filter(([id]) => id !== packId);
    return { coming: Object.fromEntries(coming === undefined ? others : [...others, [packId, coming]]) };
  });
}
