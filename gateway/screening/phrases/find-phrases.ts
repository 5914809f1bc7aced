import type { Span, View } from '../views/view.ts';
import { KEY_LENGTH, type Phrase } from './compile-phrase.ts';

/** Phrases by their beginnings. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

/** A phrase at a place of a view. `apart`: its words were written apart or together. */
export type FoundPhrase = Span & { readonly phrase: Phrase; readonly apart: boolean };

/** From this many letters on, words run together are looked into. */
const LONG_WORD = 12;
/** How far a beginning is read: its letters may be double. */
const FARTHEST_KEY = KEY_LENGTH * 2;
/** Fewest letters of a phrase of several words that is found across spaces, and of one found letter by letter. */
const SHORTEST_ACROSS = 7;
const SHORTEST_SINGLE = 4;

/** Scripts that leave short vowels out, so that three letters are a word. */
const WITHOUT_VOWELS = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** What Arabic and Urdu write onto the front of a word: and, so, by, for, like, the. */
const FRONT = /^(?:[وف]?(?:ال|لل|بال|كال|[بلك])|[وف])/u;

/** Puts phrases under their beginnings. */
export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    for (const key of phrase.keys) index.set(key, [...(index.get(key) ?? []), phrase]);
  }
  return index;
}

/** Every phrase of the index in a view of words, word by word. */
export function findPhrases(words: View, index: PhraseIndex): readonly FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (const word of words.text.matchAll(/[^ ]+/gu)) {
    const front = FRONT.exec(word[0])?.[0].length ?? 0;
    for (const from of front === 0 ? [word.index] : [word.index, word.index + 1, word.index + front]) {
      for (const phrase of candidates(words.text, from, index)) {
        const to = matchEnd(phrase.spaced, words.text, from);
        if (to !== undefined) found.push({ phrase, from, to, apart: false });
      }
    }
  }
  return found;
}

/** The same where spaces stand in the wrong places: ki ll yo u, k i l l y o u, killyou. */
export function findPhrasesApart(words: View, index: PhraseIndex): readonly FoundPhrase[] {
  const dense = withoutSpaces(words.text);
  const found: FoundPhrase[] = [];
  for (let from = 0; from < dense.text.length; from += 1) {
    if (dense.edge[from] !== true && dense.inside[from] === 'word') continue;
    for (const phrase of candidates(dense.text, from, index)) {
      const to = matchEnd(phrase.dense, dense.text, from);
      if (to === undefined || !fits(dense, from, to, phrase)) continue;
      found.push({ phrase, from: dense.places[from] ?? 0, to: (dense.places[to - 1] ?? 0) + 1, apart: true });
    }
  }
  return found;
}

type Dense = {
  readonly text: string;
  /** Whether a word began here. */
  readonly edge: readonly boolean[];
  /** What the unit stood in: a row of single letters, a long word, any other word. */
  readonly inside: readonly ('single' | 'long' | 'word')[];
  readonly places: readonly number[];
};

function withoutSpaces(text: string): Dense {
  const words = Array.from(text.matchAll(/[^ ]+/gu));
  const isSingle = (at: number) => words[at]?.[0].length === 1;
  const dense = { edge: [] as boolean[], inside: [] as Dense['inside'][number][], places: [] as number[] };
  words.forEach((word, at) => {
    const inRow = isSingle(at) && ((isSingle(at - 1) && (isSingle(at - 2) || isSingle(at + 1))) || (isSingle(at + 1) && isSingle(at + 2)));
    const kind = inRow ? 'single' : word[0].length >= LONG_WORD ? 'long' : 'word';
    for (let unit = 0; unit < word[0].length; unit += 1) {
      dense.edge.push(unit === 0);
      dense.inside.push(kind);
      dense.places.push(word.index + unit);
    }
  });
  return { ...dense, text: text.replaceAll(' ', '') };
}

function fits(dense: Dense, from: number, to: number, phrase: Phrase): boolean {
  const ends = to === dense.text.length || dense.edge[to] === true || dense.inside[to] !== 'word';
  if (!ends) return false;
  const letterByLetter = dense.inside.slice(from, to).every((kind) => kind === 'single');
  if (letterByLetter) return to - from >= (WITHOUT_VOWELS.test(dense.text[from] ?? '') ? SHORTEST_SINGLE - 1 : SHORTEST_SINGLE);
  return phrase.words > 1 && to - from >= SHORTEST_ACROSS;
}

function* candidates(text: string, from: number, index: PhraseIndex): Generator<Phrase> {
  let beginning = '';
  for (let unit = from; unit < from + FARTHEST_KEY && beginning.length < KEY_LENGTH; unit += 1) {
    const letter = text[unit];
    if (letter === undefined || letter === ' ') return;
    if (letter === text[unit - 1] && unit > from) continue;
    beginning += letter;
    yield* index.get(beginning) ?? [];
  }
}

function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
