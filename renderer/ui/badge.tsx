import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';

/** A small mark of a word or two: "2 new", "Flagged". */
export function Badge({
  children,
  tone = 'neutral',
}: {
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
}) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {children}
    </span>
  );
}
