import { createPackShelf } from '../../../packs/pack-shelf.ts';
import type { TabletDatabase } from '../../../db/open-tablet-database.ts';
import type { Course } from '../course.ts';
import type { SearchAnswer } from './search-engine.ts';
import { startSearch, type AskSearch } from './start-search.ts';

/** The search of this page, begun by the first who searches; which indexes it holds, by their hash. */
const here: { ask?: AskSearch; readonly loaded: Map<string, string> } = { loaded: new Map() };

const NOTHING: SearchAnswer = { found: [], suggested: [] };

/**
 * Searches these courses, all their languages, the reader's own before others. What is not loaded yet is loaded first,
 * and courses that are no longer among them are let go. Answers with nothing where the search could not start.
 */
export async function searchCourses(courses: readonly Course[], asked: { readonly query: string; readonly language: string }, database: TabletDatabase): Promise<SearchAnswer> {
  here.ask ??= startSearch();
  await loadIndexes(here.ask, courses, database);
  return (await here.ask({ call: 'search', ...asked })) ?? NOTHING;
}

async function loadIndexes(ask: AskSearch, courses: readonly Course[], database: TabletDatabase): Promise<void> {
  const shelf = createPackShelf(database);
  for (const packId of here.loaded.keys()) if (courses.every(({ pack }) => pack.id !== packId)) forget(ask, packId);
  for (const { pack, manifest } of courses) {
    if (here.loaded.get(pack.id) === pack.manifestSha256) continue;
    forget(ask, pack.id);
    here.loaded.set(pack.id, pack.manifestSha256);
    for (const { path } of Object.values(manifest.search ?? {})) {
      const sha256 = pack.files.find((file) => file.path === path)?.sha256;
      const file = sha256 === undefined ? undefined : await shelf.loadFile(sha256);
      // Not awaited: the worker takes calls in their order, and the next file can be read meanwhile.
      if (file !== undefined) void ask({ call: 'load', packId: pack.id, file });
    }
  }
}

function forget(ask: AskSearch, packId: string): void {
  if (here.loaded.delete(packId)) void ask({ call: 'drop', packId });
}
