import { z } from 'zod/mini';

/**
 * How often each tablet had changed a record when one version of it was made (a version vector: Parker et al. 1983). It
 * lies inside the sealed box, and its makers have names that mean nothing: the gateway learns nothing of it. Absent in
 * records of before there were lineages.
 */
export const lineageSchema = z.record(z.string().check(z.regex(/^[0-9a-f]{8,64}$/)), z.int().check(z.gte(1)));
export type Lineage = z.infer<typeof lineageSchema>;

/** How one version stands to another: it came after it, before it, is it, or neither knew of the other. */
export type Kinship = 'same' | 'newer' | 'older' | 'apart';

/** Compares two versions by their lineage, without any clock. */
export function compareLineage(one: Lineage, other: Lineage): Kinship {
  const [ahead, behind] = [isAhead(one, other), isAhead(other, one)];
  if (ahead) return behind ? 'apart' : 'newer';
  return behind ? 'older' : 'same';
}

/** The lineage of a version that comes after all of these, made by `maker`. */
export function growLineage(all: readonly Lineage[], maker: string): Lineage {
  const joined: Record<string, number> = {};
  for (const [name, times] of all.flatMap((one) => Object.entries(one))) joined[name] = Math.max(joined[name] ?? 0, times);
  return { ...joined, [maker]: (joined[maker] ?? 0) + 1 };
}

/**
 * Whether a maker has a version among `known` that comes after all of `all`, or beside them: its next number would say of
 * that one, too, that it was seen. Such a version needs a maker of its own.
 */
export function hasMadeBeside(all: readonly Lineage[], known: readonly Lineage[], maker: string): boolean {
  const seen = Math.max(0, ...all.map((one) => one[maker] ?? 0));
  return known.some((one) => (one[maker] ?? 0) > seen);
}

function isAhead(one: Lineage, other: Lineage): boolean {
  return Object.entries(one).some(([name, times]) => times > (other[name] ?? 0));
}
