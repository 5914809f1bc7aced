import { create } from 'zustand';

/** What the screens say about the line to the prison. */
export type SyncStatus = {
  readonly state: 'idle' | 'talking' | 'offline';
  /** Milliseconds since 1970 by this tablet, or null when it never was. */
  readonly lastContact: number | null;
  /** Operations on this tablet without an answer, of everybody. */
  readonly waiting: number;
};

/** Small and in memory: it is learnt anew at each start. */
export const useSyncStatus = create<SyncStatus>()(() => ({ state: 'idle', lastContact: null, waiting: 0 }));
