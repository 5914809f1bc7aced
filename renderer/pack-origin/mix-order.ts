/**
 * Mixes things in an order that is the same every time for the same question, so that a resumed quiz looks as it was
 * left, and that never is the right order itself. Takes at least two things and the question's id.
 */
export function mixOrder<T extends { readonly id: string }>(things: readonly T[], seed: string): readonly T[] {
  const mixed = [...things].sort((one, other) => hash(seed + one.id) - hash(seed + other.id));
  const unchanged = mixed.every((thing, at) => thing.id === things[at]?.id);
  return unchanged ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/** FNV-1a, 32 bits: order needs no secrecy. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
