import type { FlagReason } from './flag.ts';
import { placeOf, type Span, type View } from './views/view.ts';

/** Something found: why, where in the body, and by undoing which tricks (bits, view.ts). */
export type Found = {
  readonly reason: FlagReason;
  readonly start: number;
  readonly end: number;
  readonly bits: number;
  readonly hint: boolean;
};

/** What was found at a part of a view, at its place in the body. */
export function foundAt(view: View, span: Span, reason: FlagReason, more: { readonly hint?: boolean; readonly bits?: number } = {}): Found {
  const place = placeOf(view, span);
  return { reason, start: place.start, end: place.end, bits: place.bits | (more.bits ?? 0), hint: more.hint ?? false };
}

/** The part of a view that a match covers. */
export function spanOf(match: RegExpExecArray): Span {
  return { from: match.index, to: match.index + match[0].length };
}
