/** One figure: a ratio of subject to peer, both measured in one run, against its goal. Where there is only a limit, it is the peer. */
export type BenchRow = {
  readonly name: string;
  /** What was measured, with its unit in the name: `pushes per second`. */
  readonly subject: number;
  readonly peer: number;
  readonly ratio: number;
  /** `>= 3.0` or `<= 1.10`. */
  readonly goal: string;
  readonly holds: boolean;
};

/** Makes a row. `goal` is the bound of the ratio and on which side of it is good. */
export function makeRow(name: string, subject: number, peer: number, goal: { readonly atLeast: number } | { readonly atMost: number }): BenchRow {
  const ratio = subject / peer;
  const holds = 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
  const words = 'atLeast' in goal ? `>= ${goal.atLeast.toFixed(2)}` : `<= ${goal.atMost.toFixed(2)}`;
  return { name, subject: round(subject), peer: round(peer), ratio: round(ratio), goal: words, holds };
}

/** The middle of the values; the mean of the two in the middle when they are even. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which the share `at` (0 to 1) of the values lies, between neighbours where it falls between. */
export function percentile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
