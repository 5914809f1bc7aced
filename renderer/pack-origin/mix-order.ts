/**
 * Mixes things in an order that is the same every time for the same seed, so that a resumed quiz looks as it was left.
 * Takes any number of things and the seed of the attempt, with the question's id where it is about one question.
 */
export function mixByHash<T extends { readonly id: string }>(things: readonly T[], seed: string): readonly T[] {
  return [...things].sort((one, other) => hash(seed + one.id) - hash(seed + other.id));
}

/** As `mixByHash`, but never the right order itself, which is the order given. Takes at least two things. */
export function mixOrder<T extends { readonly id: string }>(things: readonly T[], seed: string): readonly T[] {
  const mixed = mixByHash(things, seed);
  const unchanged = mixed.every((thing, at) => thing.id === things[at]?.id);
  return unchanged ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/** FNV-1a, 32 bits: order needs no secrecy. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
