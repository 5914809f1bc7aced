import { createSearchAnswerer } from './answer-search.ts';
import type { SearchCall, SearchReply, SearchRequest } from './search-calls.ts';
import type { SearchAnswer } from './search-engine.ts';
import workerUrl from './search.worker.ts?worker&url';

/** Asks the search; null where the call gives nothing back. */
export type AskSearch = (ask: SearchCall) => Promise<SearchAnswer | null>;

/** Starts the search in a worker; in the page itself where there are none. One for each page is enough. */
export function startSearch(): AskSearch {
  if (typeof Worker === 'undefined') return createSearchAnswerer();
  const worker = new Worker(workerUrl, { type: 'module' });
  const waiting = new Map<number, (answer: SearchAnswer | null) => void>();
  let last = 0;
  worker.addEventListener('message', (event: MessageEvent<SearchReply>) => {
    waiting.get(event.data.request)?.(event.data.answer);
    waiting.delete(event.data.request);
  });
  worker.addEventListener('error', () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  });
  return (ask) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      const message: SearchRequest = { request: last, ask };
      worker.postMessage(message);
    });
}
