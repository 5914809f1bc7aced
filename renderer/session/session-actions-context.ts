import { createContext, useContext } from 'react';
import type { SessionActions } from './session-actions.ts';

/** Handed to the session screens by app/. */
export const SessionActionsContext = createContext<SessionActions | null>(null);

/** What the session screens can do. */
export function useSessionActions(): SessionActions {
  const actions = useContext(SessionActionsContext);
  if (actions === null) throw new Error('Session screens stand inside a SessionActionsContext');
  return actions;
}
