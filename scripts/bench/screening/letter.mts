/** What ordinary letters of one language are put together from. `seen` and `kept`: sentences before and after the line. */
export type LetterParts = {
  readonly language: string;
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  readonly seen: readonly string[];
  readonly kept: readonly string[];
};
