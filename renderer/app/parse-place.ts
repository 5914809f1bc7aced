import type { TabletIdentity } from '../session/session-store.ts';

/**
 * The tablet's own name as the last start left it, so that the first screen need not wait for the shell; null when it
 * is not known. By hand, because zod comes after the first paint.
 */
export function parsePlace(stored: unknown): TabletIdentity | null {
  const { name, establishment } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof establishment === 'string' ? { name, establishment } : null;
}
