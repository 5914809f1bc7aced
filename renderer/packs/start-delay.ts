/** Tablets that hear of a new course at the same contact begin to fetch it within this long, each at a moment of its own. */
export const START_SPREAD = 20_000;

/**
 * How long a tablet waits before it fetches what it was just told of, in milliseconds: a thousand that were told in the
 * same second must not begin in the same second (content-packs.md 6.6). Nobody waits who asked by hand, nor a tablet
 * that has nothing yet. `chance` is from 0 to below 1.
 */
export function nextStartDelay(the: { readonly askedByHand: boolean; readonly hasPacks: boolean; readonly chance: number }): number {
  return the.askedByHand || !the.hasPacks ? 0 : Math.floor(the.chance * START_SPREAD);
}
