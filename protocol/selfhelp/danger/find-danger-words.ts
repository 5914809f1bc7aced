import { dangerWordsAr } from './ar.ts';
import { dangerWordsCy } from './cy.ts';
import { dangerWordsEn } from './en.ts';

/** Longest text looked at, in UTF-16 units: what somebody writes is far shorter, and looking must never be felt. */
const LONGEST = 20_000;

/**
 * Whether a text has words that say somebody may be in danger now. Runs on the tablet only, opens the Act now screen
 * and does nothing else: nothing is sent, noted or counted (issue 3, S7). All languages are looked for, because people
 * write in another language than the screen's. Pure; errs on the side of showing help.
 */
export function findDangerWords(text: string): boolean {
  const lookedAt = ` ${fold(text.slice(0, LONGEST))} `;
  return phrases().some((phrase) => lookedAt.includes(phrase));
}

let folded: readonly string[] | undefined;

/** Every phrase as it is looked for: whole words, a star leaving the end open. Folded once, when first needed. */
function phrases(): readonly string[] {
  return (folded ??= [...dangerWordsEn, ...dangerWordsCy, ...dangerWordsAr].map((phrase) => (phrase.endsWith('*') ? ` ${fold(phrase)}` : ` ${fold(phrase)} `)));
}

/** Small letters without marks, points and vowel signs; every kind of apostrophe and space is one. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘`´']/gu, '')
    .replaceAll(/[إأآٱ]/gu, 'ا')
    .replaceAll(/ى/gu, 'ي')
    .replaceAll(/ة/gu, 'ه')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
