import { create } from 'zustand';

/** `by-hand`: the person hid the screen; `idle`: nobody touched it for a while. */
export type Lock = 'open' | 'by-hand' | 'idle';

/** Whether the screen of the signed-in person is covered. */
export const useLock = create<{ readonly lock: Lock }>(() => ({ lock: 'open' }));

/** Covers the screen. A lock by hand stays one, whatever idle time says. */
export function lockScreen(by: 'by-hand' | 'idle'): void {
  useLock.setState(({ lock }) => (lock === 'open' ? { lock: by } : { lock }));
}

/** Shows the screen again; called only after the right PIN, or at sign-out. */
export function openScreen(): void {
  useLock.setState({ lock: 'open' });
}
