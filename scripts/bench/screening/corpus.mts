import { seededRandom } from '../search-corpus.mts';
import * as arEvasions from './evasions/ar.mts';
import * as cyEvasions from './evasions/cy.mts';
import * as enEvasions from './evasions/en.mts';
import * as esEvasions from './evasions/es.mts';
import * as plEvasions from './evasions/pl.mts';
import * as roEvasions from './evasions/ro.mts';
import * as sqEvasions from './evasions/sq.mts';
import * as urEvasions from './evasions/ur.mts';
import type { Evasion } from './evasion.mts';
import type { LetterParts } from './letter.mts';
import { parts as ar } from './letters/ar.mts';
import { parts as cy } from './letters/cy.mts';
import { parts as en } from './letters/en.mts';
import { parts as es } from './letters/es.mts';
import { parts as pl } from './letters/pl.mts';
import { parts as ro } from './letters/ro.mts';
import { parts as sq } from './letters/sq.mts';
import { parts as ur } from './letters/ur.mts';

/** `seen`: what the screening was built with. `kept`: written at the same time and kept back until it was built. */
export type CorpusPart = 'seen' | 'kept';
/** `near`: written afterwards to find its faults. */
export type LetterPart = CorpusPart | 'near';

const EVASIONS = { en: enEvasions, cy: cyEvasions, pl: plEvasions, ar: arEvasions, ro: roEvasions, ur: urEvasions, es: esEvasions, sq: sqEvasions };
const LETTERS: readonly LetterParts[] = [en, cy, pl, ar, ro, ur, es, sq];

/** Letters made of each language and part, so that two thirds are of seen sentences: 54 and 27 for each of eight languages. */
const LETTERS_OF = { seen: 54, kept: 27 } as const;
const SENTENCES_IN_A_LETTER = 4;

/** Every hidden message of one part of the corpus, in eight languages. */
export function evasions(part: CorpusPart): readonly Evasion[] {
  return Object.values(EVASIONS).flatMap((language) => language[part]);
}

/** Ordinary letters of one part, each with a choice of sentences that no other has; the same ones every time. */
export function ordinaryLetters(part: LetterPart): readonly string[] {
  if (part === 'near') return LETTERS.flatMap(nearLettersOf);
  return lettersByLanguage(part).flatMap(({ letters }) => letters);
}

/** The same letters with the language they are in. */
export function lettersByLanguage(part: CorpusPart): readonly { readonly language: string; readonly letters: readonly string[] }[] {
  return LETTERS.map((parts, at) => ({ language: parts.language, letters: lettersOf(parts, part, seededRandom(at + 1)) }));
}

/** A letter for every sentence that comes near, between two of the others. */
function nearLettersOf(language: LetterParts): readonly string[] {
  return language.near.map((sentence, at) => {
    const [before, after] = [language.seen[at % language.seen.length], language.seen[(at + 1) % language.seen.length]];
    return [language.openings[at % language.openings.length], [before, sentence, after].join(' '), language.closings[at % language.closings.length]].join('\n\n');
  });
}

function lettersOf(language: LetterParts, part: CorpusPart, random: () => number): readonly string[] {
  const made = new Map<string, string>();
  while (made.size < LETTERS_OF[part]) {
    const sentences = shuffled(language[part], random).slice(0, SENTENCES_IN_A_LETTER);
    const choice = sentences.toSorted().join('|');
    const opening = language.openings[made.size % language.openings.length] ?? '';
    const closing = language.closings[Math.floor(random() * language.closings.length)] ?? '';
    if (!made.has(choice)) made.set(choice, [opening, sentences.join(' '), closing].join('\n\n'));
  }
  return [...made.values()];
}

function shuffled(texts: readonly string[], random: () => number): readonly string[] {
  return texts.map((text) => ({ text, place: random() })).toSorted((one, other) => one.place - other.place).map(({ text }) => text);
}
