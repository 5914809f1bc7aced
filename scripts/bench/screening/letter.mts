/**
 * What ordinary letters of one language are put together from. `seen` and `kept` were written before the screening and
 * `kept` not looked at while it was built; `near` was written after it, of innocent sentences with its own words.
 */
export type LetterParts = {
  readonly language: string;
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  readonly seen: readonly string[];
  readonly kept: readonly string[];
  readonly near: readonly string[];
};
