import { foldLetters } from '#protocol/search/fold-letters.ts';
import { markWords, type MarkedPiece } from '#protocol/search/mark-words.ts';
import { baseLanguage } from '#protocol/search/split-words.ts';
import { openSearchIndex, type Hit, type SearchIndex } from './open-search-index.ts';

/** One thing that was found, and why. */
export type Found = {
  readonly packId: string;
  /** Absent: the course itself. */
  readonly activityId?: string | undefined;
  /** Page of the lesson, counted from 0; absent when its title was found. */
  readonly page?: number | undefined;
  /** The line that shows why, with the found words marked; from the title where the word stands there. */
  readonly line: readonly MarkedPiece[];
  /** Where the word is not in the line: the other word of the pack that means it. */
  readonly also?: string | undefined;
  readonly language: string;
  /** Only nearly what was typed. Shown apart and called a guess (kolibri#3684). */
  readonly guess: boolean;
};

/** What is searched: indexes come and go with their packs. */
export type SearchEngine = {
  /** Takes the text of an index file; false when it cannot be searched. */
  readonly load: (packId: string, json: string) => boolean;
  readonly drop: (packId: string) => void;
  /** Looks for what was typed; `language` is the reader's own. */
  readonly search: (query: string, language: string) => SearchAnswer;
};

/** What a search gives: what was found, the best first, and up to six words that the word being typed may become. */
export type SearchAnswer = { readonly found: readonly Found[]; readonly suggested: readonly string[] };

/** More than this nobody reads; the next letter makes it fewer. */
const MOST_FOUND = 30;
/** With this many that are sure, nothing is guessed. */
const ENOUGH_SURE = 3;
const MOST_SUGGESTED = 6;
/** What is in the reader's own language comes before the same in another, which is shown all the same. */
const OWN_LANGUAGE = 1.5;

type Ranked = Hit & { readonly packId: string; readonly language: string; readonly guess: boolean };

/** Searches all indexes that are loaded, one after another, and puts what they find together. */
export function createSearchEngine(): SearchEngine {
  const indexes = new Map<string, readonly SearchIndex[]>();
  const find = (query: string, language: string, guess: boolean) =>
    rank([...indexes].flatMap(([packId, own]) => own.flatMap((index) => hitsOf(index, packId, { query, language, guess }))));
  return {
    load: (packId, json) => {
      const index = openSearchIndex(json);
      if (index === undefined) return false;
      const others = (indexes.get(packId) ?? []).filter((one) => one.language !== index.language);
      indexes.set(packId, [...others, index]);
      return true;
    },
    drop: (packId) => { indexes.delete(packId); },
    search: (query, language) => {
      const sure = find(query, language, false);
      const seen = new Set(sure.map(placeOf));
      const guessed = sure.length >= ENOUGH_SURE ? [] : find(query, language, true).filter((one) => !seen.has(placeOf(one)));
      return { found: [...sure, ...guessed].slice(0, MOST_FOUND).map(toFound), suggested: suggestWords(query, sure) };
    },
  };
}

type Asked = { readonly query: string; readonly language: string; readonly guess: boolean };

function hitsOf(index: SearchIndex, packId: string, { query, language, guess }: Asked): readonly Ranked[] {
  const own = baseLanguage(index.language) === baseLanguage(language) ? OWN_LANGUAGE : 1;
  return index.search(query, guess).map((hit) => ({ ...hit, score: hit.score * own, packId, language: index.language, guess }));
}

/** Best first, each lesson once; level ones stand in the order of the course, so that the same query gives the same list. */
function rank(hits: readonly Ranked[]): readonly Ranked[] {
  const ordered = [...hits].sort((one, other) => other.score - one.score || compare(one.packId, other.packId) || one.passage.id - other.passage.id);
  const best = new Map<string, Ranked>();
  for (const hit of ordered) if (!best.has(placeOf(hit))) best.set(placeOf(hit), hit);
  return [...best.values()];
}

function placeOf({ packId, passage }: Pick<Ranked, 'packId' | 'passage'>): string {
  return `${packId}|${passage.activityId ?? ''}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function toFound({ packId, passage, terms, language, guess }: Ranked): Found {
  const inText = markWords(passage.text, language, terms);
  const inTitle = markWords(passage.title, language, terms);
  const marked = (pieces: readonly MarkedPiece[]) => pieces.some(({ found }) => found);
  const line = marked(inText) || !marked(inTitle) ? inText : inTitle;
  const also = marked(line) ? undefined : passage.also;
  return { packId, activityId: passage.activityId, page: passage.page, line, also, language, guess };
}

/** Words that stand in what is found and begin with the word being typed, put in its place; with their marks where they have some. */
function suggestWords(query: string, hits: readonly Ranked[]): readonly string[] {
  const typed = /[\p{L}\p{M}\p{N}]+$/u.exec(query)?.[0];
  if (typed === undefined) return [];
  const words = new Map<string, string>();
  for (const term of hits.flatMap((hit) => hit.terms)) {
    const plain = foldLetters(term);
    if (!plain.startsWith(foldLetters(typed)) || plain === foldLetters(typed)) continue;
    if (words.size < MOST_SUGGESTED || words.has(plain)) words.set(plain, term === plain ? (words.get(plain) ?? term) : term);
  }
  return [...words.values()].map((word) => query.slice(0, query.length - typed.length) + word);
}
