import { tricks, type Trick } from '../flag.ts';

/**
 * A body as it reads when something hidden is undone. For every UTF-16 unit of `text`
 * (the arrays may be longer): where it comes from in the body
 * (`starts` included, `ends` excluded) and which tricks were undone to get it, as bits in the order of `tricks`. So
 * what is found in a view is marked in the very words that were written.
 */
export type View = {
  readonly text: string;
  readonly starts: Readonly<Int32Array>;
  readonly ends: Readonly<Int32Array>;
  readonly bits: Readonly<Int32Array>;
};

/** A part of a view, `from` included and `to` excluded. */
export type Span = { readonly from: number; readonly to: number };

/** The bit of a trick. */
export function bitOf(trick: Trick): number {
  return 1 << tricks.indexOf(trick);
}

/** Collects a view piece by piece. `expected`: about how many units there will be. */
export class ViewBuilder {
  private text = '';
  private length = 0;
  private starts: Int32Array;
  private ends: Int32Array;
  private bits: Int32Array;

  constructor(expected: number) {
    const room = Math.max(16, expected);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.bits = new Int32Array(room);
  }

  /** Adds text that comes from `start` to `end` of the body. */
  add(text: string, start: number, end: number, bits: number): void {
    this.text += text;
    for (let unit = 0; unit < text.length; unit += 1) {
      if (this.length === this.starts.length) this.grow();
      this.starts[this.length] = start;
      this.ends[this.length] = end;
      this.bits[this.length] = bits;
      this.length += 1;
    }
  }

  /** Adds one unit of another view, or `sign` in its place. */
  addUnit(view: View, unit: number, sign: string, more = 0): void {
    this.add(sign, view.starts[unit] ?? 0, view.ends[unit] ?? 0, (view.bits[unit] ?? 0) | more);
  }

  /** Adds `text` in place of the units `span` of another view. */
  addFrom(view: View, span: Span, text: string, more = 0): void {
    const place = placeOf(view, span);
    this.add(text, place.start, place.end, place.bits | more);
  }

  /** The view so far. */
  build(): View {
    return { text: this.text, starts: this.starts, ends: this.ends, bits: this.bits };
  }

  private grow(): void {
    this.starts = longer(this.starts);
    this.ends = longer(this.ends);
    this.bits = longer(this.bits);
  }
}

function longer(values: Int32Array): Int32Array {
  const room = new Int32Array(values.length * 2);
  room.set(values);
  return room;
}

/** Where a part of a view stands in the body, and by which tricks. An empty part stands nowhere (0 to 0). */
export function placeOf(view: View, { from, to }: Span): { readonly start: number; readonly end: number; readonly bits: number } {
  let start = Number.MAX_SAFE_INTEGER;
  let end = 0;
  let bits = 0;
  for (let unit = from; unit < to; unit += 1) {
    start = Math.min(start, view.starts[unit] ?? start);
    end = Math.max(end, view.ends[unit] ?? end);
    bits |= view.bits[unit] ?? 0;
  }
  return from < to ? { start, end, bits } : { start: 0, end: 0, bits };
}

/** The tricks whose bits are set. */
export function tricksOf(bits: number): readonly Trick[] {
  return tricks.filter((trick) => (bits & bitOf(trick)) !== 0);
}
