import type { ProblemCode } from '../builder/problem.ts';

/** One thing found in a file of what another program made; always a remark, because the course may still be worth having. */
export type Finding = { readonly code: ProblemCode; readonly line: number; readonly message: string };

/** Where references of a file lead. */
export type ReferenceGuide = {
  /** Path of the file that refers, inside the pack. */
  readonly file: string;
  /** Whether the pack has a file of this path; case does not count, as in the player's file server. */
  readonly has: (path: string) => boolean;
};

/** The line of an offset in a text, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
