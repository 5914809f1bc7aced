import MiniSearch, { type AsPlainObject, type Query, type SearchResult } from 'minisearch';
import { FIELD_BOOST, passageSchema, SEARCH_FIELDS, searchFileSchema, STORED_FIELDS, type Passage, type SearchFile } from '#protocol/search/index-file.ts';
import { planSearch, type SearchPlan } from '#protocol/search/plan-search.ts';
import type { QueryForm } from '#protocol/search/search-rules.ts';

/** A hit in one index. */
export type Hit = { readonly passage: Passage; readonly score: number; readonly terms: readonly string[] };

/** One pack's index in one language, loaded. */
export type SearchIndex = {
  readonly language: string;
  /** Passages that have every word asked, in one of its forms. `guess`: a letter or two may be wrong. */
  readonly search: (query: string, guess: boolean) => readonly Hit[];
};

/** Of a word's letters, how many may be wrong in a guess: one of up to seven, two from eight on. */
const FUZZY = 0.2;
const MOST_WRONG = 2;
/** Of one pack and language, as many as a list of results can use; they come best first. */
const MOST_HITS = 100;

/** Opens an index file. Undefined when it is none, or was made by other rules: then its pack is not searched, and nothing else is lost (PACK-34). */
export function openSearchIndex(json: string): SearchIndex | undefined {
  const file = readSearchFile(json);
  const index = file === undefined ? undefined : loadIndex(file);
  if (file === undefined || index === undefined) return undefined;
  return {
    language: file.language,
    search: (query, guess) => {
      const plan = planSearch(query, file.language, file.common);
      return plan.length === 0 ? [] : index.search(toQuery(plan, guess), { boost: { ...FIELD_BOOST } }).slice(0, MOST_HITS).flatMap(hitOf);
    },
  };
}

function readSearchFile(json: string): SearchFile | undefined {
  try {
    return searchFileSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** MiniSearch judges its own form and throws on another. */
function loadIndex({ index }: SearchFile): MiniSearch | undefined {
  const asIs = (text: string) => [text];
  try {
    return MiniSearch.loadJS(index as unknown as AsPlainObject, {
      fields: [...SEARCH_FIELDS],
      storeFields: [...STORED_FIELDS],
      // A query is put together from terms that are processed already.
      searchOptions: { tokenize: asIs, processTerm: (term) => term },
    });
  } catch {
    return undefined;
  }
}

function toQuery(plan: SearchPlan, guess: boolean): Query {
  return { combineWith: 'AND', queries: plan.map((forms) => anyOf(forms, guess)) };
}

function anyOf(forms: readonly QueryForm[], guess: boolean): Query {
  return {
    combineWith: 'OR',
    queries: forms.map(({ term, boost, prefix }) => ({
      queries: [term],
      prefix,
      fuzzy: guess && boost > 1 ? FUZZY : false,
      maxFuzzy: MOST_WRONG,
      boostTerm: () => boost,
    })),
  };
}

function hitOf(result: SearchResult): readonly Hit[] {
  const passage = passageSchema.safeParse(result);
  return passage.success ? [{ passage: passage.data, score: result.score, terms: result.terms }] : [];
}
