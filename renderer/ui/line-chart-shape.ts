/** A value and its place on the drawing, in pixels. */
export type ChartPoint = { readonly index: number; readonly x: number; readonly y: number };

export type ChartArea = {
  /** All in pixels, the drawing's own coordinates: y grows downwards. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** In right-to-left languages time runs from right to left, like the writing. */
  readonly rightToLeft: boolean;
};

/** Where the nth of `count` days lies from left to right. A single day lies in the middle. */
export function placeOfDay(index: number, count: number, area: ChartArea): number {
  const share = count > 1 ? index / (count - 1) : 0.5;
  const width = area.right - area.left;
  return area.rightToLeft ? area.right - share * width : area.left + share * width;
}

/** How high a value lies. Takes values between `min` and `max`; others are drawn on the border. */
export function heightOf(value: number, min: number, max: number, area: ChartArea): number {
  const share = max > min ? (Math.min(Math.max(value, min), max) - min) / (max - min) : 0.5;
  return area.bottom - share * (area.bottom - area.top);
}

/**
 * The pieces of a line, cut where days are missing: a line drawn over a gap would tell of days nobody wrote about.
 * Takes one value a day, null for a missing one. A piece may be a single point.
 */
export function piecesOf(
  values: readonly (number | null)[],
  min: number,
  max: number,
  area: ChartArea,
): readonly (readonly ChartPoint[])[] {
  const pieces: ChartPoint[][] = [];
  let piece: ChartPoint[] | null = null;
  values.forEach((value, index) => {
    if (value === null) {
      piece = null;
      return;
    }
    if (piece === null) pieces.push((piece = []));
    piece.push({ index, x: placeOfDay(index, values.length, area), y: heightOf(value, min, max, area) });
  });
  return pieces;
}

/** Which days carry a word: as many as fit, evenly, and always the last one. Takes how many words fit (at least 1). */
export function labelledDays(count: number, fitting: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, fitting)));
  const days: number[] = [];
  for (let index = count - 1; index >= 0; index -= step) days.unshift(index);
  return days;
}
