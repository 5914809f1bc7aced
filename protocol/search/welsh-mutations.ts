/**
 * How the first sound of a Welsh word changes after certain words: soft, nasal and aspirate, in that order where the
 * sound has them. `g` is lost in the soft mutation. A letter pair is one letter in Welsh and comes before single ones.
 */
const MUTATIONS: readonly (readonly [radical: string, mutated: readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['c', ['g', 'ngh', 'ch']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['g', ['', 'ng']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['m', ['f']],
];

/** Letter pairs that are no mutation of their first letter: `ch` is not `c`. */
const PAIRS = ['ch', 'dd', 'ff', 'ng', 'll', 'ph', 'rh', 'th', 'mh', 'nh'];
const VOWELS = /^[aeiouwy]/;
/** What a word may begin with after a `g` was lost: `gardd` → `ardd`, `glas` → `las`, `gwlad` → `wlad`, `gradd` → `radd`. */
const AFTER_LOST_G = /^(?:[aeiouwy]|l(?!l)|r(?!h)|n(?![gh]))/;
/** Shorter words are never guessed to be a mutation of another: nearly everything would be. */
const SHORTEST = 3;

/** All first sounds of one dictionary form: itself and its mutations. Takes a folded word (`foldLetters`). */
export function mutateWelsh(radical: string): readonly string[] {
  const rule = MUTATIONS.find(([first]) => radical.startsWith(first) && (first.length === 2 || !startsWithPair(radical)));
  const forms = rule === undefined ? [] : rule[1].map((first) => first + radical.slice(rule[0].length));
  // `ei hoed hi`: a vowel takes an h after some words.
  if (VOWELS.test(radical)) forms.push(`h${radical}`);
  return [radical, ...forms];
}

/**
 * Every form of the words that a typed form may stand for, the typed one first: `gath`, `nghath` and `chath` all give
 * `cath` and the others. Takes a folded word; needs no dictionary, so it also gives forms that no word has.
 */
export function expandWelsh(word: string): readonly string[] {
  if (word.length < SHORTEST) return [word];
  const radicals = [word, ...MUTATIONS.flatMap(([radical, mutated]) => mutated.flatMap((first) => undoMutation(word, radical, first)))];
  if (word.startsWith('h') && VOWELS.test(word.slice(1))) radicals.push(word.slice(1));
  return [...new Set(radicals.flatMap((radical) => [...mutateWelsh(radical)]))];
}

function undoMutation(word: string, radical: string, first: string): readonly string[] {
  if (first === '') return AFTER_LOST_G.test(word) ? [radical + word] : [];
  if (!word.startsWith(first)) return [];
  // `dd` is not a softened `t` followed by `d`, and `ff` no softened `b`.
  if (first.length === 1 && startsWithPair(word)) return [];
  if (first === 'ng' && word.startsWith('ngh')) return [];
  return [radical + word.slice(first.length)];
}

function startsWithPair(word: string): boolean {
  return PAIRS.some((pair) => word.startsWith(pair));
}
