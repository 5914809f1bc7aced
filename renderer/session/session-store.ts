import { create } from 'zustand';
import type { Person } from './person.ts';

/** Where this tablet stands, as far as the page knows it. */
export type TabletIdentity = { readonly name: string; readonly establishment: string };

/** Who is here. */
export type SessionState =
  /** Just started: it is not known yet whether the tablet is enrolled. */
  | { readonly state: 'starting' }
  | { readonly state: 'not-enrolled' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly person: Person };

type SessionStore = {
  readonly session: SessionState;
  readonly tablet: TabletIdentity | null;
};

/** The session room's store. Written by session-actions.ts only. */
export const useSession = create<SessionStore>(() => ({ session: { state: 'starting' }, tablet: null }));
