import { create } from 'zustand';

/**
 * Whose promised alert could not be stored, or null. In memory only: whoever comes back to the question tries again, and
 * the Act now screen says meanwhile that nobody was told (SPEC ALERT-5).
 */
export const useUnsentWorry = create<{ readonly personId: string | null }>(() => ({ personId: null }));
