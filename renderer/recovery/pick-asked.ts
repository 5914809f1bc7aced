/** How many words of a new sheet are asked for. */
const ASKED = 3;

/** Which words to ask for: three different places below `count`, in order. `chance` gives numbers from 0 to below 1. */
export function pickAsked(count: number, chance: () => number): readonly number[] {
  const places = Array.from({ length: count }, (_, at) => at);
  const asked = Array.from({ length: Math.min(ASKED, count) }, () => places.splice(Math.floor(chance() * places.length), 1)[0] ?? 0);
  return asked.sort((one, other) => one - other);
}
