import { create } from 'zustand';
import type { Filters } from './catalogue-rules.ts';

/** What somebody was looking for, kept while they read what they found; for one person, so the next begins afresh. */
type Looking = { readonly personId: string | undefined; readonly query: string; readonly filters: Filters };

const NOTHING: Looking = { personId: undefined, query: '', filters: {} };

const useLooking = create<Looking>(() => NOTHING);

/** What this person is looking for, and ways to change it. */
export function useCatalogue(personId: string): Pick<Looking, 'query' | 'filters'> & { readonly setQuery: (query: string) => void; readonly setFilters: (filters: Filters) => void } {
  const looking = useLooking();
  const { query, filters } = looking.personId === personId ? looking : NOTHING;
  return {
    query,
    filters,
    setQuery: (next) => { useLooking.setState({ personId, query: next, filters }); },
    setFilters: (next) => { useLooking.setState({ personId, query, filters: next }); },
  };
}
