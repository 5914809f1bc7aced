import type { SearchCall } from './search-calls.ts';
import { createSearchEngine, type SearchAnswer } from './search-engine.ts';

/** Answers calls one after another, so that a search comes after the indexes that were loaded before it. */
export function createSearchAnswerer(): (ask: SearchCall) => Promise<SearchAnswer | null> {
  const engine = createSearchEngine();
  let turn: Promise<unknown> = Promise.resolve();
  const answer = async (ask: SearchCall): Promise<SearchAnswer | null> => {
    if (ask.call === 'search') return engine.search(ask.query, ask.language);
    if (ask.call === 'drop') engine.drop(ask.packId);
    else engine.load(ask.packId, await ask.file.text());
    return null;
  };
  return (ask) => {
    const mine = turn.then(() => answer(ask));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
