import type { SearchAnswer } from './search-engine.ts';

/** What the page asks the search worker. Both ends are built together, and nobody else reaches a worker of our own. */
export type SearchCall =
  | { readonly call: 'load'; readonly packId: string; readonly file: Blob }
  | { readonly call: 'drop'; readonly packId: string }
  | { readonly call: 'search'; readonly query: string; readonly language: string };

/** A call with the number its answer will have. */
export type SearchRequest = { readonly request: number; readonly ask: SearchCall };

/** The answer to the request of that number; null where the call gives none. */
export type SearchReply = { readonly request: number; readonly answer: SearchAnswer | null };
