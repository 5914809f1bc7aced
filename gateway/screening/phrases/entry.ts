import type { FlagReason } from '../flag.ts';

/**
 * One entry of a dictionary. `says` are phrases: words in small or capital letters, accents as they are written; a
 * star leaves the end of a word open, a stroke parts words that may stand in one place (`him/her`), three points let
 * up to three words come between, and a phrase that begins with `~` counts only when somebody hid it, because the
 * bare word is innocent. `catches` and `leaves` are its own tests: a sentence it must find, one it must not.
 */
export type DictionaryEntry = {
  readonly id: string;
  readonly reason: FlagReason;
  readonly says: readonly string[];
  readonly catches: readonly string[];
  readonly leaves: readonly string[];
};

/** The entries of one language. */
export type Dictionary = { readonly language: string; readonly entries: readonly DictionaryEntry[] };
